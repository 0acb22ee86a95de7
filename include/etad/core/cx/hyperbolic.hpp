// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/exponential.hpp>
#include <etad/core/cx/logarithm.hpp>
#include <etad/core/cx/root.hpp>

namespace etad::inline ETAD_ABI::cx {

/// (e^x - e^-x) / 2.
template <real Real>
constexpr Real sinh(Real x) noexcept {
  if (x == 0 || !isfinite(x)) return x;
  const detail::wide a = detail::magnitude(x);
  if (a > 60) {
    const detail::scaled power = detail::exp(detail::clamp_exponent(a));
    return detail::round_to<Real>(x < 0 ? -power.mantissa : power.mantissa, power.exponent - 1);
  }
  const detail::wide e = detail::expm1(a);
  const detail::wide result = (e + e / (1 + e)) * detail::wide(0.5);
  return detail::round_to<Real>(x < 0 ? -result : result);
}

/// (e^x + e^-x) / 2.
template <real Real>
constexpr Real cosh(Real x) noexcept {
  if (isnan(x)) return x;
  if (isinf(x)) return detail::infinity<Real>;
  const detail::scaled power = detail::exp(detail::clamp_exponent(detail::magnitude(x)));
  if (power.exponent > 90) return detail::round_to<Real>(power.mantissa, power.exponent - 1);
  const detail::wide e = detail::scale(power.mantissa, power.exponent);
  return detail::round_to<Real>((e + 1 / e) * detail::wide(0.5));
}

/// (e^x - e^-x) / (e^x + e^-x).
template <real Real>
constexpr Real tanh(Real x) noexcept {
  if (x == 0 || isnan(x)) return x;
  if (x > 60 || x < -60) return x < 0 ? Real(-1) : Real(1);
  const detail::wide e = detail::expm1(2 * detail::magnitude(x));
  const detail::wide result = e / (2 + e);
  return static_cast<Real>(x < 0 ? -result : result);
}

/// Inverse of sinh: sign(x) log(|x| + sqrt(x^2 + 1)).
template <real Real>
constexpr Real asinh(Real x) noexcept {
  if (x == 0 || !isfinite(x)) return x;
  const detail::wide a = detail::magnitude(x);
  const detail::wide result = a > detail::power_of_two(60)
                                  ? detail::log(a) + detail::ln2
                                  : detail::log1p(a + a * a / (1 + detail::sqrt(1 + a * a)));
  return static_cast<Real>(x < 0 ? -result : result);
}

/// Inverse of cosh on [1, infinity]; NaN below 1.
template <real Real>
constexpr Real acosh(Real x) noexcept {
  if (!(x > 1)) return x == 1 ? Real(0) : isnan(x) ? x : detail::not_a_number<Real>;
  if (isinf(x)) return x;
  const detail::wide t = detail::wide(x) - 1;
  return static_cast<Real>(t > detail::power_of_two(60)
                               ? detail::log(detail::wide(x)) + detail::ln2
                               : detail::log1p(t + detail::sqrt(t * (t + 2))));
}

/// log((1 + x) / (1 - x)) / 2; infinite at -1 and 1, NaN beyond.
template <real Real>
constexpr Real atanh(Real x) noexcept {
  if (x == 0 || isnan(x)) return x;
  const Real a = fabs(x);
  if (a >= 1) return a > 1 ? detail::not_a_number<Real> : copysign(detail::infinity<Real>, x);
  const detail::wide w = x;
  return static_cast<Real>(
      detail::wide(0.5) * (a < Real(0.17) ? detail::log_ratio(w) : detail::log((1 + w) / (1 - w))));
}

}  // namespace etad::inline ETAD_ABI::cx
