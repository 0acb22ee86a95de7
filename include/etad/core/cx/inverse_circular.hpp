// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/logarithm.hpp>
#include <etad/core/cx/root.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

// arctan of quarters.
inline constexpr wide quarter_angles[] = {
    0, constant(0x1.f5b75f92c80ddp-3, 0x1.8ab6e3cf7afbdp-57, 0x1.0bf2d53fd481cp-113),
    constant(0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56, -0x1.5cbf247afa9e3p-111),
    constant(0x1.4978fa3269ee1p-1, 0x1.2419a87f2a458p-56, -0x1.29b08e07bcbb1p-111),
    constant(0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55, -0x1.f1976b7ed8fbcp-111)};

// arctan(y / x) for 0 <= y <= x, x > 0, relative error 2^-90: the nearest c = k/4 is split off by
// arctan(y/x) = arctan c + arctan((y - c x) / (x + c y)), which leaves at most 1/8 for the series.
constexpr wide atan_ratio(wide y, wide x) noexcept {
  const int k = static_cast<int>(4 * y / x + wide(0.5));
  const wide c = wide(0.25) * k;
  const wide t = (y - c * x) / (x + c * y);
  return quarter_angles[k] + t * horner(t * t, -reciprocal<27>, reciprocal<25>, -reciprocal<23>,
                                        reciprocal<21>, -reciprocal<19>, reciprocal<17>,
                                        -reciprocal<15>, reciprocal<13>, -reciprocal<11>,
                                        reciprocal<9>, -reciprocal<7>, reciprocal<5>,
                                        -reciprocal<3>, reciprocal<1>);
}

// The angle of (x, y) for y >= 0, not both 0.
constexpr wide atan2(wide y, wide x) noexcept {
  const wide a = magnitude(x);
  const wide first_quadrant = y <= a ? atan_ratio(y, a) : half_pi - atan_ratio(a, y);
  return x < 0 ? pi - first_quadrant : first_quadrant;
}

}  // namespace detail

/// Inverse tangent in [-pi/2, pi/2].
template <real Real>
constexpr Real atan(Real x) noexcept {
  if (x == 0 || isnan(x)) return x;
  const detail::wide result = isinf(x) ? detail::half_pi : detail::atan2(detail::magnitude(x), 1);
  return static_cast<Real>(x < 0 ? -result : result);
}

/// Angle of the point (x, y) in [-pi, pi]; zeros and infinities as in C's Annex F.
template <real Real>
constexpr Real atan2(Real y, Real x) noexcept {
  if (isnan(x)) return x;
  if (isnan(y)) return y;
  detail::wide v = detail::magnitude(y), u = x;
  if (isinf(y) || isinf(x)) {
    v = isinf(y) ? 1 : 0;
    u = isinf(x) ? (x < 0 ? -1 : 1) : 0;
  }
  if (v == 0) {
    const Real result = signbit(x) ? static_cast<Real>(detail::pi) : Real(0);
    return signbit(y) ? -result : result;
  }
  // Equal scaling keeps quotients and products of extreme arguments in range.
  const int exponent = u == 0 ? detail::normalize(v).exponent
                              : detail::normalize(detail::magnitude(u) > v ? u : v).exponent;
  const detail::wide angle =
      detail::atan2(detail::scale(v, -exponent), detail::scale(u, -exponent));
  return static_cast<Real>(signbit(y) ? -angle : angle);
}

/// Inverse sine on [-1, 1]; NaN beyond.
template <real Real>
constexpr Real asin(Real x) noexcept {
  if (x == 0 || isnan(x)) return x;
  if (fabs(x) > 1) return detail::not_a_number<Real>;
  const detail::wide a = detail::magnitude(x);
  const detail::wide result = detail::atan2(a, detail::sqrt((1 - a) * (1 + a)));
  return static_cast<Real>(x < 0 ? -result : result);
}

/// Inverse cosine on [-1, 1]; NaN beyond.
template <real Real>
constexpr Real acos(Real x) noexcept {
  if (isnan(x)) return x;
  if (fabs(x) > 1) return detail::not_a_number<Real>;
  if (x == 1) return 0;
  const detail::wide w = x;
  return static_cast<Real>(detail::atan2(detail::sqrt((1 - w) * (1 + w)), w));
}

}  // namespace etad::inline ETAD_ABI::cx
