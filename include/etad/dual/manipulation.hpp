// SPDX-License-Identifier: MIT
// Functions of <cmath> that take numbers apart, scale them or round them to whole numbers.
#pragma once

#include <cmath>

#include <etad/dual/operators.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <std::floating_point T>
constexpr T scaled_by_power(const T& x, int exponent) noexcept {
  return std::is_constant_evaluated() ? cx::ldexp(x, exponent) : std::ldexp(x, exponent);
}
template <class T>
constexpr T scaled_by_power(const T& x, int exponent) {
  return T(ldexp(x, exponent));
}
template <std::floating_point T>
constexpr T fraction_of(const T& x, int* exponent) noexcept {
  return std::is_constant_evaluated() ? cx::frexp(x, exponent) : std::frexp(x, exponent);
}
template <class T>
constexpr T fraction_of(const T& x, int* exponent) {
  return T(frexp(x, exponent));
}
template <std::floating_point T>
constexpr T neighbour_of(const T& x, const T& target) noexcept {
  return std::is_constant_evaluated() ? cx::nextafter(x, target) : std::nextafter(x, target);
}
template <class T>
constexpr T neighbour_of(const T& x, const T& target) {
  return T(nextafter(x, target));
}

/// The number below all levels of a dual.
template <class T>
constexpr const auto& base_value(const T& x) noexcept {
  if constexpr (is_dual<T>) {
    return base_value(x.value());
  } else {
    return x;
  }
}

}  // namespace detail

/// x * 2^exponent, also of the tangents.
template <detail::dual_number D>
constexpr D ldexp(const D& x, int exponent) {
  D r(detail::scaled_by_power(x.value(), exponent), typename D::store{});
  for (int k = 0; k < D::tangents; ++k) {
    r.set_tangent(k, detail::scaled_by_power(tangent(x)[k], exponent));
  }
  return r;
}
template <detail::dual_number D>
constexpr D scalbn(const D& x, int exponent) {
  return ldexp(x, exponent);
}
template <detail::dual_number D>
constexpr D scalbln(const D& x, long exponent) {
  const long bounded = exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : exponent;
  return ldexp(x, static_cast<int>(bounded));
}

/// x = result * 2^*exponent with 0.5 <= |result| < 1; the exponent is constant between its jumps.
template <detail::dual_number D>
constexpr D frexp(const D& x, int* exponent) {
  D r(detail::fraction_of(x.value(), exponent), typename D::store{});
  for (int k = 0; k < D::tangents; ++k) {
    r.set_tangent(k, detail::scaled_by_power(tangent(x)[k], -*exponent));
  }
  return r;
}

/// The fractional part, with the slope of x; *whole gets the rest, which is a step function.
template <class T, int Count, class Lanes, class Tag>
constexpr dual<T, Count, Lanes, Tag> modf(const dual<T, Count, Lanes, Tag>& x,
                                          dual<T, Count, Lanes, Tag>* whole) {
  using result = dual<T, Count, Lanes, Tag>;
  const T part = detail::operation<detail::opcode::trunc>::value(x.value());
  *whole = result(part, typename result::store{});
  // An infinity has no fractional part.
  const T fraction = detail::all(detail::is_finite(x.value())) || detail::all(part != part)
                         ? T(detail::difference(x.value(), part))
                         : T(0);
  return result(detail::operation<detail::opcode::copysign>::value(fraction, x.value()),
                x.all_tangents());
}

/// The neighbour of x in the direction of y, with the slope of x.
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> nextafter(const X& x, const Y& y) {
  using result = detail::joint_dual<X, Y>;
  detail::require_one_level<result, X, Y>();
  return result(detail::neighbour_of(detail::primal<result>(x), detail::primal<result>(y)),
                result(x).all_tangents());
}

/// x - n*y with n the whole number next to x/y, of which *quotient gets the lowest bits and the sign.
template <class X, class Y>
  requires detail::dual_operands<X, Y> detail::joint_dual<X, Y> remquo(const X& x, const Y& y,
                                                                       int* quotient) {
    using result = detail::joint_dual<X, Y>;
    using std::remquo;
    remquo(detail::base_value(detail::primal<result>(x)),
           detail::base_value(detail::primal<result>(y)), quotient);
    return detail::apply_rule<detail::opcode::remainder>(x, y);
  }

/// The exponent of x, a step function.
template <detail::dual_number D>
D logb(const D& x) {
  using std::logb;
  using T = typename D::primal_type;
  return D(T(logb(x.value())), typename D::store{});
}
template <detail::dual_number D>
int fpclassify(const D& x) {
  using std::fpclassify;
  return fpclassify(detail::base_value(x));
}

}  // namespace etad::inline ETAD_ABI
