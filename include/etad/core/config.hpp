// SPDX-License-Identifier: MIT
// The only file of etad that may define macros.
#pragma once

#include <etad/core/platform.hpp>

#include <cmath>  // defines __GLIBC__

#define ETAD_VERSION_MAJOR 0
#define ETAD_VERSION_MINOR 2
#define ETAD_VERSION_PATCH 0

// 1 where a*b+c in one rounding is one machine instruction.
#if defined(__FMA__) || defined(__FP_FAST_FMA)
#define ETAD_HAS_FAST_FMA 1
#else
#define ETAD_HAS_FAST_FMA 0
#endif

// 1 where the C library computes the sine and the cosine of one argument in one call. Its results are
// those of the separate functions, bit for bit (tested); GCC calls it by itself, Clang does not.
#if defined(__GLIBC__) && defined(_GNU_SOURCE)
#define ETAD_HAS_SINCOS 1
#else
#define ETAD_HAS_SINCOS 0
#endif

// Keeps a number of type float or double apart from its neighbours: an empty asm statement, which
// emits no instruction and which compilers cannot look through.
#if defined(__GNUC__) && defined(__x86_64__)
#define ETAD_KEEP_SCALAR(x) asm("" : "+x"(x))
#else
#define ETAD_KEEP_SCALAR(x) static_cast<void>(0)
#endif

// Keeps the computation of a number between those that stand before and behind it, where Clang would
// move it away.
#if defined(__clang__) && defined(__x86_64__)
#define ETAD_KEEP_PLACE(x) asm volatile("" : "+x"(x))
#else
#define ETAD_KEEP_PLACE(x) static_cast<void>(0)
#endif

// GCC merges scalar computations whose results are stored side by side into short vectors, with more
// shuffles than gain where results are sparse.
#if defined(__GNUC__) && !defined(__clang__)
#define ETAD_KEEP_STORES_SCALAR 1
#else
#define ETAD_KEEP_STORES_SCALAR 0
#endif

// Numbers that packs on plain arrays hold in batches, in bytes. Clang makes vector instructions of loops
// over short arrays; GCC moves the arrays through memory, and point by point is up to eight times faster
// (docs/decisions/21-plain-batches.md).
#if defined(__clang__)
#define ETAD_PLAIN_BATCH_BYTES 32
#else
#define ETAD_PLAIN_BATCH_BYTES 0
#endif

// With ETAD_REPORT_ROADS defined before the first include, the compiler warns at every call of a verb that
// no program serves; etad::road_of says why. It changes warnings alone.
#if defined(ETAD_REPORT_ROADS)
#define ETAD_SLOW_ROAD                                                                            \
  [[deprecated(                                                                                   \
      "ETAD-090: etad was asked to report slow roads (ETAD_REPORT_ROADS); this call is not "      \
      "traced "                                                                                   \
      "and runs on dual numbers or a tape. etad::road_of tells why; leave ETAD_REPORT_ROADS out " \
      "if "                                                                                       \
      "that is wanted.")]]
#else
#define ETAD_SLOW_ROAD
#endif

// The instruction set of this translation unit, in the name of an inline namespace around all of etad:
// code compiled for one machine is never taken for code compiled for another by the linker, and a
// structure of lanes has another type in each. (-ffp-contract leaves no trace in the macros.)
#if defined(__AVX512F__)
#define ETAD_INSTRUCTION_SET abi_avx512
#elif defined(__AVX2__) && defined(__FMA__)
#define ETAD_INSTRUCTION_SET abi_avx2_fma
#elif defined(__AVX2__)
#define ETAD_INSTRUCTION_SET abi_avx2
#elif defined(__AVX__) && defined(__FMA__)
#define ETAD_INSTRUCTION_SET abi_avx_fma
#elif defined(__AVX__)
#define ETAD_INSTRUCTION_SET abi_avx
#elif defined(__SSE4_2__)
#define ETAD_INSTRUCTION_SET abi_sse4
#elif defined(__SSE2__)
#define ETAD_INSTRUCTION_SET abi_sse2
#elif defined(__FP_FAST_FMA)
#define ETAD_INSTRUCTION_SET abi_fma
#else
#define ETAD_INSTRUCTION_SET abi_plain
#endif

// With ETAD_CHECKED defined before the first include, tapes test every use of their variables and keep what
// their records were made of (docs/tape.md). Its code has names of its own, so that units with and without it
// are linked together.
#if defined(ETAD_CHECKED)
#define ETAD_HAS_CHECKS 1
#define ETAD_ABI ETAD_INSTRUCTION_SET::inline checked
#else
#define ETAD_HAS_CHECKS 0
#define ETAD_ABI ETAD_INSTRUCTION_SET
#endif

// How many bytes of tangents a dual number carries at most when a verb chooses.
#if defined(__AVX__)
#define ETAD_TANGENT_BYTES 128
#else
#define ETAD_TANGENT_BYTES 64
#endif
