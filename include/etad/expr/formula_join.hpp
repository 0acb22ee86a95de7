// SPDX-License-Identifier: MIT
// Makes formulas of formulas and numbers: joins their nodes and their constants.
#pragma once

#include <concepts>
#include <type_traits>

#include <etad/expr/expression.hpp>
#include <etad/expr/traced.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A number that may become a constant of a formula.
template <class X>
concept formula_number =
    !is_formula<X> && (std::is_arithmetic_v<X> || std::same_as<X, traced> || other_scalar<X>);

template <class X>
concept formula_operand = real_formula<X> || formula_number<X>;

/// Operands of an operation: at least one formula, the others formulas or numbers.
template <class... X>
concept formula_operands = (real_formula<X> || ...) && (formula_operand<X> && ...);

/// How a constant is held: built-in numbers as double or long double, which every format fits in.
template <class X>
using constant_type =
    std::conditional_t<std::is_arithmetic_v<X>,
                       std::conditional_t<std::same_as<X, long double>, long double, double>, X>;

/// One type for the constants of a formula; void has no say.
template <class First, class Second>
auto common_constant_type() {
  if constexpr (std::is_void_v<First> || std::same_as<Second, traced>) {
    return std::type_identity<Second>{};
  } else if constexpr (std::same_as<First, Second> || std::same_as<First, traced>) {
    return std::type_identity<First>{};
  } else {
    return std::common_type<First, Second>{};
  }
}
template <class First, class Second>
using common_constant = typename decltype(common_constant_type<First, Second>())::type;

/// The common type of the constants of formulas X..., those without constants having no say; `Known`
/// or, at first, void.
template <class Known, class... X>
struct constants_of {
  using type = Known;
};
template <class Known, class First, class... Rest>
  requires(First::constants == 0)
struct constants_of<Known, First, Rest...> : constants_of<Known, Rest...> {};
template <class Known, class First, class... Rest>
  requires(First::constants > 0)
struct constants_of<Known, First, Rest...>
    : constants_of<common_constant<Known, typename First::constant>, Rest...> {};

template <class T>
constexpr formula<constant_node, constant_type<T>, 1> constant_formula(const T& value) {
  using held = constant_type<T>;
  return formula<constant_node, held, 1>(formula_constants<held, 1>{{static_cast<held>(value)}});
}

template <class X>
constexpr const X& as_formula(const X& x) requires is_formula<X> {
  return x;
}
template <formula_number X>
constexpr auto as_formula(const X& x) {
  return constant_formula(x);
}

template <class T, int Count, class X>
constexpr void append_constants(formula_constants<T, Count>& all, int& next, const X& x) {
  if constexpr (X::constants > 0) {
    for (const auto& value : x.values().at) all.at[next++] = static_cast<T>(value);
  }
}

/// The first of X... that absorbs, or void.
template <class... X>
struct first_absorbing {
  using type = void;
};
template <class First, class... Rest>
struct first_absorbing<First, Rest...>
    : std::conditional_t<node_facts<First>::absorbs, std::type_identity<First>,
                         first_absorbing<Rest...>> {};

/// The formula of node Node over the formulas x....
template <class Node, class... X>
constexpr auto join(const X&... x) {
  using absorbing = typename first_absorbing<typename X::node...>::type;
  constexpr kind result = node_facts<Node>::result;
  if constexpr (!std::is_void_v<absorbing>) {
    return formula<typename node_facts<absorbing>::template like<result, Node>>(no_constants);
  } else if constexpr (node_facts<Node>::size > formula_limit) {
    return formula<oversized_node<result>>(no_constants);
  } else if constexpr (node_facts<Node>::constants == 0) {
    return formula<Node>(no_constants);
  } else {
    using constant = typename constants_of<void, X...>::type;
    formula_constants<constant, node_facts<Node>::constants> all{};
    int next = 0;
    (append_constants(all, next, x), ...);
    return formula<Node, constant, node_facts<Node>::constants>(all);
  }
}

template <opcode Op, class... X>
constexpr auto operation_formula(const X&... x) {
  return join<operation_node<Op, typename X::node...>>(x...);
}

}  // namespace etad::inline ETAD_ABI::detail
