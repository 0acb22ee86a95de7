// SPDX-License-Identifier: MIT
// Functions of <cmath> that look at the value of a variable alone, take numbers apart, scale them or
// round them to whole numbers.
#pragma once

#include <cmath>

#include <etad/tape/functions.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// A value that depends on x with a slope known to the caller.
template <taped X>
joint_variable<X> with_slope(const X& x, const typename taped_traits<X>::number& value,
                             const typename taped_traits<X>::number& slope) {
  using result = joint_variable<X>;
  const result scaled = x * slope;
  return result::on_tape(value, scaled.tape(), scaled.index());
}

}  // namespace detail

template <detail::taped X>
inline bool isfinite(const X& x) {
  using std::isfinite;
  return isfinite(detail::plain_value(x));
}
template <detail::taped X>
inline bool isnan(const X& x) {
  using std::isnan;
  return isnan(detail::plain_value(x));
}
template <detail::taped X>
inline bool isinf(const X& x) {
  using std::isinf;
  return isinf(detail::plain_value(x));
}
template <detail::taped X>
inline bool isnormal(const X& x) {
  using std::isnormal;
  return isnormal(detail::plain_value(x));
}
template <detail::taped X>
inline bool signbit(const X& x) {
  using std::signbit;
  return signbit(detail::plain_value(x));
}
template <detail::taped X>
inline int fpclassify(const X& x) {
  using std::fpclassify;
  return fpclassify(detail::plain_value(x));
}

template <class X, class Y>
  requires detail::taped_operands<X, Y>
inline bool islessgreater(const X& x, const Y& y) { return x < y || x > y; }
template <class X, class Y>
  requires detail::taped_operands<X, Y>
inline bool isunordered(const X& x, const Y& y) { return x != x || y != y; }

/// x * 2^exponent.
template <detail::taped X>
inline auto ldexp(const X& x, int exponent) {
  using std::ldexp;
  using T = typename detail::taped_traits<X>::number;
  return detail::with_slope(x, T(ldexp(x.value(), exponent)), T(ldexp(T(1), exponent)));
}
template <detail::taped X>
inline auto scalbn(const X& x, int exponent) {
  return ldexp(x, exponent);
}
template <detail::taped X>
inline auto scalbln(const X& x, long exponent) {
  const long bounded = exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : exponent;
  return ldexp(x, static_cast<int>(bounded));
}
/// x = result * 2^*exponent with 0.5 <= |result| < 1; the exponent is constant between its jumps.
template <detail::taped X>
inline auto frexp(const X& x, int* exponent) {
  using std::frexp, std::ldexp;
  using T = typename detail::taped_traits<X>::number;
  const T fraction(frexp(x.value(), exponent));
  return detail::with_slope(x, fraction, T(ldexp(T(1), -*exponent)));
}
/// The fractional part, with the slope of x; *whole gets the rest, which is a step function.
template <detail::taped X>
inline auto modf(const X& x, detail::joint_variable<X>* whole) {
  using T = typename detail::taped_traits<X>::number;
  using std::trunc, std::copysign, std::isinf;
  const T part(trunc(x.value()));
  *whole = part;
  const T fraction(isinf(x.value()) ? T(0) : T(x.value() - part));
  return detail::with_slope(x, T(copysign(fraction, x.value())), T(1));
}
/// The neighbour of x in the direction of y, with the slope of x.
template <class X, class Y>
  requires detail::taped_operands<X, Y>
inline auto nextafter(const X& x, const Y& y) {
  using std::nextafter;
  using traits = detail::joint_traits<X, Y>;
  using T = typename traits::number;
  const detail::joint_variable<X, Y> from(x);
  return detail::with_slope(from, T(nextafter(from.value(), detail::compared_value<traits>(y))),
                            T(1));
}

/// The exponent, a step function.
template <detail::taped X>
inline auto logb(const X& x) {
  using std::logb;
  using T = typename detail::taped_traits<X>::number;
  return detail::joint_variable<X>(T(logb(x.value())));
}

/// x - n*y with n the whole number next to x/y, of which *quotient gets the lowest bits and the sign.
template <class X, class Y>
  requires detail::taped_operands<X, Y>
inline auto remquo(const X& x, const Y& y, int* quotient) {
  using std::remquo;
  using traits = detail::joint_traits<X, Y>;
  remquo(detail::plain_value(detail::compared_value<traits>(x)),
         detail::plain_value(detail::compared_value<traits>(y)), quotient);
  return remainder(x, y);
}

}  // namespace etad::inline ETAD_ABI
