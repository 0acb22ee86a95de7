// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/arithmetic.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

inline constexpr wide inverse_ln2 =
    constant(0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56, -0x1.60bb8a5442ab9p-110);

// 1 / n!
constexpr wide inverse_factorial(int n) noexcept {
  wide product = 1;
  for (int k = 2; k <= n; ++k) product *= k;
  return 1 / product;
}
template <int Number, class Real = wide>
inline constexpr Real over_factorial = static_cast<Real>(inverse_factorial(Number));

// e^x - 1 for |x| <= 0.36, relative error 2^-98: Taylor at x / 16, then four times
// e^2t - 1 = (e^t - 1)(2 + e^t - 1).
constexpr wide expm1_reduced(wide x) noexcept {
  const wide s = x * wide(0.0625);
  const wide t =
      s * horner(s, over_factorial<12>, over_factorial<11>, over_factorial<10>, over_factorial<9>,
                 over_factorial<8>, over_factorial<7>, over_factorial<6>, over_factorial<5>,
                 over_factorial<4>, over_factorial<3>, over_factorial<2>, over_factorial<1>);
  const wide t2 = t * (2 + t), t4 = t2 * (2 + t2), t8 = t4 * (2 + t4);
  return t8 * (2 + t8);
}

constexpr int nearest_integer(wide x) noexcept {
  return static_cast<int>(x < 0 ? x - wide(0.5) : x + wide(0.5));
}

// e^x for |x| <= 20,000 as mantissa in [0.7, 1.42] and exponent.
constexpr scaled exp(wide x) noexcept {
  const int exponent = nearest_integer(x * inverse_ln2);
  return {1 + expm1_reduced(x - exponent * ln2), exponent};
}

// e^x - 1 for |x| <= 11,000.
constexpr wide expm1(wide x) noexcept {
  if (magnitude(x) <= wide(0.35)) return expm1_reduced(x);
  const scaled power = exp(x);
  return scale(power.mantissa, power.exponent) - 1;
}

// Bounds the argument of an exponential that under- or overflows in every type.
constexpr wide clamp_exponent(wide x) noexcept {
  return x > 15000 ? wide(15000) : x < -15000 ? wide(-15000) : x;
}

}  // namespace detail

/// e^x.
template <real Real>
constexpr Real exp(Real x) noexcept {
  if (!isfinite(x)) return x < 0 ? Real(0) : x;
  const detail::scaled power = detail::exp(detail::clamp_exponent(x));
  return detail::round_to<Real>(power.mantissa, power.exponent);
}

/// 2^x.
template <real Real>
constexpr Real exp2(Real x) noexcept {
  if (!isfinite(x)) return x < 0 ? Real(0) : x;
  if (x > 16500) return detail::infinity<Real>;
  if (x < -16600) return 0;
  const int exponent = detail::nearest_integer(x);
  const detail::wide rest = detail::wide(x) - exponent;
  return detail::round_to<Real>(1 + detail::expm1_reduced(rest * detail::ln2), exponent);
}

/// e^x - 1 without cancellation near 0.
template <real Real>
constexpr Real expm1(Real x) noexcept {
  if (x == 0 || isnan(x)) return x;
  if (x > 60) return exp(x);
  if (x < -60) return -1;
  return detail::round_to<Real>(detail::expm1(x));
}

}  // namespace etad::inline ETAD_ABI::cx
