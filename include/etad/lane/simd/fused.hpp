// SPDX-License-Identifier: MIT
// a*b + c on vector registers: rounded once where the machine can, which xsimd 8.1 does not use on
// AVX-512.
#pragma once

#include <etad/lane/number.hpp>
#include <etad/lane/simd/register.hpp>

#if ETAD_HAS_FAST_FMA && defined(__x86_64__)
#include <immintrin.h>
#endif

namespace etad::inline ETAD_ABI::detail {

template <class T, class Arch>
using simd_pack = pack<T, simd_lanes<Arch>>;

/// Keeps compilers from merging the product x with a sum that it enters: a double-word product or
/// sum is only right if both sides see the same rounded number.
template <class T, class Arch>
inline simd_pack<T, Arch> kept(const simd_pack<T, Arch>& x) noexcept {
  xsimd::batch<T, Arch> r = x.in_register();
  if constexpr (ETAD_HAS_FAST_FMA) ETAD_KEEP_SCALAR(r.data);
  return simd_pack<T, Arch>(r);
}

template <class T, class Arch>
inline simd_pack<T, Arch> multiply_add(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y,
                                       const simd_pack<T, Arch>& z) noexcept {
#if ETAD_HAS_FAST_FMA && defined(__x86_64__)
  using batch = xsimd::batch<T, Arch>;
  const batch a = x.in_register(), b = y.in_register(), c = z.in_register();
  if constexpr (std::is_same_v<T, double>) {
    if constexpr (sizeof(batch) == 16) return simd_pack<T, Arch>(batch(_mm_fmadd_pd(a, b, c)));
    if constexpr (sizeof(batch) == 32) return simd_pack<T, Arch>(batch(_mm256_fmadd_pd(a, b, c)));
#if defined(__AVX512F__)
    if constexpr (sizeof(batch) == 64) return simd_pack<T, Arch>(batch(_mm512_fmadd_pd(a, b, c)));
#endif
  } else {
    if constexpr (sizeof(batch) == 16) return simd_pack<T, Arch>(batch(_mm_fmadd_ps(a, b, c)));
    if constexpr (sizeof(batch) == 32) return simd_pack<T, Arch>(batch(_mm256_fmadd_ps(a, b, c)));
#if defined(__AVX512F__)
    if constexpr (sizeof(batch) == 64) return simd_pack<T, Arch>(batch(_mm512_fmadd_ps(a, b, c)));
#endif
  }
#else
  return x * y + z;
#endif
}

/// Rounded once, like <cmath>'s. Without such an instruction lane by lane, by the C library.
template <class T, class Arch>
inline simd_pack<T, Arch> fma(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y,
                              const simd_pack<T, Arch>& z) noexcept {
  if constexpr (ETAD_HAS_FAST_FMA) {
    return multiply_add(x, y, z);
  } else {
    return each_lane([](T a, T b, T c) { return detail::fma(a, b, c); }, x, y, z);
  }
}

template <class T, class Arch>
inline simd_pack<T, Arch> multiply_subtract(const simd_pack<T, Arch>& x,
                                            const simd_pack<T, Arch>& y,
                                            const simd_pack<T, Arch>& z) noexcept {
  return multiply_add(x, y, -z);
}
template <class T, class Arch>
inline simd_pack<T, Arch> negative_multiply_add(const simd_pack<T, Arch>& x,
                                                const simd_pack<T, Arch>& y,
                                                const simd_pack<T, Arch>& z) noexcept {
  return multiply_add(-x, y, z);
}

}  // namespace etad::inline ETAD_ABI::detail
