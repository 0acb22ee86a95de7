// SPDX-License-Identifier: MIT
// The mathematical functions of duals that have a row in the operation table, found by
// argument-dependent look-up: generic code writes `using std::sin;` and calls `sin(x)`.
#pragma once

#include <etad/dual/classification.hpp>
#include <etad/dual/limits.hpp>
#include <etad/dual/manipulation.hpp>
#include <etad/dual/operators.hpp>
#include <etad/dual/select.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// pow(x, c) by the rule for constant exponents.
template <dual_number D, class A>
constexpr D power_with_constant(const D& x, A exponent) {
  using row = operation<opcode::pow>;
  const auto u = in_rule<D>(x);
  const auto c = in_rule<D>(exponent);
  const auto r = row::value(u, c);
  return D(from_rule<D>(r), [&] {
    return scaled(from_rule<D>(row::slope(u, c, r, static_cast<double>(exponent))),
                  x.all_tangents());
  });
}

/// The partials are the operands themselves, as in a product: plain products serve.
template <class X, class Y, class Z>
constexpr joint_dual<X, Y, Z> fused(const X& x, const Y& y, const Z& z) {
  using result = joint_dual<X, Y, Z>;
  require_one_level<result, X, Y, Z>();
  const auto& u = primal<result>(x);
  const auto& v = primal<result>(y);
  const auto& w = primal<result>(z);
  typename result::store tangents{};
  if constexpr (is_dual<X> && is_dual<Y>) {
    tangents = combined_plain(v, x.all_tangents(), u, y.all_tangents());
  } else if constexpr (is_dual<X>) {
    tangents = scaled_plain(v, x.all_tangents());
  } else if constexpr (is_dual<Y>) {
    tangents = scaled_plain(u, y.all_tangents());
  }
  if constexpr (is_dual<Z>) tangents = added(tangents, z.all_tangents());
  return result(operation<opcode::fma>::value(u, v, w), tangents);
}

template <dual_number D>
constexpr D polygamma_of_order(const typename D::primal_type& n, const D& x) {
  using row = operation<opcode::polygamma>;
  const auto u = in_rule<D>(x);
  const auto order = rule_number<typename D::primal_type>::to(n);
  const auto r = row::value(order, u);
  return D(from_rule<D>(r), [&] {
    return scaled(from_rule<D>(row::partial(operand<1>{}, order, u, r)), x.all_tangents());
  });
}

}  // namespace detail

