// SPDX-License-Identifier: MIT
// The only file of etad that may define macros.
#pragma once

#define ETAD_VERSION_MAJOR 0
#define ETAD_VERSION_MINOR 1
#define ETAD_VERSION_PATCH 0

// With -ffast-math the compiler may assume that NaN and infinity do not exist; the rules for
// derivatives at singular points (docs/numerics.md) cannot hold then.
#if (defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__)) && \
    !defined(ETAD_ALLOW_FAST_MATH)
#error \
    "ETAD-001: etad requires IEEE arithmetic; -ffast-math or -ffinite-math-only was seen. Compile without it, or define ETAD_ALLOW_FAST_MATH and lose the guarantees at singular points."
#endif

// 1 where a*b+c in one rounding is one machine instruction.
#if defined(__FMA__) || defined(__FP_FAST_FMA)
#define ETAD_HAS_FAST_FMA 1
#else
#define ETAD_HAS_FAST_FMA 0
#endif

// GCC merges scalar computations whose results are stored side by side into short vectors; in
// derivative code the shuffles cost more than they save. An empty asm statement, which GCC cannot
// look through, keeps neighbouring results apart; it emits no instruction.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__)
#define ETAD_KEEP_SCALAR(x) asm("" : "+x"(x))
#else
#define ETAD_KEEP_SCALAR(x) static_cast<void>(0)
#endif
