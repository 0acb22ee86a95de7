// SPDX-License-Identifier: MIT
// Lanes on a plain array, for any compiler and machine, also in constant evaluation. Lane i computes
// exactly what a single number computes.
#pragma once

#include <etad/core/scalar.hpp>
#include <etad/lane/number.hpp>
#include <etad/lane/pack.hpp>

namespace etad::inline ETAD_ABI {

/// Width numbers side by side in an array.
template <int Width>
struct plain_lanes {
  static_assert(Width >= 1);
};

namespace detail {

template <class T, int Width>
struct plain_register {
  T at[Width];
};

template <class T, int Width>
struct lane_register<T, plain_lanes<Width>> {
  using type = plain_register<T, Width>;
  using mask_type = plain_register<bool, Width>;
  static constexpr int lanes = Width;
  static constexpr bool spreads_while_loading = true;

  template <class Result, class F>
  static constexpr Result each(F f) noexcept {
    Result r = {};
    for (int i = 0; i < Width; ++i) r.at[i] = f(i);
    return r;
  }

  static constexpr type broadcast(T value) noexcept {
    return each<type>([&](int) { return value; });
  }
  static constexpr mask_type mask_of(bool value) noexcept {
    return each<mask_type>([&](int) { return value; });
  }
  static constexpr type load(const T* from) noexcept {
    return each<type>([&](int i) { return from[i]; });
  }
  static constexpr void store(T* to, const type& x) noexcept {
    for (int i = 0; i < Width; ++i) to[i] = x.at[i];
  }
  static constexpr T get(const type& x, int lane) noexcept { return x.at[lane]; }
  static constexpr bool get(const mask_type& x, int lane) noexcept { return x.at[lane]; }

  static constexpr type negative(const type& x) noexcept {
    return each<type>([&](int i) { return -x.at[i]; });
  }
  static constexpr type sum(const type& x, const type& y) noexcept {
    return each<type>([&](int i) { return detail::sum(x.at[i], y.at[i]); });
  }
  static constexpr type difference(const type& x, const type& y) noexcept {
    return each<type>([&](int i) { return detail::difference(x.at[i], y.at[i]); });
  }
  static constexpr type product(const type& x, const type& y) noexcept {
    return each<type>([&](int i) { return detail::product(x.at[i], y.at[i]); });
  }
  static constexpr type quotient(const type& x, const type& y) noexcept {
    return each<type>([&](int i) { return detail::quotient(x.at[i], y.at[i]); });
  }
  static constexpr type abs(const type& x) noexcept {
    return each<type>([&](int i) { return detail::abs(x.at[i]); });
  }
  static constexpr type sqrt(const type& x) noexcept {
    return each<type>([&](int i) { return detail::sqrt(x.at[i]); });
  }

  static constexpr mask_type less(const type& x, const type& y) noexcept {
    return each<mask_type>([&](int i) { return x.at[i] < y.at[i]; });
  }
  static constexpr mask_type less_equal(const type& x, const type& y) noexcept {
    return each<mask_type>([&](int i) { return x.at[i] <= y.at[i]; });
  }
  static constexpr mask_type equal(const type& x, const type& y) noexcept {
    return each<mask_type>([&](int i) { return x.at[i] == y.at[i]; });
  }
  static constexpr mask_type both(const mask_type& x, const mask_type& y) noexcept {
    return each<mask_type>([&](int i) { return x.at[i] && y.at[i]; });
  }
  static constexpr mask_type either(const mask_type& x, const mask_type& y) noexcept {
    return each<mask_type>([&](int i) { return x.at[i] || y.at[i]; });
  }
  static constexpr mask_type negation(const mask_type& x) noexcept {
    return each<mask_type>([&](int i) { return !x.at[i]; });
  }
  static constexpr bool all(const mask_type& x) noexcept {
    bool r = true;
    for (int i = 0; i < Width; ++i) r = r && x.at[i];
    return r;
  }
  static constexpr type blend(const mask_type& mask, const type& x, const type& y) noexcept {
    return each<type>([&](int i) { return mask.at[i] ? x.at[i] : y.at[i]; });
  }
};

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