template <detail::dual_number D>
constexpr D sqrt(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::sqrt>(x);
}
template <detail::dual_number D>
constexpr D cbrt(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::cbrt>(x);
}
template <detail::dual_number D>
constexpr D exp(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::exp>(x);
}
template <detail::dual_number D>
constexpr D exp2(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::exp2>(x);
}
template <detail::dual_number D>
constexpr D expm1(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::expm1>(x);
}
template <detail::dual_number D>
constexpr D log(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::log>(x);
}
template <detail::dual_number D>
constexpr D log2(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::log2>(x);
}
template <detail::dual_number D>
constexpr D log10(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::log10>(x);
}
template <detail::dual_number D>
constexpr D log1p(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::log1p>(x);
}
template <detail::dual_number D>
constexpr D sin(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::sin>(x);
}
template <detail::dual_number D>
constexpr D cos(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::cos>(x);
}
template <detail::dual_number D>
constexpr D tan(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::tan>(x);
}
template <detail::dual_number D>
constexpr D asin(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::asin>(x);
}
template <detail::dual_number D>
constexpr D acos(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::acos>(x);
}
template <detail::dual_number D>
constexpr D atan(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::atan>(x);
}
template <detail::dual_number D>
constexpr D sinh(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::sinh>(x);
}
template <detail::dual_number D>
constexpr D cosh(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::cosh>(x);
}
template <detail::dual_number D>
constexpr D tanh(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::tanh>(x);
}
template <detail::dual_number D>
constexpr D asinh(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::asinh>(x);
}
template <detail::dual_number D>
constexpr D acosh(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::acosh>(x);
}
template <detail::dual_number D>
constexpr D atanh(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::atanh>(x);
}
template <detail::dual_number D>
constexpr D erf(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::erf>(x);
}
template <detail::dual_number D>
constexpr D erfc(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::erfc>(x);
}
template <detail::dual_number D>
constexpr D tgamma(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::tgamma>(x);
}
template <detail::dual_number D>
constexpr D lgamma(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::lgamma>(x);
}
template <detail::dual_number D>
constexpr D digamma(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::digamma>(x);
}
template <detail::dual_number D>
constexpr D abs(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::abs>(x);
}
template <detail::dual_number D>
constexpr D floor(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::floor>(x);
}
template <detail::dual_number D>
constexpr D ceil(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::ceil>(x);
}
template <detail::dual_number D>
constexpr D trunc(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::trunc>(x);
}
template <detail::dual_number D>
constexpr D round(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::round>(x);
}
template <detail::dual_number D>
constexpr D rint(const D& x) noexcept(detail::never_throws<D>) {
  return detail::apply_rule<detail::opcode::rint>(x);
}
template <detail::dual_number D>
constexpr D nearbyint(const D& x) noexcept(detail::never_throws<D>) {
  return rint(x);
}
template <detail::dual_number D>
constexpr D fabs(const D& x) noexcept(detail::never_throws<D>) {
  return abs(x);
}

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> atan2(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::atan2>(x, y);
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> hypot(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::hypot>(x, y);
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> fmod(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::fmod>(x, y);
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> remainder(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::remainder>(x, y);
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> fmax(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::fmax>(x, y);
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> fmin(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::fmin>(x, y);
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> fdim(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::fdim>(x, y);
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> copysign(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::copysign>(x, y);
}
/// As std::max and std::min, but at a tie both operands get half of the derivative.
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y>(max)(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::max>(x, y);
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y>(min)(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::min>(x, y);
}

// The same for two duals of one type: more specialised than std::max and std::min, which `using
// std::max` may bring along.
template <class T, int Count, class Lanes, class Tag>
constexpr dual<T, Count, Lanes, Tag>(max)(
    const dual<T, Count, Lanes, Tag>& x,
    const dual<T, Count, Lanes, Tag>& y) noexcept(detail::never_throws<T>) {
  return detail::apply_rule<detail::opcode::max>(x, y);
}
template <class T, int Count, class Lanes, class Tag>
constexpr dual<T, Count, Lanes, Tag>(min)(
    const dual<T, Count, Lanes, Tag>& x,
    const dual<T, Count, Lanes, Tag>& y) noexcept(detail::never_throws<T>) {
  return detail::apply_rule<detail::opcode::min>(x, y);
}

/// x to the power y. A built-in exponent is a constant of the rule: pow(x, 2.0) has the slope 2x, also
/// at 0 and below.
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> pow(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  if constexpr (std::is_arithmetic_v<Y>) {
    return detail::power_with_constant(x, y);
  } else {
    return detail::apply_rule<detail::opcode::pow>(x, y);
  }
}

template <class X, class Y, class Z>
  requires detail::dual_operands<X, Y, Z>
constexpr detail::joint_dual<X, Y, Z> hypot(const X& x, const Y& y, const Z& z) noexcept(
    detail::never_throws<detail::joint_dual<X, Y, Z>>) {
  return detail::apply_rule<detail::opcode::hypot3>(x, y, z);
}
// More specialised than what core/scalar.hpp offers number classes without such a function.
template <class T, int Count, class Lanes, class Tag>
constexpr dual<T, Count, Lanes, Tag> hypot(
    const dual<T, Count, Lanes, Tag>& x, const dual<T, Count, Lanes, Tag>& y,
    const dual<T, Count, Lanes, Tag>& z) noexcept(detail::never_throws<T>) {
  return detail::apply_rule<detail::opcode::hypot3>(x, y, z);
}

/// x*y + z, the value rounded once.
template <class X, class Y, class Z>
  requires detail::dual_operands<X, Y, Z>
constexpr detail::joint_dual<X, Y, Z> fma(const X& x, const Y& y, const Z& z) noexcept(
    detail::never_throws<detail::joint_dual<X, Y, Z>>) {
  return detail::fused(x, y, z);
}

/// The n-th derivative of digamma, n >= 1.
template <detail::dual_number D>
constexpr D polygamma(int n, const D& x) noexcept(detail::never_throws<D>) {
  return detail::polygamma_of_order(typename D::primal_type(n), x);
}
// For rules on duals of duals, in which the order is a number like any other.
template <detail::dual_number D>
constexpr D polygamma(const D& n, const D& x) noexcept(detail::never_throws<D>) {
  return detail::polygamma_of_order(n.value(), x);
}

}  // namespace etad::inline ETAD_ABI
