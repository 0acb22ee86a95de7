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

#if ETAD_HAS_FAST_FMA && defined(__x86_64__)
/// The instructions: x*y + z, x*y - z and z - x*y.
struct machine_fma {
  static __m128d add(__m128d x, __m128d y, __m128d z) noexcept { return _mm_fmadd_pd(x, y, z); }
  static __m128 add(__m128 x, __m128 y, __m128 z) noexcept { return _mm_fmadd_ps(x, y, z); }
  static __m256d add(__m256d x, __m256d y, __m256d z) noexcept { return _mm256_fmadd_pd(x, y, z); }
  static __m256 add(__m256 x, __m256 y, __m256 z) noexcept { return _mm256_fmadd_ps(x, y, z); }
  static __m128d sub(__m128d x, __m128d y, __m128d z) noexcept { return _mm_fmsub_pd(x, y, z); }
  static __m128 sub(__m128 x, __m128 y, __m128 z) noexcept { return _mm_fmsub_ps(x, y, z); }
  static __m256d sub(__m256d x, __m256d y, __m256d z) noexcept { return _mm256_fmsub_pd(x, y, z); }
  static __m256 sub(__m256 x, __m256 y, __m256 z) noexcept { return _mm256_fmsub_ps(x, y, z); }
  static __m128d from(__m128d x, __m128d y, __m128d z) noexcept { return _mm_fnmadd_pd(x, y, z); }
  static __m128 from(__m128 x, __m128 y, __m128 z) noexcept { return _mm_fnmadd_ps(x, y, z); }
  static __m256d from(__m256d x, __m256d y, __m256d z) noexcept {
    return _mm256_fnmadd_pd(x, y, z);
  }
  static __m256 from(__m256 x, __m256 y, __m256 z) noexcept { return _mm256_fnmadd_ps(x, y, z); }
#if defined(__AVX512F__)
  static __m512d add(__m512d x, __m512d y, __m512d z) noexcept { return _mm512_fmadd_pd(x, y, z); }
  static __m512 add(__m512 x, __m512 y, __m512 z) noexcept { return _mm512_fmadd_ps(x, y, z); }
  static __m512d sub(__m512d x, __m512d y, __m512d z) noexcept { return _mm512_fmsub_pd(x, y, z); }
  static __m512 sub(__m512 x, __m512 y, __m512 z) noexcept { return _mm512_fmsub_ps(x, y, z); }
  static __m512d from(__m512d x, __m512d y, __m512d z) noexcept {
    return _mm512_fnmadd_pd(x, y, z);
  }
  static __m512 from(__m512 x, __m512 y, __m512 z) noexcept { return _mm512_fnmadd_ps(x, y, z); }
#endif
};
#endif

template <class T, class Arch>
inline simd_pack<T, Arch> multiply_add(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y,
                                       const simd_pack<T, Arch>& z) noexcept {
#if ETAD_HAS_FAST_FMA && defined(__x86_64__)
  return simd_pack<T, Arch>(xsimd::batch<T, Arch>(
      machine_fma::add(x.in_register().data, y.in_register().data, z.in_register().data)));
#else
  return x * y + z;
#endif
}

template <class T, class Arch>
inline simd_pack<T, Arch> multiply_subtract(const simd_pack<T, Arch>& x,
                                            const simd_pack<T, Arch>& y,
                                            const simd_pack<T, Arch>& z) noexcept {
#if ETAD_HAS_FAST_FMA && defined(__x86_64__)
  return simd_pack<T, Arch>(xsimd::batch<T, Arch>(
      machine_fma::sub(x.in_register().data, y.in_register().data, z.in_register().data)));
#else
  return x * y - z;
#endif
}

template <class T, class Arch>
inline simd_pack<T, Arch> negative_multiply_add(const simd_pack<T, Arch>& x,
                                                const simd_pack<T, Arch>& y,
                                                const simd_pack<T, Arch>& z) noexcept {
#if ETAD_HAS_FAST_FMA && defined(__x86_64__)
  return simd_pack<T, Arch>(xsimd::batch<T, Arch>(
      machine_fma::from(x.in_register().data, y.in_register().data, z.in_register().data)));
#else
  return z - x * y;
#endif
}

}  // namespace etad::inline ETAD_ABI::detail
