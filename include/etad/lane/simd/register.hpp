// SPDX-License-Identifier: MIT
// Lanes in a vector register of the machine, by xsimd (8.1 or later; Debian's libxsimd-dev).
#pragma once

#include <xsimd/xsimd.hpp>

#include <etad/lane/pack.hpp>

namespace etad::inline ETAD_ABI {

/// As many numbers as a vector register of the instruction set Arch holds; by default the widest
/// that the translation unit is compiled for.
template <class Arch = xsimd::default_arch>
struct simd_lanes {};

namespace detail {

#if defined(__x86_64__)
/// Adds the upper half of a register to the lower one, down to one number.
struct halves {
  static double sum(__m128d x) noexcept {
    return _mm_cvtsd_f64(_mm_add_sd(x, _mm_unpackhi_pd(x, x)));
  }
  static float sum(__m128 x) noexcept {
    const __m128 two = _mm_add_ps(x, _mm_movehl_ps(x, x));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
  }
#if defined(__AVX__)
  static double sum(__m256d x) noexcept {
    return sum(_mm_add_pd(_mm256_castpd256_pd128(x), _mm256_extractf128_pd(x, 1)));
  }
  static float sum(__m256 x) noexcept {
    return sum(_mm_add_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1)));
  }
#endif
#if defined(__AVX512F__)
  static double sum(__m512d x) noexcept {
    return sum(_mm256_add_pd(_mm512_castpd512_pd256(x), _mm512_extractf64x4_pd(x, 1)));
  }
  static float sum(__m512 x) noexcept {
    const __m512d bits = _mm512_castps_pd(x);
    return sum(_mm256_add_ps(_mm256_castpd_ps(_mm512_castpd512_pd256(bits)),
                             _mm256_castpd_ps(_mm512_extractf64x4_pd(bits, 1))));
  }
#endif
};
#endif

// Of xsimd only what was found right on every instruction set: loads and stores, + - * /, sqrt, abs,
// ordered comparisons, bitwise operations and select (docs/lanes.md).
template <class T, class Arch>
struct lane_register<T, simd_lanes<Arch>> {
  using type = xsimd::batch<T, Arch>;
  using mask_type = xsimd::batch_bool<T, Arch>;
  static constexpr int lanes = static_cast<int>(type::size);
#if defined(__AVX__)
  static constexpr bool spreads_while_loading = true;
#else
  static constexpr bool spreads_while_loading = false;
#endif

  static type broadcast(T value) noexcept { return type(value); }
  static mask_type mask_of(bool value) noexcept { return mask_type(value); }
  static type load(const T* from) noexcept { return type::load_unaligned(from); }
  static void store(T* to, const type& x) noexcept { x.store_unaligned(to); }
  static T get(const type& x, int lane) noexcept {
    T values[static_cast<std::size_t>(lanes)];
    x.store_unaligned(values);
    return values[lane];
  }
  static bool get(const mask_type& x, int lane) noexcept {
    return get(xsimd::select(x, type(T(1)), type(T(0))), lane) != T(0);
  }

  // 0 - x would lose the sign of zero.
  static type negative(const type& x) noexcept { return x ^ type(T(-0.0)); }
  static type sum(const type& x, const type& y) noexcept { return x + y; }
  static type difference(const type& x, const type& y) noexcept { return x - y; }
  static type product(const type& x, const type& y) noexcept { return x * y; }
  static type quotient(const type& x, const type& y) noexcept { return x / y; }
  static type abs(const type& x) noexcept { return xsimd::abs(x); }
  static type sqrt(const type& x) noexcept { return xsimd::sqrt(x); }

  static mask_type less(const type& x, const type& y) noexcept { return x < y; }
  static mask_type less_equal(const type& x, const type& y) noexcept { return x <= y; }
  static mask_type equal(const type& x, const type& y) noexcept { return x == y; }
  static mask_type both(const mask_type& x, const mask_type& y) noexcept { return x & y; }
  static mask_type either(const mask_type& x, const mask_type& y) noexcept { return x | y; }
  static mask_type negation(const mask_type& x) noexcept { return ~x; }
#if defined(__x86_64__)
  static T sum_of_lanes(const type& x) noexcept { return halves::sum(x.data); }
#endif
  static bool all(const mask_type& x) noexcept { return xsimd::all(x); }
  static type blend(const mask_type& mask, const type& x, const type& y) noexcept {
    return xsimd::select(mask, x, y);
  }
};

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
