// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/arithmetic.hpp>

// Rounding to integers, remainders, maximum and minimum: exact by construction.
namespace etad::inline ETAD_ABI::cx {

namespace detail {

// From here on every number of the type is an integer.
template <real Real>
inline constexpr Real integers_only =
    static_cast<Real>(power_of_two(std::numeric_limits<Real>::digits - 1));

template <real Real>
constexpr bool is_integral(Real x) noexcept {
  return x >= integers_only<Real> || x <= -integers_only<Real> ||
         static_cast<Real>(static_cast<whole_number<Real>>(x)) == x;
}

}  // namespace detail

/// x without its fraction.
template <real Real>
constexpr Real trunc(Real x) noexcept {
  if (!(x < detail::integers_only<Real> && x > -detail::integers_only<Real>)) return x;
  return copysign(static_cast<Real>(static_cast<detail::whole_number<Real>>(x)), x);
}

template <real Real>
constexpr Real floor(Real x) noexcept {
  const Real whole = trunc(x);
  return whole > x ? whole - 1 : whole;
}

template <real Real>
constexpr Real ceil(Real x) noexcept {
  const Real whole = trunc(x);
  return whole < x ? copysign(whole + 1, x) : whole;
}

/// Nearest integer, halves away from zero.
template <real Real>
constexpr Real round(Real x) noexcept {
  const Real whole = trunc(x);
  if (whole == x || isnan(x)) return x;
  const Real fraction = x - whole;
  return fraction >= Real(0.5) ? whole + 1 : fraction <= Real(-0.5) ? whole - 1 : whole;
}

/// Nearest integer, halves to even: the default rounding direction, whatever is set at run time.
template <real Real>
constexpr Real rint(Real x) noexcept {
  const Real whole = trunc(x);
  if (whole == x || isnan(x)) return x;
  const Real fraction = fabs(x - whole);
  const bool away =
      fraction > Real(0.5) ||
      (fraction == Real(0.5) && (static_cast<detail::whole_number<Real>>(whole) & 1) != 0);
  return !away ? whole : x > 0 ? whole + 1 : whole - 1;
}

/// x - n * y with the integer n = trunc(x / y), exact. NaN for y = 0 or infinite x. The power of
/// two between the mantissas is reduced by squaring, so that the cost is a few dozen operations at
/// most.
template <real Real>
constexpr Real fmod(Real x, Real y) noexcept {
  if (isnan(x)) return x;
  if (isnan(y)) return y;
  if (isinf(x) || y == 0) return detail::not_a_number<Real>;
  const Real a = fabs(x), b = fabs(y);
  if (a < b) return x;
  const detail::scaled p = detail::normalize(a), q = detail::normalize(b);
  if constexpr (std::numeric_limits<Real>::digits > 64) {
    // Long division: every step is exact.
    detail::wide rest = p.mantissa;
    for (int n = p.exponent - q.exponent; n >= 0; --n) {
      if (rest >= q.mantissa) rest -= q.mantissa;
      if (n > 0) rest *= 2;
    }
    return copysign(static_cast<Real>(detail::scale(rest, q.exponent)), x);
  } else {
    const auto modulus = static_cast<std::uint64_t>(q.mantissa * detail::power_of_two(63));
    auto power = static_cast<detail::uint128>(2u % modulus);
    auto rest = static_cast<detail::uint128>(
                    static_cast<std::uint64_t>(p.mantissa * detail::power_of_two(63))) %
                modulus;
    for (auto n = static_cast<unsigned>(p.exponent - q.exponent); n != 0; n >>= 1) {
      if ((n & 1u) != 0) rest = rest * power % modulus;
      power = power * power % modulus;
    }
    const auto result = detail::wide(static_cast<std::uint64_t>(rest));
    return copysign(static_cast<Real>(detail::scale(result, q.exponent - 63)), x);
  }
}

/// x - n * y with the integer n nearest to x / y, halves to even; exact.
template <real Real>
constexpr Real remainder(Real x, Real y) noexcept {
  if (isnan(x)) return x;
  if (isnan(y)) return y;
  if (isinf(x) || y == 0) return detail::not_a_number<Real>;
  if (isinf(y)) return x;
  const Real b = fabs(y);
  // In [0, 2 b): n is now 0, 1 or 2. A denormal b is doubled exactly too.
  detail::wide r = detail::magnitude(b <= detail::largest<Real> / 2 ? fmod(x, 2 * b) : x);
  if (r > detail::wide(b) * detail::wide(0.5)) {
    r -= detail::wide(b);
    if (r >= detail::wide(b) * detail::wide(0.5)) r -= detail::wide(b);
  }
  const Real result = static_cast<Real>(r);
  return result == 0 ? copysign(Real(0), x) : signbit(x) ? -result : result;
}

/// x - y for x > y, else +0; NaN if an argument is.
template <real Real>
constexpr Real fdim(Real x, Real y) noexcept {
  return isnan(x) ? x : isnan(y) ? y : x > y ? subtract(x, y) : Real(0);
}

/// The larger argument; the number if one is NaN; +0 of +0 and -0.
template <real Real>
constexpr Real fmax(Real x, Real y) noexcept {
  return x > y || y != y ? x : x == y && signbit(y) ? x : y;
}

/// The smaller argument; the number if one is NaN; -0 of +0 and -0.
template <real Real>
constexpr Real fmin(Real x, Real y) noexcept {
  return x < y || y != y ? x : x == y && signbit(x) ? x : y;
}

}  // namespace etad::inline ETAD_ABI::cx
