// SPDX-License-Identifier: MIT
// The numbers at which derivative rules go wrong.
#pragma once

#include <array>
#include <concepts>
#include <limits>

namespace edges {

/// Zeros, the borders of the format, of the domains of <cmath> and of its ranges, and some ordinary
/// numbers in between. The last six depend on the format: where tgamma, exp and sinh leave its
/// range, a subnormal number, and the number next to pi/2.
template <std::floating_point T>
constexpr std::array<T, 27> points() {
  using limits = std::numeric_limits<T>;
  constexpr T tiny = limits::denorm_min(), least = limits::min(), ulp = limits::epsilon();
  constexpr T largest = limits::max(), infinity = limits::infinity();
  constexpr bool is_float = sizeof(T) == sizeof(float), is_double = sizeof(T) == sizeof(double);
  constexpr long double gamma = is_float ? 35.2L : is_double ? 171.7L : 1755.5L;
  constexpr long double low = is_float ? -104 : is_double ? -746 : -11400;
  constexpr long double high = is_float ? 89 : is_double ? 710 : 11357;
  return {T(0),
          -T(0),
          tiny,
          -tiny,
          least,
          -least,
          T(0.5),
          -T(0.5),
          T(1),
          -T(1),
          1 + ulp,
          1 - ulp,
          T(2),
          -T(2),
          T(2.5),
          -T(2.5),
          T(1e22L),
          largest,
          -largest,
          infinity,
          -infinity,
          limits::quiet_NaN(),
          T(1.57079632679489661923L),
          T(gamma),
          T(low),
          T(high),
          tiny * 1000};
}

/// The most singular of them, for operations of three arguments and for constant evaluation.
template <std::floating_point T>
constexpr std::array<T, 10> short_points() {
  using limits = std::numeric_limits<T>;
  return {T(0),
          -T(0),
          T(1),
          T(-2.5),
          T(0.5),
          limits::max(),
          limits::denorm_min(),
          limits::infinity(),
          -limits::infinity(),
          limits::quiet_NaN()};
}

}  // namespace edges
