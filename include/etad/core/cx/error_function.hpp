// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/exponential.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

inline constexpr wide inverse_root_pi =
    constant(0x1.20dd750429b6dp-1, 0x1.1ae3a914fed80p-57, -0x1.3cbbebf65f145p-112);

// erf x = 2/sqrt(pi) e^-x^2 sum 2^n x^(2n+1) / (2n+1)!! for 0 <= x < 4: all terms are positive, so
// nothing cancels; 90 terms reach 2^-105 at 4.
constexpr wide erf_series(wide x) noexcept {
  const wide twice = 2 * x * x;
  wide term = x, sum = x;
  for (int n = 3; n < 300 && term > sum * power_of_two(-110); n += 2) {
    term = term * twice / n;
    sum += term;
  }
  const scaled power = exp(-x * x);
  return 2 * inverse_root_pi * scale(power.mantissa, power.exponent) * sum;
}

// erfc x for x >= 4: the even part of Laplace's continued fraction, relative error 2^-83.
constexpr scaled erfc_fraction(wide x) noexcept {
  const wide base = 2 * x * x + 1;
  wide tail = 0;
  for (int k = x < 6 ? 22 : 13; k > 0; --k) tail = (2 * k - 1) * (2 * k) / (base + 4 * k - tail);
  const scaled power = exp(-x * x);
  return {2 * x * inverse_root_pi * power.mantissa / (base - tail), power.exponent};
}

// erf x for 0 < x <= 7.
constexpr wide erf_positive(wide x) noexcept {
  if (x < 4) return erf_series(x);
  const scaled rest = erfc_fraction(x);
  return 1 - scale(rest.mantissa, rest.exponent);
}

}  // namespace detail

/// 2/sqrt(pi) times the integral of e^-t^2 from 0 to x.
template <real Real>
constexpr Real erf(Real x) noexcept {
  if (x == 0 || isnan(x)) return x;
  if (x > 7 || x < -7) return x < 0 ? Real(-1) : Real(1);
  const detail::wide size = detail::erf_positive(detail::magnitude(x));
  return static_cast<Real>(x < 0 ? -size : size);
}

/// 1 - erf(x) without cancellation.
template <real Real>
constexpr Real erfc(Real x) noexcept {
  if (isnan(x)) return x;
  if (x < -7) return 2;
  if (x > 120) return 0;
  if (x < 4) {
    const detail::wide size = detail::erf_positive(detail::magnitude(x));
    return static_cast<Real>(x < 0 ? 1 + size : 1 - size);
  }
  const detail::scaled result = detail::erfc_fraction(x);
  return detail::round_to<Real>(result.mantissa, result.exponent);
}

}  // namespace etad::inline ETAD_ABI::cx
