// SPDX-License-Identifier: MIT
// What stands on the right-hand side of a statement: a tree of operations as a type, with all values.
//
// Children are held by value, so that an expression kept by `auto` remains valid. The leaves know the
// index and the tape of a variable as they were when the expression was written.
#pragma once

#include <concepts>
#include <type_traits>

#include <etad/core/operation_table.hpp>
#include <etad/core/overflow.hpp>
#include <etad/core/plain_sum.hpp>
#include <etad/core/plain_value.hpp>
#include <etad/core/rule_number.hpp>
#include <etad/tape/recorder.hpp>

namespace etad::inline ETAD_ABI {

/// How operations on variables are recorded: whole right-hand sides as one record (the types of
/// operations are types of expressions), or every operation by itself (they are variables).
struct statements {
  /// The variables in an expression; a larger one is recorded up to there.
  static constexpr int limit = 32;
};
struct eager {
  static constexpr int limit = 0;
};

template <class T, class Style = statements>
class variable;

namespace detail {

/// The number below all derivatives that a number carries.
template <class T>
struct base_number {
  using type = T;
};
template <class T>
  requires requires { typename T::base_scalar; }
struct base_number<T> {
  using type = typename T::base_scalar;
};

/// Rules on variables of an inner tape are recorded operation by operation.
template <class T, class Style>
struct rule_number<variable<T, Style>> {
  using type = variable<T, eager>;
  static type to(const variable<T, Style>& x) { return type(x); }
  static variable<T, Style> from(const type& x) { return variable<T, Style>(x); }
};

template <class T>
struct variable_operand {
  static constexpr int leaves = 1;
  T held;
  recorder<T>* tape;
  tape_index index;
#if ETAD_HAS_CHECKS
  variable_stamp<T> stamp{};
#endif

  [[gnu::always_inline]] constexpr const T& value() const noexcept { return held; }
};
template <class T>
struct number_operand {
  static constexpr int leaves = 0;
  T held;

  [[gnu::always_inline]] constexpr const T& value() const noexcept { return held; }
};

template <class... X>
struct operand_list;
template <class X>
struct operand_list<X> {
  X first;
};
template <class X, class Y>
struct operand_list<X, Y> {
  X first;
  Y second;
};
template <class X, class Y, class Z>
struct operand_list<X, Y, Z> {
  X first;
  Y second;
  Z third;
};
template <int K, class... X>
[[gnu::always_inline]] constexpr const auto& operand_at(const operand_list<X...>& list) noexcept {
  if constexpr (K == 0) {
    return list.first;
  } else if constexpr (K == 1) {
    return list.second;
  } else {
    return list.third;
  }
}

/// Op on operands, with its value.
template <opcode Op, class T, class Style, class... X>
class taped_expression {
 public:
  using number = T;
  static constexpr int leaves = (0 + ... + X::leaves);
  static constexpr int arity = sizeof...(X);
  static constexpr opcode op = Op;

  [[gnu::always_inline]] constexpr taped_expression(const T& value, const X&... x)
      : operands{x...}, held(value) {}

  [[gnu::always_inline]] constexpr const T& value() const noexcept { return held; }

  template <std::integral Whole>
  constexpr explicit operator Whole() const {
    return static_cast<Whole>(held);
  }

