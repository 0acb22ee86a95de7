// SPDX-License-Identifier: MIT
// The Riemann zeta function of C++17's <cmath> with its derivatives. Its value is that of the standard library, its
// slopes are those of Euler and Maclaurin's sum (NIST Digital Library of Mathematical Functions, 25.2.9), and left of 0
// of the reflection (25.4.1), both run on dual numbers.
#pragma once

#include <cmath>
#include <numbers>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/stated_slopes.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// The sum of n^-s over n < 16, and what follows by 8 terms of the Bernoulli numbers B / (2k)!: 1e-16 for 0 <= s.
template <class X>
X zeta_sum(const X& s) {
  constexpr double first = 16.0;
  constexpr double coefficients[] = {1.0 / 12,          -1.0 / 720,
                                     1.0 / 30240,       -1.0 / 1209600,
                                     1.0 / 47900160,    -691.0 / 1307674368000,
                                     1.0 / 74724249600, -3617.0 / 10670622842880000};
  X sum = X(1.0);
  for (double n = 2.0; n < first; n += 1.0) sum = sum + exp(-s * std::log(n));
  const X last = exp(-s * std::log(first));
  sum = sum + last * first / (s - 1.0) + 0.5 * last;
  X term = last * s / first;
  double factor = 0.0;
  for (const double coefficient : coefficients) {
    sum = sum + coefficient * term;
    term = term * (s + (factor + 1.0)) * (s + (factor + 2.0)) / (first * first);
    factor += 2.0;
  }
  return sum;
}
template <class X>
X zeta_with_slopes(const X& s) {
  if (!(s < 0.0)) return zeta_sum(s);
  constexpr double pi = std::numbers::pi;
  return X(2.0 * exp((s - 1.0) * std::log(2.0 * pi)) * sin(0.5 * pi * s) * tgamma(1.0 - s)) *
         zeta_sum(X(1.0 - s));
}

struct zeta_level;

}  // namespace detail

template <detail::own_number X>
auto riemann_zeta(const X& s) {
  using std::riemann_zeta;
  return detail::smooth(
      s, [](const auto& v) { return riemann_zeta(v); },
      [](const auto& v) {
        using number = dual<std::remove_cvref_t<decltype(v)>, 1, array_lanes, detail::zeta_level>;
        return tangent(detail::zeta_with_slopes(number(v, 0)))[0];
      });
}

}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
