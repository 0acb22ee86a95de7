// SPDX-License-Identifier: MIT
// Runs a row of the operation table on duals: value and partials from the row, tangents by the chain
// rule. Operands without tangents cost nothing.
#pragma once

#include <type_traits>

#include <etad/core/operation_table.hpp>
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
    using value = typename D::value_type;
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

template <opcode Op, class T, class Store>
[[gnu::always_inline]] constexpr Store scaled_for(const T& partial, const Store& x) {
  if constexpr (is_piecewise(Op)) {
    return selected(partial, x);
  } else {
    return scaled(partial, x);
  }
}
template <opcode Op, class T, class Store>
[[gnu::always_inline]] constexpr Store combined_for(const T& p, const Store& x, const T& q,
                                                    const Store& y) {
  if constexpr (is_piecewise(Op)) {
    return added(selected(p, x), selected(q, y));
  } else {
    return combined(p, x, q, y);
  }
}

template <opcode Op, dual_number D>
constexpr D apply_rule(const D& x) {
  using row = operation<Op>;
  const auto& u = x.value();
  const typename D::value_type r = row::value(u);
  if constexpr (row::differentiable) {
    return D(r, [&] { return scaled_for<Op>(row::partial(operand<0>{}, u, r), x.all_tangents()); });
  } else {
    return D(r, typename D::store{});
  }
}

template <opcode Op, class X, class Y>
constexpr joint_dual<X, Y> apply_rule(const X& x, const Y& y) {
  using row = operation<Op>;
  using result = joint_dual<X, Y>;
  require_one_level<result, X, Y>();
  const auto& u = primal<result>(x);
  const auto& v = primal<result>(y);
  const typename result::value_type r = row::value(u, v);
  if constexpr (is_dual<X> && is_dual<Y>) {
    return result(r, [&] {
      return combined_for<Op>(row::partial(operand<0>{}, u, v, r), x.all_tangents(),
                              row::partial(operand<1>{}, u, v, r), y.all_tangents());
    });
  } else if constexpr (is_dual<X>) {
    return result(
        r, [&] { return scaled_for<Op>(row::partial(operand<0>{}, u, v, r), x.all_tangents()); });
  } else {
    return result(
        r, [&] { return scaled_for<Op>(row::partial(operand<1>{}, u, v, r), y.all_tangents()); });
  }
}

template <opcode Op, class X, class Y, class Z>
constexpr joint_dual<X, Y, Z> apply_rule(const X& x, const Y& y, const Z& z) {
  using row = operation<Op>;
  using result = joint_dual<X, Y, Z>;
  require_one_level<result, X, Y, Z>();
  const auto& u = primal<result>(x);
  const auto& v = primal<result>(y);
  const auto& w = primal<result>(z);
  const typename result::value_type r = row::value(u, v, w);
  typename result::store tangents{};
  const auto add = [&]<int K, class Operand>(operand<K> k, const Operand& a) {
    if constexpr (is_dual<Operand>) {
      tangents = added(tangents, scaled_for<Op>(row::partial(k, u, v, w, r), a.all_tangents()));
    }
  };
  add(operand<0>{}, x);
  add(operand<1>{}, y);
  add(operand<2>{}, z);
  return result(r, tangents);
}

}  // namespace etad::inline ETAD_ABI::detail
