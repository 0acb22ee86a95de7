// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/circular.hpp>
#include <etad/core/cx/logarithm.hpp>
#include <etad/core/cx/step.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

inline constexpr wide half_log_two_pi =
    constant(0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55, -0x1.b7f70c13dc1ccp-110);
inline constexpr wide one_minus_euler =
    constant(0x1.b0ee6072093cep-2, 0x1.6cb90701fbfabp-58, 0x1.34a95e3133c51p-112);

// B_2, B_4, ..., B_34.
template <class Real>
inline constexpr Real bernoulli[17] = {Real(1) / 6,
                                       -Real(1) / 30,
                                       Real(1) / 42,
                                       -Real(1) / 30,
                                       Real(5) / 66,
                                       -Real(691) / 2730,
                                       Real(7) / 6,
                                       -Real(3617) / 510,
                                       Real(43867) / 798,
                                       -Real(174611) / 330,
                                       Real(854513) / 138,
                                       -Real(236364091) / 2730,
                                       Real(8553103) / 6,
                                       -Real(23749461029) / 870,
                                       Real(8615841276005) / 14322,
                                       -Real(7709321041217) / 510,
                                       Real(2577687858367) / 6};

// (-1)^k (zeta(k) - 1) / k for k = 2, 3, ..., 35.
inline constexpr wide zeta_coefficients[] = {
    constant(0x1.4a34cc4a60fa6p-2, 0x1.1873d8912200cp-56, 0),
    constant(-0x1.13e001a557607p-4, 0x1.fb68be2f8821fp-58, 0),
    constant(0x1.51322ac7d8483p-6, 0x1.afc89088cb729p-60, 0),
    constant(-0x1.e404fc218f5f2p-8, 0x1.e4a627cf1eb34p-62, 0),
    constant(0x1.7add6eadb6c30p-9, -0x1.5b7828c7fd7f4p-64, 0),
    constant(-0x1.38ac5c2bf8e08p-10, 0x1.8a4c1cfd9cec8p-65, 0),
    constant(0x1.0b36af86396e9p-11, -0x1.0698d6c892967p-65, 0),
    constant(-0x1.d3fd4c76d2fc8p-13, 0x1.c7c55cfccbb83p-68, 0),
    constant(0x1.a127b0f17d65ap-14, 0x1.9d309aa700268p-69, 0),
    constant(-0x1.78de5bd7c81efp-15, 0x1.a20541cde47a6p-72, 0),
    constant(0x1.580dcee66eb02p-16, 0x1.260574b258f72p-71, 0),
    constant(-0x1.3cbc963ce2243p-17, 0x1.ea56e6c7d5329p-71, 0),
    constant(0x1.2597a39f34aacp-18, -0x1.bf911462a7d81p-72, 0),
    constant(-0x1.11b2eb7679541p-19, -0x1.c76b0e65ac63ap-75, 0),
    constant(0x1.0064cdeb22f0fp-20, 0x1.d0156affdbc11p-75, 0),
    constant(-0x1.e2600d93cfd2fp-22, 0x1.130ac39e5c106p-76, 0),
    constant(0x1.c76bbb3f07a4dp-23, 0x1.d9a2b77769b52p-77, 0),
    constant(-0x1.af5a6cbbf8a97p-24, -0x1.95f227e96d83ep-78, 0),
    constant(0x1.99b93c2070b0fp-25, 0x1.0327164736428p-79, 0),
    constant(-0x1.862c734df3eacp-26, -0x1.b32802bec0da0p-80, 0),
    constant(0x1.7469daccfadcdp-27, -0x1.369d388cebaa9p-81, 0),
    constant(-0x1.6434a8447aeadp-28, -0x1.af72edf876fcdp-87, 0),
    constant(0x1.555a877ffd2c3p-29, -0x1.875065f26a43bp-83, 0),
    constant(-0x1.47b1679258d0ep-30, -0x1.04f36e0e854e4p-84, 0),
    constant(0x1.3b15d2b2fc10cp-31, -0x1.d79f6feeeb28bp-86, 0),
    constant(-0x1.2f69a9fabe3e0p-32, 0x1.a162ab374c789p-86, 0),
    constant(0x1.24932a337434cp-33, 0x1.060829c24508fp-87, 0),
    constant(-0x1.1a7c26ec2523cp-34, -0x1.4f4ebdb4a04b5p-88, 0),
    constant(0x1.11116e693ed98p-35, -0x1.c7034d49e7fc7p-89, 0),
    constant(-0x1.08424cbc543d8p-36, -0x1.40ef820dbc9eap-91, 0),
    constant(0x1.000026e3f644fp-37, 0x1.3546a6054c889p-91, 0),
    constant(-0x1.f07c514fc9f0ap-39, -0x1.75b6be545ac09p-96, 0),
    constant(0x1.e1e2026aafcd8p-40, -0x1.62a8586538620p-94, 0),
    constant(-0x1.d41d56e5ee2e2p-41, 0x1.43894d27ced5ep-96, 0),
};

