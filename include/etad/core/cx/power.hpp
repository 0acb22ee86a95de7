// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/exponential.hpp>
#include <etad/core/cx/logarithm.hpp>
#include <etad/core/cx/step.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

// x^n by squaring; the caller keeps the result within the range of wide.
constexpr wide integer_power(wide x, unsigned n) noexcept {
  wide result = 1, square = x;
  for (; n > 1; n >>= 1) {
    if ((n & 1u) != 0) result *= square;
    square *= square;
  }
  return n == 1 ? result * square : result;
}

// Whether 2^-126 <= |x| <= 2^126.
template <real Real>
constexpr bool moderate(Real x) noexcept {
  return x > 0 ? x >= Real(0x1p-126) && x <= Real(0x1p126)
               : x <= -Real(0x1p-126) && x >= -Real(0x1p126);
}

// x^y for finite x > 0, x != 1, and finite y != 0.
template <real Real>
constexpr scaled positive_power(Real x, Real y) noexcept {
  const Real size = fabs(y);
  // 2^70 |log x| exceeds every exponent range because |log x| >= 2^-64.
  if (size > Real(0x1p80)) return {1, (x > 1) == (y > 0) ? 40000 : -40000};
  const scaled power = exp(clamp_exponent(wide(y) * log(wide(x))));
  return {snap<Real>(power.mantissa), power.exponent};
}

}  // namespace detail

/// x^y with the special values of C's Annex F: pow(x, 0) = pow(1, y) = 1 even for NaN; NaN for x <
/// 0 and a fractional y.
template <real Real>
constexpr Real pow(Real x, Real y) noexcept {
  if (y == 0 || x == 1) return 1;
  // Squaring is exact where the result is, and cheap for the exponents people write. The bounds
  // keep it within the range of wide, and keep out infinity and NaN.
  if (y <= 64 && y >= -64 && detail::moderate(x) && static_cast<Real>(static_cast<int>(y)) == y) {
    const detail::wide power = detail::integer_power(x, static_cast<unsigned>(y < 0 ? -y : y));
    return detail::round_to<Real>(y < 0 ? 1 / power : power);
  }
  if (isnan(x)) return x;
  if (isnan(y)) return y;
  if (isinf(y)) {
    const Real base = fabs(x);
    return base == 1 ? Real(1) : (base > 1) == (y > 0) ? detail::infinity<Real> : Real(0);
  }
  const bool whole = detail::is_integral(y);
  const bool odd = whole && fabs(y) < 2 * detail::integers_only<Real> && trunc(y / 2) * 2 != y;
  const bool negative = odd && signbit(x);
  if (x == 0 || isinf(x)) {
    const Real size = (x == 0) == (y > 0) ? Real(0) : detail::infinity<Real>;
    return negative ? -size : size;
  }
  if (x < 0 && !whole) return detail::not_a_number<Real>;
  if (x == -1) return negative ? Real(-1) : Real(1);
  const detail::scaled power = detail::positive_power(fabs(x), y);
  return detail::round_to<Real>(negative ? -power.mantissa : power.mantissa, power.exponent);
}

}  // namespace etad::inline ETAD_ABI::cx
