// SPDX-License-Identifier: MIT
// Formulas: expressions spelled by their type.
//
// A node is a type that is named and never completed, so that a subexpression that occurs a hundred
// times costs the compilers one name. The only values of a formula are its run-time constants, side by
// side in the order of the text, held by value: nothing refers to anything.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

#include <etad/core/plain_sum.hpp>
#include <etad/core/scalar.hpp>
#include <etad/expr/formula_nodes.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What calling a formula does; defined in call/formula/formula.hpp.
template <class Formula>
struct formula_call_operator;

template <class T, int Count>
struct formula_constants {
  T at[static_cast<std::size_t>(Count)];
};
template <class T>
struct formula_constants<T, 0> {};
inline constexpr formula_constants<double, 0> no_constants{};

}  // namespace etad::inline ETAD_ABI::detail

namespace etad::inline ETAD_ABI {

/// A formula: a callable object whose type spells it and whose only values are its Count run-time
/// constants, numbers of type T. Made from etad::arg by operators and functions; copied, returned and
/// stored like a number. f(x, y) is its value, f(g, h) with formulas g and h another formula.
template <class Node, class T = double, int Count = 0>
class formula {
 public:
  using node = Node;
  using constant = T;
  static constexpr int constants = Count;
  using values_type = detail::formula_constants<T, Count>;

  constexpr explicit formula(const values_type& values) : values_(values) {}

  /// Verbs make formulas without constants, as they make lambdas that capture nothing. Refused for a
  /// bare argument: `T sum{}` in generic code would be the argument again, not zero.
  template <class Same = Node>
  constexpr formula() : values_{} {
    static_assert(
        Count == 0 && (detail::node_facts<Same>::size > 1),
        "ETAD-080: a formula's type spells its expression, so etad requires it to be made "
        "by an expression; default construction was seen. Start from an expression, "
        "auto sum = 0.0 * x, or run the code on traced numbers, a lambda that captures "
        "nothing, or on dual numbers, etad::opaque(f).");
  }

  /// Refused: a variable of one formula's type cannot hold another one, or a number.
  template <class X>
    requires(!std::same_as<X, formula> && !std::same_as<X, values_type>)
  constexpr formula(const X&) : values_{} { refuse_change<X>(); }

  constexpr const values_type& values() const { return values_; }

  /// Refused, except for a formula of the same type.
  template <class X>
  constexpr formula& operator=(const X&) {
    refuse_change<X>();
    return *this;
  }
  template <class X>
  constexpr formula& operator+=(const X&) {
    refuse_change<X>();
    return *this;
  }
  template <class X>
  constexpr formula& operator-=(const X&) {
    refuse_change<X>();
    return *this;
  }
  template <class X>
  constexpr formula& operator*=(const X&) {
    refuse_change<X>();
    return *this;
  }
  template <class X>
  constexpr formula& operator/=(const X&) {
    refuse_change<X>();
    return *this;
  }

  template <class X = Node>
  constexpr formula& operator++() {
    refuse_change<X>();
    return *this;
  }
  template <class X = Node>
  constexpr formula& operator--() {
    refuse_change<X>();
    return *this;
  }
  template <class X = Node>
  constexpr formula operator++(int) {
    refuse_change<X>();
    return *this;
  }
  template <class X = Node>
  constexpr formula operator--(int) {
    refuse_change<X>();
    return *this;
  }

  /// Refused: `if`, `?:` and casts come here.
  template <class Number>
    requires std::is_arithmetic_v<Number>
  constexpr explicit operator Number() const {
    static_assert(
        sizeof(Number) == 0,
        "ETAD-081: etad requires a formula to be evaluated, f(x), before it is a number "
        "or a condition; if, ?:, a loop condition or a cast was seen. Write "
        "etad::select(c, a, b) for c ? a : b, or run the code on traced numbers, a lambda "
        "that captures nothing, or on dual numbers, etad::opaque(f).");
    return Number();
  }

  /// The value of the formula for numbers, with constants in the type of the arguments; for formulas,
  /// what results from putting them in place of the arguments.
  template <class... A>
    requires(sizeof...(A) > 0)
  constexpr auto operator()(const A&... a) const {
    return detail::formula_call_operator<formula>::call(*this, a...);
  }

 private:
  template <class X>
  static constexpr void refuse_change() {
    static_assert(sizeof(X) == 0,
                  "ETAD-082: wrap the callable, etad::opaque(f), and it runs on dual numbers. A "
                  "callable with captures is read as a formula where it seems to be one, and a "
                  "formula's type spells its expression, so etad requires a new variable for each "
                  "expression, declared auto; another expression or a number was assigned to one, "
                  "or returned as one by a helper such as T square(T x) that is not constexpr or a "
                  "member template called through [this]. Else declare such helpers constexpr or "
                  "let them return auto, and write const auto y = 2.0 * x.");
  }

  [[no_unique_address]] values_type values_;
};

namespace detail {

template <class X>
inline constexpr bool is_formula = false;
template <class Node, class T, int Count>
inline constexpr bool is_formula<formula<Node, T, Count>> = true;
template <class Node, class T, int Count>
inline constexpr bool is_variable_number<formula<Node, T, Count>> = true;

template <class Node, class T, int Count>
inline constexpr bool is_symbolic<formula<Node, T, Count>> = true;

template <class X>
concept real_formula = is_formula<X> && node_facts<typename X::node>::result == kind::real;
template <class X>
concept mask_formula = is_formula<X> && node_facts<typename X::node>::result == kind::mask;

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
