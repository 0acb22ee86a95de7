// SPDX-License-Identifier: MIT
// Comparisons that, unlike `<` and its kin, raise no floating-point exception for quiet NaN.
#pragma once

#include <concepts>
#include <limits>
#include <type_traits>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

constexpr bool both(bool x, bool y) noexcept { return x && y; }
constexpr bool either(bool x, bool y) noexcept { return x || y; }

template <std::floating_point T>
constexpr bool is_less(T x, T y) noexcept {
  return std::is_constant_evaluated() ? x < y : __builtin_isless(x, y);
}
template <std::floating_point T>
constexpr bool is_at_most(T x, T y) noexcept {
  return std::is_constant_evaluated() ? x <= y : __builtin_islessequal(x, y);
}
template <std::floating_point T>
constexpr bool is_greater(T x, T y) noexcept {
  return is_less(y, x);
}
template <std::floating_point T>
constexpr bool is_at_least(T x, T y) noexcept {
  return is_at_most(y, x);
}
template <class X, class Y>
  requires(!std::floating_point<X> || !std::same_as<X, Y>)
constexpr auto is_less(const X& x, const Y& y) { return x < y; }
template <class X, class Y>
  requires(!std::floating_point<X> || !std::same_as<X, Y>)
constexpr auto is_at_most(const X& x, const Y& y) { return x <= y; }
template <class X, class Y>
  requires(!std::floating_point<X> || !std::same_as<X, Y>)
constexpr auto is_greater(const X& x, const Y& y) { return x > y; }
template <class X, class Y>
  requires(!std::floating_point<X> || !std::same_as<X, Y>)
constexpr auto is_at_least(const X& x, const Y& y) { return x >= y; }

template <std::floating_point T>
constexpr bool is_finite(T x) noexcept {
  constexpr T largest = (std::numeric_limits<T>::max)();
  return is_at_most(-largest, x) && is_at_most(x, largest);
}

template <std::floating_point T>
constexpr T sign(T x) noexcept {
  return is_greater(x, T(0)) ? T(1) : is_less(x, T(0)) ? T(-1) : x == T(0) ? T(0) : x;
}

/// Exactly zero, with all derivatives that it carries: nothing depends on it.
template <class T>
constexpr bool vanishes(const T& x) {
  if constexpr (requires { x.is_constant(); }) {
    return x.is_constant() && vanishes(x.value());
  } else if constexpr (requires { x.all_tangents(); }) {
    bool zero = vanishes(x.value());
    for (int k = 0; k < T::tangents; ++k) zero = zero && vanishes(x.all_tangents()[k]);
    return zero;
  } else {
    return x == T(0.0);
  }
}

}  // namespace etad::inline ETAD_ABI::detail
