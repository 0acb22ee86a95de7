// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/wide.hpp>

namespace etad::inline ETAD_ABI::cx {

template <real Real>
constexpr bool isnan(Real x) noexcept {
  return x != x;
}

template <real Real>
constexpr bool isinf(Real x) noexcept {
  return x == detail::infinity<Real> || x == -detail::infinity<Real>;
}

template <real Real>
constexpr bool isfinite(Real x) noexcept {
  return x >= -detail::largest<Real> && x <= detail::largest<Real>;
}

/// True for negative numbers, -0, -infinity and NaN with the sign bit set.
template <real Real>
constexpr bool signbit(Real x) noexcept {
  if constexpr (sizeof(Real) == 4)
    return std::bit_cast<std::uint32_t>(x) >> 31 != 0;
  else if constexpr (sizeof(Real) == 8)
    return std::bit_cast<std::uint64_t>(x) >> 63 != 0;
  else
    return detail::bits_of(x) >> 127 != 0;
}

template <real Real>
constexpr Real fabs(Real x) noexcept {
  return signbit(x) ? -x : x;
}

template <real Real>
constexpr Real copysign(Real x, Real sign) noexcept {
  return signbit(x) == signbit(sign) ? x : -x;
}

/// x = result * 2^*exponent with 0.5 <= |result| < 1; x itself and *exponent = 0 for 0, infinity,
/// NaN.
template <real Real>
constexpr Real frexp(Real x, int* exponent) noexcept {
  if (x == 0 || !isfinite(x)) {
    *exponent = 0;
    return x;
  }
  const detail::scaled parts = detail::normalize(x);
  *exponent = parts.exponent + 1;
  return static_cast<Real>(parts.mantissa * detail::wide(0.5));
}

/// x * 2^exponent, rounded once.
template <real Real>
constexpr Real ldexp(Real x, int exponent) noexcept {
  if (x == 0 || !isfinite(x)) return x;
  const detail::scaled parts = detail::normalize(x);
  const int bounded = exponent > 40000 ? 40000 : exponent < -40000 ? -40000 : exponent;
  return detail::round_to<Real>(parts.mantissa, parts.exponent + bounded);
}

/// The neighbour of x in the direction of target; target itself if they are equal.
template <real Real>
constexpr Real nextafter(Real x, Real target) noexcept {
  using limits = std::numeric_limits<Real>;
  if (isnan(x)) return x;
  if (isnan(target) || x == target) return target;
  if (x == 0) return target > 0 ? limits::denorm_min() : -limits::denorm_min();
  const bool outward = (x > 0) == (target > x);
  if (isinf(x)) return copysign(detail::largest<Real>, x);
  if (outward && fabs(x) == detail::largest<Real>) {
    return x > 0 ? detail::infinity<Real> : -detail::infinity<Real>;
  }
  const detail::scaled parts = detail::normalize(x);
  const bool at_power = parts.mantissa == 1 || parts.mantissa == -1;
  const int smallest = limits::min_exponent - 1;
  const int exponent = parts.exponent < smallest                           ? smallest
                       : at_power && !outward && parts.exponent > smallest ? parts.exponent - 1
                                                                           : parts.exponent;
  const detail::wide step = detail::scale(1, exponent - limits::digits + 1);
  // Stepping down to zero keeps the sign of x.
  const Real result =
      static_cast<Real>(target > x ? detail::wide(x) + step : detail::wide(x) - step);
  return result == 0 ? copysign(result, x) : result;
}

}  // namespace etad::inline ETAD_ABI::cx
