// SPDX-License-Identifier: MIT
// All functions of duals: how they apply a row of the operation table, whose names stand in
// core/functions.hpp, and the functions that are no single row.
#pragma once

#include <etad/core/value_functions.hpp>
#include <etad/dual/classification.hpp>
#include <etad/dual/io.hpp>
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
    return scaled<opcode::pow>(from_rule<D>(row::slope(u, c, r, static_cast<double>(exponent))),
                               x.all_tangents(), u);
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

/// The order is a number without tangents, or in rules on duals of duals a number like any other.
template <class Order, dual_number D>
constexpr D polygamma_of_order(const Order& n, const D& x) {
  using row = operation<opcode::polygamma>;
  const auto u = in_rule<D>(x);
  const auto order = in_rule<D>(n);
  const auto r = row::value(order, u);
  return D(from_rule<D>(r), [&] {
    return scaled<opcode::polygamma>(from_rule<D>(row::partial(operand<1>{}, order, u, r)),
                                     x.all_tangents(), u);
  });
}

template <class... X>
using last_of = typename decltype((std::type_identity<X>{}, ...))::type;

/// Operations that compute the value and the tangents.
struct dual_family {
  template <class... X>
  static constexpr bool accepts = dual_operands<X...>;
  template <class... X>
  static constexpr bool never_throws = detail::never_throws<joint_dual<X...>>;

  template <opcode Op, class... X>
  static constexpr joint_dual<X...> apply(const X&... x) noexcept(never_throws<X...>) {
    if constexpr (Op == opcode::pow && std::is_arithmetic_v<last_of<X...>>) {
      return power_with_constant(x...);
    } else if constexpr (Op == opcode::fma) {
      return fused(x...);
    } else if constexpr (Op == opcode::polygamma) {
      return polygamma_of_order(x...);
    } else {
      return apply_rule<Op>(x...);
    }
  }
  template <class Result, class F, class X>
  static Result of_value(F f, const X& x) {
    return static_cast<Result>(f(base_value(x)));
  }
};
template <class T, int Count, class Lanes, class Tag>
struct family_of<dual<T, Count, Lanes, Tag>> {
  using type = dual_family;
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
