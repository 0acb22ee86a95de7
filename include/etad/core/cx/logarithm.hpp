// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/arithmetic.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

inline constexpr wide inverse_ln10 =
    constant(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57, 0x1.ee191f71a3012p-112);

template <int Divisor, class Real = wide>
inline constexpr Real reciprocal = Real(1) / Divisor;

// log((1 + s) / (1 - s)) = 2 artanh s for |s| <= 0.172, relative error 2^-107 in wide.
template <class Real>
constexpr Real log_ratio(Real s) noexcept {
  return 2 * s *
         horner(s * s, reciprocal<41, Real>, reciprocal<39, Real>, reciprocal<37, Real>,
                reciprocal<35, Real>, reciprocal<33, Real>, reciprocal<31, Real>,
                reciprocal<29, Real>, reciprocal<27, Real>, reciprocal<25, Real>,
                reciprocal<23, Real>, reciprocal<21, Real>, reciprocal<19, Real>,
                reciprocal<17, Real>, reciprocal<15, Real>, reciprocal<13, Real>,
                reciprocal<11, Real>, reciprocal<9, Real>, reciprocal<7, Real>, reciprocal<5, Real>,
                reciprocal<3, Real>, reciprocal<1, Real>);
}

// A positive number as mantissa in [0.7, 1.42] times a power of two.
constexpr scaled balance(wide x) noexcept {
  const scaled parts = normalize(x);
  return parts.mantissa > wide(1.41421356) ? scaled{parts.mantissa * wide(0.5), parts.exponent + 1}
                                           : parts;
}

// log x for x > 0.
template <class Real>
constexpr Real log(Real x) noexcept {
  const scaled parts = balance(x);
  const Real m = static_cast<Real>(parts.mantissa);
  return static_cast<Real>(parts.exponent) * static_cast<Real>(ln2) + log_ratio((m - 1) / (m + 1));
}

// log(1 + x) for x > -1.
constexpr wide log1p(wide x) noexcept {
  return magnitude(x) < wide(0.25) ? log_ratio(x / (2 + x)) : log(1 + x);
}

// What the logarithms return where they do not compute: NaN below 0, -infinity at 0.
template <real Real>
constexpr bool log_is_special(Real x) noexcept {
  return !(x > 0 && x <= largest<Real>);
}
template <real Real>
constexpr Real special_log(Real x) noexcept {
  return x == 0 ? -infinity<Real> : x < 0 ? not_a_number<Real> : x;
}

}  // namespace detail

/// Natural logarithm.
template <real Real>
constexpr Real log(Real x) noexcept {
  return detail::log_is_special(x) ? detail::special_log(x)
                                   : static_cast<Real>(detail::log(detail::wide(x)));
}

/// Logarithm to base 2; exact for powers of two.
template <real Real>
constexpr Real log2(Real x) noexcept {
  if (detail::log_is_special(x)) return detail::special_log(x);
  const detail::scaled parts = detail::balance(x);
  return static_cast<Real>(parts.exponent + detail::log(parts.mantissa) / detail::ln2);
}

/// Logarithm to base 10; exact for powers of ten.
template <real Real>
constexpr Real log10(Real x) noexcept {
  return detail::log_is_special(x)
             ? detail::special_log(x)
             : static_cast<Real>(detail::log(detail::wide(x)) * detail::inverse_ln10);
}

/// log(1 + x) without cancellation near 0.
template <real Real>
constexpr Real log1p(Real x) noexcept {
  if (x == 0) return x;
  if (!(x > -1))
    return x == -1 ? -detail::infinity<Real> : isnan(x) ? x : detail::not_a_number<Real>;
  return isinf(x) ? x : static_cast<Real>(detail::log1p(detail::wide(x)));
}

}  // namespace etad::inline ETAD_ABI::cx