// log Gamma(2 + z) for |z| <= 1/4: (1 - euler) z + sum (-1)^k (zeta(k) - 1) z^k / k, error 2^-105
// of it.
constexpr wide lgamma_near_two(wide z) noexcept {
  wide sum = 0;
  for (int k = 33; k >= 0; --k) sum = sum * z + zeta_coefficients[k];
  return z * (one_minus_euler + z * sum);
}

// log Gamma(x) for x >= 17: Stirling's series, error 2^-108.
constexpr wide stirling(wide x) noexcept {
  const wide square = 1 / (x * x);
  wide sum = 0;
  for (int k = 17; k > 0; --k)
    sum = sum * square + bernoulli<wide>[k - 1] / ((2 * k - 1) * (2 * k));
  return (x - wide(0.5)) * log(x) - x + half_log_two_pi + sum / x;
}

// Gamma(x) = Gamma(shifted) / product.
struct shifted_argument {
  wide shifted, product;
};
constexpr shifted_argument shift(wide x) noexcept {
  wide product = 1;
  for (int n = 0; n < 17 && x < 17; ++n) {
    product *= x;
    x += 1;
  }
  return {x, product};
}

// Gamma(x) for 2^-110 <= x <= 1,800.
constexpr scaled gamma(wide x) noexcept {
  const shifted_argument s = shift(x);
  const scaled power = exp(stirling(s.shifted));
  return {power.mantissa / s.product, power.exponent};
}

// log |Gamma(x)| for x > 0.
constexpr wide lgamma(wide x) noexcept {
  if (magnitude(x - 1) <= wide(0.25)) return lgamma_near_two(x - 1) - log1p(x - 1);
  if (magnitude(x - 2) <= wide(0.25)) return lgamma_near_two(x - 2);
  if (x >= 17) return stirling(x);
  const shifted_argument s = shift(x);
  return stirling(s.shifted) - log(s.product);
}

// sin(pi x) for |x| <= 1/2.
constexpr wide sin_pi(wide x) noexcept {
  return magnitude(x) <= wide(0.25) ? sin_reduced(pi * x)
         : x > 0                    ? cos_reduced(pi * (wide(0.5) - x))
                                    : -cos_reduced(pi * (wide(0.5) + x));
}

}  // namespace detail

/// Gamma(x) = integral of t^(x-1) e^-t over t > 0, continued by Gamma(x + 1) = x Gamma(x). Infinite
/// at +-0, NaN at negative integers and -infinity.
template <real Real>
constexpr Real tgamma(Real x) noexcept {
  if (isnan(x)) return x;
  if (x == 0) return copysign(detail::infinity<Real>, x);
  if (x > 1800) return detail::infinity<Real>;
  if (detail::is_integral(x) && x < 0) return detail::not_a_number<Real>;
  if (fabs(x) < Real(0x1p-110)) return divide(Real(1), x);
  if (x > 0) {
    const detail::scaled result = detail::gamma(x);
    return detail::round_to<Real>(result.mantissa, result.exponent);
  }
  const Real nearest = rint(x);
  const bool odd = trunc(nearest / 2) * 2 != nearest;
  if (x < -1800) return (x > nearest) == odd ? -Real(0) : Real(0);
  // Reflection: Gamma(x) Gamma(1 - x) = pi / sin(pi x).
  const detail::wide sine = detail::sin_pi(detail::wide(x) - nearest);
  const detail::scaled other = detail::gamma(1 - detail::wide(x));
  return detail::round_to<Real>(detail::pi / ((odd ? -sine : sine) * other.mantissa),
                                -other.exponent);
}

/// log |Gamma(x)|; infinite at 0, the negative integers and the infinities. Near the zeros between
/// negative integers the error is 2^-100 absolute, not relative.
template <real Real>
constexpr Real lgamma(Real x) noexcept {
  if (isnan(x)) return x;
  if (isinf(x) || (x <= 0 && detail::is_integral(x))) return detail::infinity<Real>;
  if (x > 0) {
    if (x < Real(0x1p100)) return detail::round_to<Real>(detail::lgamma(detail::wide(x)));
    const detail::scaled parts = detail::normalize(x);
    return detail::round_to<Real>(parts.mantissa * (detail::log(detail::wide(x)) - 1),
                                  parts.exponent);
  }
  if (x > -Real(0x1p-110)) return static_cast<Real>(-detail::log(-detail::wide(x)));
  const detail::wide sine = detail::sin_pi(detail::wide(x) - rint(x));
  return static_cast<Real>(detail::log(detail::pi / detail::magnitude(sine)) -
                           detail::lgamma(1 - detail::wide(x)));
}

}  // namespace etad::inline ETAD_ABI::cx
