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
  static bool all(const mask_type& x) noexcept { return xsimd::all(x); }
  static type blend(const mask_type& mask, const type& x, const type& y) noexcept {
    return xsimd::select(mask, x, y);
  }
};

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
