// SPDX-License-Identifier: MIT
// What etad needs of compiler and target. Where it is missing, one sentence says so and the file that does not
// exist ends the compilation, before anything else is parsed.
#pragma once

#if __cplusplus < 202002L
#error \
    "ETAD-003: etad requires C++20; an older language was asked for. Compile with -std=c++20 or newer."
#include <nothing-more-is-parsed>
#endif

// Without infinity and NaN the rules for derivatives at singular points (docs/numerics.md) cannot hold, and
// regrouped sums undo the careful parts of constant evaluation. GCC says the last two by macros of their own.
#if !defined(ETAD_ALLOW_FAST_MATH)
#if defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__) || \
    defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__)
#error \
    "ETAD-001: etad requires IEEE arithmetic; -ffast-math, -ffinite-math-only or -funsafe-math-optimizations was seen. Compile without it, or define ETAD_ALLOW_FAST_MATH and lose the guarantees at singular points."
#include <nothing-more-is-parsed>
#elif defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ == 2
#error \
    "ETAD-001: etad requires IEEE arithmetic; -mfpmath=387 was seen, which rounds in places of the compiler's choice. Compile without it, or define ETAD_ALLOW_FAST_MATH."
#include <nothing-more-is-parsed>
#endif
#endif

// Elementary functions in constant expressions are computed in binary128, whose bits are a whole number.
#if !defined(__SIZEOF_INT128__)
#error \
    "ETAD-002: etad requires whole numbers of 128 bits; this target has none. Compile for one of 64 bits: x86-64, AArch64, RISC-V, POWER, s390x."
#include <nothing-more-is-parsed>
#elif __LDBL_MANT_DIG__ != 113 && !defined(__SIZEOF_FLOAT128__)
#error \
    "ETAD-002: etad requires IEEE binary128; this target has none. Compile for x86-64, AArch64, RISC-V, POWER or s390x."
#include <nothing-more-is-parsed>
#endif
