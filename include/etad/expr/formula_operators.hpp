// SPDX-License-Identifier: MIT
// Arithmetic, comparisons and logic of formulas.
#pragma once

#include <etad/expr/formula_join.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Writes Op on formulas and numbers.
template <opcode Op, class... X>
constexpr auto formula_of(const X&... x) {
  return operation_formula<Op>(as_formula(x)...);
}

/// A condition known at run time is the constant 0 or 1, compared with 0.
constexpr auto condition_formula(bool condition) {
  return operation_formula<opcode::not_equal>(constant_formula(condition ? 1.0 : 0.0),
                                              formula<fixed_node<0>>(no_constants));
}
template <mask_formula X>
constexpr const X& condition_formula(const X& x) {
  return x;
}

template <class X>
concept formula_condition = mask_formula<X> || std::same_as<X, bool>;
template <class X, class Y>
concept formula_conditions = (mask_formula<X> && formula_condition<Y>) ||
                             (formula_condition<X> && mask_formula<Y>);

}  // namespace detail

template <detail::real_formula X>
constexpr X operator+(const X& x) {
  return x;
}
template <detail::real_formula X>
constexpr auto operator-(const X& x) {
  return detail::formula_of<detail::opcode::negate>(x);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator+(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::add>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator-(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::subtract>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator*(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::multiply>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator/(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::divide>(x, y);
}
// `(x > 0) * x`.
template <detail::mask_formula X, detail::formula_operand Y>
constexpr auto operator*(const X& condition, const Y& y) {
  return detail::formula_of<detail::opcode::select>(condition, 1.0, 0.0) * y;
}
template <class X, detail::mask_formula Y>
  requires detail::formula_operand<X>
constexpr auto operator*(const X& x, const Y& condition) {
  return x * detail::formula_of<detail::opcode::select>(condition, 1.0, 0.0);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator<(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::less>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator<=(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::less_equal>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator>(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::greater>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator>=(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::greater_equal>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator==(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::equal>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto operator!=(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::not_equal>(x, y);
}

// Masks are values: unlike those of bool, both operands are always written into the program.

template <detail::mask_formula X>
constexpr auto operator!(const X& x) {
  return detail::operation_formula<detail::opcode::logical_not>(x);
}
template <class X, class Y>
  requires detail::formula_conditions<X, Y>
constexpr auto operator&&(const X& x, const Y& y) {
  return detail::operation_formula<detail::opcode::logical_and>(detail::condition_formula(x),
                                                                detail::condition_formula(y));
}
template <class X, class Y>
  requires detail::formula_conditions<X, Y>
constexpr auto operator||(const X& x, const Y& y) {
  return detail::operation_formula<detail::opcode::logical_or>(detail::condition_formula(x),
                                                               detail::condition_formula(y));
}

}  // namespace etad::inline ETAD_ABI
