// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/classify.hpp>

// + - * / and fma with IEEE results where the constant evaluators refuse the built-in operators:
// g++ refuses overflow, Clang refuses every NaN result, both refuse division by zero.
namespace etad::inline ETAD_ABI::cx {

namespace detail {

// 2^(max_exponent / 2): the product of two smaller numbers cannot overflow.
template <real Real>
inline constexpr Real half_range =
    static_cast<Real>(power_of_two(std::numeric_limits<Real>::max_exponent / 2));

// Sums of numbers within max / 2 do not overflow. The bounds are variables, both signs of them, and
// the comparisons are written out below, because this is what constant evaluators do fastest.
template <real Real>
inline constexpr Real sum_bound = largest<Real> / 2;
template <real Real>
inline constexpr Real lower_sum_bound = -sum_bound<Real>;
template <real Real>
inline constexpr Real lower_half_range = -half_range<Real>;
// Quotients of numbers below half_range by larger ones than this do not overflow.
template <real Real>
inline constexpr Real least_divisor = 2 / half_range<Real>;
template <real Real>
inline constexpr Real lower_least_divisor = -least_divisor<Real>;

template <real Real>
constexpr Real add_checked(Real x, Real y) noexcept {
  if (isnan(x)) return x;
  if (isnan(y)) return y;
  if (isinf(x)) return isinf(y) && x != y ? not_a_number<Real> : x;
  if (isinf(y)) return y;
  // Only x and y of one sign, one of them above limit, get here with a sum that may overflow;
  // the halves of such a pair are exact or too small to matter.
  const Real half = x / 2 + y / 2;
  return half > sum_bound<Real>         ? infinity<Real>
         : half < lower_sum_bound<Real> ? -infinity<Real>
                                        : x + y;
}

template <real Real>
constexpr Real multiply_checked(Real x, Real y) noexcept {
  if (isnan(x)) return x;
  if (isnan(y)) return y;
  const Real a = fabs(x), b = fabs(y);
  const Real infinite = signbit(x) == signbit(y) ? infinity<Real> : -infinity<Real>;
  if (isinf(a) || isinf(b)) return a == 0 || b == 0 ? not_a_number<Real> : infinite;
  // The product of the scaled factors rounds as the product would with unbounded exponents.
  const bool overflows = a > 1 && b > 1 && (a / half_range<Real>)*(b / half_range<Real>) >= 1;
  return overflows ? infinite : x * y;
}

template <real Real>
constexpr Real divide_checked(Real x, Real y) noexcept {
  if (isnan(x)) return x;
  if (isnan(y)) return y;
  const Real a = fabs(x), b = fabs(y);
  const Real infinite = signbit(x) == signbit(y) ? infinity<Real> : -infinity<Real>;
  if (isinf(a)) return isinf(b) ? not_a_number<Real> : infinite;
  if (b == 0) return a == 0 ? not_a_number<Real> : infinite;
  // b < 1 and a quotient beyond the range imply that both scaled numbers are exact.
  const Real p = a / half_range<Real>, q = b < 1 ? b * half_range<Real> : infinity<Real>;
  const bool overflows = p >= q || p / q >= 1;
  return overflows ? infinite : x / y;
}

// Adjusts sum, which was rounded with the given error, to the neighbour whose last bit is odd:
// rounding that to fewer digits equals rounding the exact sum (Boldo and Melquiond 2008).
constexpr wide round_to_odd(wide sum, wide error) noexcept {
  if (error == 0 || (bits_of(sum) & 1u) != 0) return sum;
  return wide_of((error > 0) == (sum > 0) ? bits_of(sum) + 1 : bits_of(sum) - 1);
}

// What x + y lost when it was rounded to sum (Knuth).
constexpr wide sum_error(wide x, wide y, wide sum) noexcept {
  return (x - (sum - (sum - x))) + (y - (sum - x));
}

constexpr wide add_to_odd(wide x, wide y) noexcept {
  return round_to_odd(x + y, sum_error(x, y, x + y));
}

// x * y + z for finite nonzero arguments of 64 or 113 digits, whose product does not fit one wide number.
template <real Real>
constexpr Real fma_scaled(Real x, Real y, Real z) noexcept {
  const scaled p = normalize(x), q = normalize(y), r = normalize(z);
  const int exponent = p.exponent + q.exponent;
  const int distance = r.exponent - exponent;
  // Further apart than this, the smaller term only decides the direction of rounding.
  if (distance > 200) {
    const wide sticky = (p.mantissa > 0) == (q.mantissa > 0) ? wide(1) : wide(-1);
    return round_to<Real>(add_to_odd(r.mantissa, sticky * power_of_two(-190)), r.exponent);
  }
  const wide addend =
      distance < -200 ? r.mantissa * power_of_two(-200) : r.mantissa * power_of_two(distance);
  // Dekker's exact product from halves of 32 or 57 digits.
  constexpr bool is_widest = std::numeric_limits<Real>::digits == wide_digits;
  const wide split = power_of_two(is_widest ? 57 : 81) + 1;
  const wide p_high = p.mantissa * split - (p.mantissa * split - p.mantissa);
  const wide q_high = q.mantissa * split - (q.mantissa * split - q.mantissa);
  const wide p_low = p.mantissa - p_high, q_low = q.mantissa - q_high;
  const wide product = p.mantissa * q.mantissa;
  const wide low = ((p_high * q_high - product) + p_high * q_low + p_low * q_high) + p_low * q_low;
  const wide tail = addend + low;
  const wide total = product + tail;
  const wide rest = add_to_odd(sum_error(addend, low, tail), sum_error(product, tail, total));
  const wide sum = is_widest ? total + rest : add_to_odd(total, rest);
  return sum == 0 ? Real(0) : round_to<Real>(sum, exponent);
}

}  // namespace detail

/// x + y. Four comparisons and one addition unless an operand is huge, infinite or NaN; likewise
/// below.
template <real Real>
constexpr Real add(Real x, Real y) noexcept {
  return x < detail::sum_bound<Real> && x > detail::lower_sum_bound<Real> &&
                 y < detail::sum_bound<Real> && y > detail::lower_sum_bound<Real>
             ? x + y
             : detail::add_checked(x, y);
}

/// x - y.
template <real Real>
constexpr Real subtract(Real x, Real y) noexcept {
  return x < detail::sum_bound<Real> && x > detail::lower_sum_bound<Real> &&
                 y < detail::sum_bound<Real> && y > detail::lower_sum_bound<Real>
             ? x - y
             : detail::add_checked(x, isnan(y) ? y : -y);
}

/// x * y.
template <real Real>
constexpr Real multiply(Real x, Real y) noexcept {
  return x < detail::half_range<Real> && x > detail::lower_half_range<Real> &&
                 y < detail::half_range<Real> && y > detail::lower_half_range<Real>
             ? x * y
             : detail::multiply_checked(x, y);
}

/// x / y.
template <real Real>
constexpr Real divide(Real x, Real y) noexcept {
  return x < detail::half_range<Real> && x > detail::lower_half_range<Real> &&
                 (y > detail::least_divisor<Real> || y < detail::lower_least_divisor<Real>)
             ? x / y
             : detail::divide_checked(x, y);
}

/// x * y + z, rounded once.
template <real Real>
constexpr Real fma(Real x, Real y, Real z) noexcept {
  if (!isfinite(x) || !isfinite(y)) return add(multiply(x, y), z);
  if (!isfinite(z)) return z;
  if (x == 0 || y == 0) return add(multiply(x, y), z);
  if (z == 0) return multiply(x, y);
  if constexpr (std::numeric_limits<Real>::digits <= 53) {
    return detail::round_to<Real>(detail::add_to_odd(detail::wide(x) * y, z));
  } else {
    return detail::fma_scaled(x, y, z);
  }
}

}  // namespace etad::inline ETAD_ABI::cx
