// SPDX-License-Identifier: MIT
// Runs a row of the operation table on duals: value and partials from the row, tangents by the chain
// rule. Operands without tangents cost nothing.
#pragma once

#include <type_traits>

#include <etad/core/operation_table.hpp>
#include <etad/dual/careful.hpp>
#include <etad/dual/tangents.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The first dual among the operands of an operation.
template <class... X>
struct first_dual {};
template <class X, class... Rest>
struct first_dual<X, Rest...> : first_dual<Rest...> {};
template <dual_number X, class... Rest>
struct first_dual<X, Rest...> {
  using type = X;
};
template <class... X>
using joint_dual = typename first_dual<X...>::type;

/// At least one dual, all others duals or numbers without tangents.
template <class... X>
concept dual_operands = (is_dual<X> || ...) &&
                        ((is_dual<X> || constant_beside<X, base_scalar<joint_dual<X...>>>)&&...);

template <class D, class... X>
constexpr void require_one_level() {
  static_assert(((!is_dual<X> || std::same_as<X, D>)&&...),
                "ETAD-040: etad::dual requires operands of one and the same dual type; two were "
                "seen, that is, numbers of two levels of differentiation. A function that is "
                "differentiated inside another one must get the outer variable as an argument "
                "(left out of wrt<...>), not by capture; and duals of different N, scalar or lanes "
                "do not mix.");
}

/// The number by which an operand of an operation on D enters a rule.
template <class D, class X>
constexpr decltype(auto) primal(const X& x) {
  if constexpr (is_dual<X>) {
    return x.value();
  } else {
    using value = typename D::primal_type;
    return value(static_cast<base_scalar<D>>(x));
  }
}

/// Rows whose partials are zero on one side of a kink.
constexpr bool is_piecewise(opcode op) {
  switch (op) {
    case opcode::abs:
    case opcode::fmax:
    case opcode::fmin:
    case opcode::max:
    case opcode::min:
    case opcode::fdim:
    case opcode::copysign:
      return true;
    default:
      return false;
  }
}

template <opcode Op, class T, class Store, class... X>
[[gnu::always_inline]] constexpr Store scaled_for(const T& partial, const Store& x,
                                                  const X&... operands) {
  if constexpr (is_piecewise(Op)) {
    return selected(partial, x);
  } else {
    return scaled<Op>(partial, x, operands...);
  }
}
template <opcode Op, class T, class Store, class... X>
[[gnu::always_inline]] constexpr Store combined_for(const T& p, const Store& x, const T& q,
                                                    const Store& y, const X&... operands) {
  if constexpr (is_piecewise(Op)) {
    return added(selected(p, x), selected(q, y));
  } else {
    return combined<Op>(p, x, q, y, operands...);
  }
}

/// The operand as the rule of an operation on D sees it.
template <class D, class X>
constexpr auto in_rule(const X& x) {
  return rule_number<typename D::primal_type>::to(primal<D>(x));
}
/// A value or partial as the rule gave it.
template <class D, class X>
constexpr typename D::primal_type from_rule(const X& x) {
  return rule_number<typename D::primal_type>::from(x);
}

template <opcode Op, class X, class Y>
constexpr joint_dual<X, Y> apply_rule(const X& x, const Y& y);

/// The value of a row with two operands. That of max and min chooses an operand, which is not enough
/// on duals: at a tie both share the derivative.
template <opcode Op, class Number>
constexpr Number row_value(const Number& x, const Number& y) {
  if constexpr (is_dual<Number> && (Op == opcode::max || Op == opcode::min)) {
    return apply_rule<Op>(x, y);
  } else {
    return operation<Op>::value(x, y);
  }
}

template <opcode Op, dual_number D>
constexpr D apply_rule(const D& x) {
  using row = operation<Op>;
  const auto u = in_rule<D>(x);
  const auto r = row::value(u);
  if constexpr (row::differentiable) {
    return D(from_rule<D>(r), [&] {
      return scaled_for<Op>(from_rule<D>(row::partial(operand<0>{}, u, r)), x.all_tangents(), u);
    });
  } else {
    return D(from_rule<D>(r), typename D::store{});
  }
}

template <opcode Op, class X, class Y>
constexpr joint_dual<X, Y> apply_rule(const X& x, const Y& y) {
  using row = operation<Op>;
  using D = joint_dual<X, Y>;
  require_one_level<D, X, Y>();
  const auto u = in_rule<D>(x);
  const auto v = in_rule<D>(y);
  const auto r = row_value<Op>(u, v);
  const auto partial = [&](auto k) { return from_rule<D>(row::partial(k, u, v, r)); };
  return D(from_rule<D>(r), [&] {
    if constexpr (!is_dual<Y>) {
      return scaled_for<Op>(partial(operand<0>{}), x.all_tangents(), u, v);
    } else if constexpr (!is_dual<X>) {
      return scaled_for<Op>(partial(operand<1>{}), y.all_tangents(), u, v);
    } else {
      return combined_for<Op>(partial(operand<0>{}), x.all_tangents(), partial(operand<1>{}),
                              y.all_tangents(), u, v);
    }
  });
}

template <opcode Op, class X, class Y, class Z>
constexpr joint_dual<X, Y, Z> apply_rule(const X& x, const Y& y, const Z& z) {
  using row = operation<Op>;
  using D = joint_dual<X, Y, Z>;
  require_one_level<D, X, Y, Z>();
  const auto u = in_rule<D>(x);
  const auto v = in_rule<D>(y);
  const auto w = in_rule<D>(z);
  const auto r = row::value(u, v, w);
  typename D::store tangents{};
  const auto add = [&]<int K, class Operand>(operand<K> k, const Operand& a) {
    if constexpr (is_dual<Operand>) {
      tangents = added(tangents, scaled_for<Op>(from_rule<D>(row::partial(k, u, v, w, r)),
                                                a.all_tangents(), u, v, w));
    }
  };
  add(operand<0>{}, x);
  add(operand<1>{}, y);
  add(operand<2>{}, z);
  return D(from_rule<D>(r), tangents);
}

}  // namespace etad::inline ETAD_ABI::detail
