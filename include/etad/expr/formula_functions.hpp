// SPDX-License-Identifier: MIT
// The functions of formulas that are no single operation, found by argument-dependent look-up: the same
// as those of traced values (expr/functions.hpp).
#pragma once

#include <etad/core/functions.hpp>
#include <etad/expr/formula_operators.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Operations that become part of a formula.
struct formula_family {
  template <class... X>
  static constexpr bool accepts = formula_operands<X...>;
  template <class... X>
  static constexpr bool never_throws = false;

  template <opcode Op, class... X>
  static constexpr auto apply(const X&... x) {
    return formula_of<Op>(x...);
  }
  template <class Result, class F, class X>
  static constexpr auto of_value(F, const X& x) {
    return static_cast<Result>(x);
  }
};
template <class Node, class T, int Count>
struct family_of<formula<Node, T, Count>> {
  using type = formula_family;
};

}  // namespace detail

/// The first value where the condition holds, the second elsewhere. The condition is a comparison of
/// formulas, or a bool that is known when the formula is made.
template <class Condition, class X, class Y>
  requires detail::formula_condition<Condition> &&
      (detail::formula_operands<X, Y> ||
       (detail::mask_formula<Condition> && detail::formula_number<X> &&
        detail::formula_number<Y>)) constexpr auto select(const Condition& condition, const X& x,
                                                          const Y& y) {
    return detail::operation_formula<detail::opcode::select>(
        detail::condition_formula(condition), detail::as_formula(x), detail::as_formula(y));
  }

  /// As std::clamp: the derivative belongs to the value that is returned.
  template <class X, class Low, class High>
    requires detail::formula_operands<X, Low, High>
  constexpr auto clamp(const X& x, const Low& low, const High& high) {
    return select(x < low, low, select(high < x, high, x));
  }
  template <class Node, class T, int Count>
  constexpr auto clamp(const formula<Node, T, Count>& x, const formula<Node, T, Count>& low,
                       const formula<Node, T, Count>& high) {
    return select(x < low, low, select(high < x, high, x));
  }

  // core/select.hpp says what these two do.
  template <detail::real_formula X>
  constexpr auto stop_gradient(const X& x) {
    return detail::formula_of<detail::opcode::stop_gradient>(x);
  }
  template <class X, class Y>
    requires detail::formula_operands<X, Y>
  constexpr auto straight_through(const X& value, const Y& surrogate) {
    return detail::operation_formula<detail::opcode::attach>(
        detail::operation_formula<detail::opcode::stop_gradient>(detail::as_formula(value)),
        detail::as_formula(surrogate), formula<detail::fixed_node<1>>(detail::no_constants));
  }

  template <detail::real_formula X>
  constexpr auto isfinite(const X& x) {
    return detail::operation_formula<detail::opcode::is_finite>(x);
  }
  template <detail::real_formula X>
  constexpr auto isnan(const X& x) {
    return x != x;
  }
  template <detail::real_formula X>
  constexpr auto isinf(const X& x) {
    return !isnan(x) && !isfinite(x);
  }
  template <detail::real_formula X>
  constexpr auto signbit(const X& x) {
    return copysign(1.0, x) < 0.0;
  }
  template <class X, class Y>
    requires detail::formula_operands<X, Y>
  constexpr auto isunordered(const X& x, const Y& y) { return x != x || y != y; }
  template <class X, class Y>
    requires detail::formula_operands<X, Y>
  constexpr auto islessgreater(const X& x, const Y& y) { return x < y || x > y; }

}  // namespace etad::inline ETAD_ABI
