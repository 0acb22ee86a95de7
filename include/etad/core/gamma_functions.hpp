// SPDX-License-Identifier: MIT
// digamma and polygamma of built-in numbers: <cmath> has none.
#pragma once

#include <concepts>

#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI {

/// d/dx log(tgamma(x)); a whole number counts as double. -infinity at +0, +infinity at -0, NaN at negative
/// whole numbers. Accuracy: see docs/numerics.md.
///
///   static_assert(etad::digamma(1.0) == -0.57721566490153286);
template <std::floating_point T>
constexpr T digamma(T x) noexcept {
  return detail::digamma(x);
}
template <std::integral T>
constexpr double digamma(T x) noexcept {
  return detail::digamma(static_cast<double>(x));
}

/// The n-th derivative of digamma, 0 <= n <= 100, NaN for other orders.
template <std::floating_point T>
constexpr T polygamma(int n, T x) noexcept {
  return detail::polygamma(static_cast<T>(n), x);
}
template <std::integral T>
constexpr double polygamma(int n, T x) noexcept {
  return detail::polygamma(static_cast<double>(n), static_cast<double>(x));
}

}  // namespace etad::inline ETAD_ABI
