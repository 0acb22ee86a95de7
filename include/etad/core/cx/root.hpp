// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/step.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

// Square root of x = 0 or a normal x in [2^-16000, 2^16000], error below 1.1 units in the last
// place: Newton's iteration for 1/sqrt, which needs no division, from a linear guess within 6 %.
constexpr wide sqrt(wide x) noexcept {
  if (x == 0) return 0;
  const scaled parts = normalize(x);
  const int odd = parts.exponent & 1;
  const wide m = odd != 0 ? parts.mantissa * 2 : parts.mantissa;
  wide r = m < 2 ? wide(1.25) - wide(0.28) * m : wide(0.91) - wide(0.11) * m;
  for (int n = 0; n < 4; ++n) r = r * (wide(1.5) - wide(0.5) * m * r * r);
  const wide s = m * r;
  const wide t = s + (m - s * s) * (wide(0.5) * r);
  return (t + (m - t * t) * (wide(0.5) * r)) * power_of_two((parts.exponent - odd) / 2);
}

// Cube root of a normal positive x: Newton's iteration from a quadratic guess within 7 %.
constexpr wide cbrt(wide x) noexcept {
  const scaled parts = normalize(x);
  const int third = (parts.exponent + 30000) / 3 - 10000;
  const wide m = parts.mantissa * power_of_two(parts.exponent - 3 * third);
  wide s = wide(0.70) + wide(0.335) * m - wide(0.0215) * m * m;
  for (int n = 0; n < 5; ++n) s = s - (s - m / (s * s)) / 3;
  return s * power_of_two(third);
}

}  // namespace detail

/// Square root, correctly rounded.
template <real Real>
constexpr Real sqrt(Real x) noexcept {
  if (!(x > 0)) return x == 0 || isnan(x) ? x : detail::not_a_number<Real>;
  if (isinf(x)) return x;
  if constexpr (std::numeric_limits<Real>::digits <= 53) {
    // No root of a 53-digit number lies closer than 2^-109 of itself to a rounding boundary.
    return static_cast<Real>(detail::sqrt(detail::wide(x)));
  } else if constexpr (std::numeric_limits<Real>::digits > 64) {
    const Real root = detail::sqrt(detail::wide(x));
    return root + fma(-root, root, x) / (2 * root);
  } else {
    // root^2 <= 2^126 m < (root + 1)^2 in integers decides the 64th digit.
    const detail::scaled parts = detail::normalize(x);
    const int odd = parts.exponent & 1;
    const detail::wide m = parts.mantissa * detail::power_of_two(126 + odd);
    const auto square = static_cast<detail::uint128>(m);
    auto root = static_cast<detail::uint128>(detail::sqrt(m));
    if (root * root > square) --root;
    const bool up = square - root * root > root;
    return static_cast<Real>(
        detail::scale(detail::wide(root + (up ? 1u : 0u)), (parts.exponent - odd) / 2 - 63));
  }
}

/// Real cube root.
template <real Real>
constexpr Real cbrt(Real x) noexcept {
  if (x == 0 || !isfinite(x)) return x;
  const detail::wide root = detail::cbrt(detail::wide(fabs(x)));
  return static_cast<Real>(x < 0 ? -root : root);
}

/// sqrt(x^2 + y^2 + z^2) without overflow of the squares; infinite if an argument is, even with
/// NaN.
template <real Real>
constexpr Real hypot(Real x, Real y, Real z) noexcept {
  if (!isfinite(x) || !isfinite(y) || !isfinite(z)) {
    if (isinf(x) || isinf(y) || isinf(z)) return detail::infinity<Real>;
    return isnan(x) ? x : isnan(y) ? y : z;
  }
  const detail::wide a = x, b = y, c = z;
  if constexpr (std::numeric_limits<Real>::digits <= 53) {
    return detail::round_to<Real>(detail::snap<Real>(detail::sqrt(a * a + b * b + c * c)));
  } else {
    const Real largest = fmax(fabs(x), fmax(fabs(y), fabs(z)));
    if (largest == 0) return largest;
    const int exponent = detail::normalize(largest).exponent;
    const detail::wide u = detail::scale(a, -exponent), v = detail::scale(b, -exponent),
                       w = detail::scale(c, -exponent);
    return detail::round_to<Real>(detail::snap<Real>(detail::sqrt(u * u + v * v + w * w)),
                                  exponent);
  }
}

/// sqrt(x^2 + y^2) likewise.
template <real Real>
constexpr Real hypot(Real x, Real y) noexcept {
  return hypot(x, y, Real(0));
}

}  // namespace etad::inline ETAD_ABI::cx