  operand_list<X...> operands;
  T held;
};

template <class X>
inline constexpr bool is_variable = false;
template <class T, class Style>
inline constexpr bool is_variable<variable<T, Style>> = true;
/// Variables of tapes over T.
template <class X, class T>
inline constexpr bool is_variable_over = false;
template <class T, class Style>
inline constexpr bool is_variable_over<variable<T, Style>, T> = true;
template <class X>
inline constexpr bool is_expression = false;
template <opcode Op, class T, class Style, class... X>
inline constexpr bool is_expression<taped_expression<Op, T, Style, X...>> = true;

/// Variables on built-in numbers.
template <class X>
inline constexpr bool on_built_in = false;
template <class T, class Style>
inline constexpr bool on_built_in<variable<T, Style>> = std::is_arithmetic_v<T>;

/// The number and the style of variables and expressions, and how many tapes deep they are.
template <class X>
struct taped_traits {
  static constexpr int depth = 0;
};
template <class T, class Style>
struct taped_traits<variable<T, Style>> {
  using number = T;
  using style = Style;
  static constexpr int depth = 1 + taped_traits<T>::depth;
};
template <opcode Op, class T, class Style, class... X>
struct taped_traits<taped_expression<Op, T, Style, X...>> : taped_traits<variable<T, Style>> {};

template <class X>
inline constexpr bool is_taped = taped_traits<X>::depth > 0;
template <class X>
concept taped = is_taped<X>;

/// Operations on numbers X give X: any function of numbers can run on them.
template <class X>
inline constexpr bool runs_eagerly = !is_taped<X>;
template <class T>
inline constexpr bool runs_eagerly<variable<T, eager>> = true;

template <class T, class Style>
inline constexpr bool is_variable_number<variable<T, Style>> = true;
template <opcode Op, class T, class Style, class... X>
inline constexpr bool is_variable_number<taped_expression<Op, T, Style, X...>> = true;

/// The deepest of the operands says what number an operation is on.
template <class X, class... Rest>
struct deepest : std::type_identity<X> {};
template <class X, class Y, class... Rest>
struct deepest<X, Y, Rest...>
    : deepest<std::conditional_t<(taped_traits<Y>::depth > taped_traits<X>::depth), Y, X>,
              Rest...> {};
template <class... X>
using joint_traits = taped_traits<typename deepest<X...>::type>;
template <class... X>
using joint_variable =
    variable<typename joint_traits<X...>::number, typename joint_traits<X...>::style>;

/// A number that does not stand on a tape over T.
template <class A, class T>
concept untaped_beside = std::is_arithmetic_v<A> ||
    (!std::is_arithmetic_v<T> && std::convertible_to<const A&, T>);

/// An operand of an operation on variables over T.
template <class X, class Traits>
inline constexpr bool is_operand = [] {
  if constexpr (taped_traits<X>::depth == Traits::depth) {
    return std::same_as<typename taped_traits<X>::number, typename Traits::number> &&
           std::same_as<typename taped_traits<X>::style, typename Traits::style>;
  } else {
    return untaped_beside<X, typename Traits::number>;
  }
}();
template <class... X>
concept taped_operands = (is_taped<X> || ...) && (is_operand<X, joint_traits<X...>> && ...);

/// An operand as an expression holds it.
template <class T, class X>
[[gnu::always_inline]] constexpr auto as_operand(const X& x) {
  return number_operand<T>{static_cast<T>(x)};
}
template <class T, class Style>
[[gnu::always_inline]] inline variable_operand<T> as_operand(const variable<T, Style>& x) noexcept {
  return x.read();
}
template <class T, opcode Op, class Style, class... X>
[[gnu::always_inline]] constexpr const taped_expression<Op, T, Style, X...>& as_operand(
    const taped_expression<Op, T, Style, X...>& x) noexcept {
  return x;
}

// Rules are evaluated on rule_number<T>, which is T itself for built-in numbers.

template <class T>
[[gnu::always_inline]] constexpr decltype(auto) in_rule_of(const T& x) {
  if constexpr (std::is_arithmetic_v<T>) {
    return (x);
  } else {
    return rule_number<T>::to(x);
  }
}
template <class T, class X>
[[gnu::always_inline]] constexpr decltype(auto) out_of_rule_of(const X& x) {
  if constexpr (std::is_arithmetic_v<T>) {
    return (x);
  } else {
    return rule_number<T>::from(x);
  }
}

/// The value of a row on numbers. That of max and min chooses an operand, which is not enough on numbers
/// that carry derivatives: at a tie both share it.
template <opcode Op, class Number>
constexpr Number chosen_of(const Number& x, const Number& y) {
  if (x == y) return Number(Number(x * Number(0.5)) + Number(y * Number(0.5)));
  return operation<Op>::value(x, y);
}
template <opcode Op, class Number>
[[gnu::always_inline]] constexpr Number row_value_of(const Number& x) {
  return operation<Op>::value(x);
}
template <opcode Op, class Number>
[[gnu::always_inline]] constexpr Number row_value_of(const Number& x, const Number& y) {
  if constexpr (is_variable_number<Number> && (Op == opcode::max || Op == opcode::min)) {
    return chosen_of<Op>(x, y);
  } else {
    return operation<Op>::value(x, y);
  }
}
template <opcode Op, class Number>
[[gnu::always_inline]] constexpr Number row_value_of(const Number& x, const Number& y,
                                                     const Number& z) {
  return operation<Op>::value(x, y, z);
}

template <opcode Op, class T, class... X>
[[gnu::always_inline]] constexpr T value_of_row(const X&... x) {
  if constexpr (std::is_arithmetic_v<T>) {
    return operation<Op>::value(x...);
  } else {
    return T(out_of_rule_of<T>(row_value_of<Op>(in_rule_of<T>(x)...)));
  }
}

/// The operation as an expression, or recorded where it would be too large for one.
template <opcode Op, class T, class Style, class... X>
[[gnu::always_inline]] constexpr auto make_expression(const X&... x) {
  using made = taped_expression<Op, T, Style, X...>;
  if constexpr (made::leaves > Style::limit) {
    return variable<T, Style>(made(value_of_row<Op, T>(x.value()...), x...));
  } else {
    return made(value_of_row<Op, T>(x.value()...), x...);
  }
}

/// Op on variables, expressions and numbers.
template <opcode Op, class... X>
[[gnu::always_inline]] constexpr auto taped_operation(const X&... x) {
  using traits = joint_traits<X...>;
  using T = typename traits::number;
  if constexpr (operation<Op>::differentiable) {
    return make_expression<Op, T, typename traits::style>(as_operand<T>(x)...);
  } else {
    return variable<T, typename traits::style>(value_of_row<Op, T>(as_operand<T>(x).value()...));
  }
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
