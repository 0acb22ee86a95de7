// SPDX-License-Identifier: MIT
// Formulas: expressions spelled by their type.
//
// A node is a type that is named and never completed, so that a subexpression that occurs a hundred
// times costs the compilers one name. The only values of a formula are its run-time constants, side by
// side in the order of the text, held by value: nothing refers to anything.
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <type_traits>

#include <etad/core/operation_table.hpp>
#include <etad/core/scalar.hpp>
#include <etad/expr/traced.hpp>

/// The words of which types spell formulas. Nothing but these in this namespace: argument-dependent
/// look-up of a user's functions comes here.
namespace etad::inline ETAD_ABI::nodes {

using detail::kind;
using detail::opcode;

/// Argument number Index of the formula.
template <int Index>
struct argument_node;
/// A number that is known at run time: the next of the formula's constants.
struct constant_node;
/// A number that is known to the compiler.
template <auto Value>
struct fixed_node;
template <opcode Op, class... X>
struct operation_node;
/// A stateless callable, applied to X... and behind them an array of its own constants.
template <class Callable, int Constants, class... X>
struct call_node;
/// No node of a tree: constants that a call_node holds itself, as an operand of join.
template <int Count>
struct held_node;
/// More than formula_limit nodes; whatever is done with it is that, too.
template <kind Kind>
struct oversized_node;

}  // namespace etad::inline ETAD_ABI::nodes

namespace etad::inline ETAD_ABI::detail {

using namespace nodes;

/// The largest formula, in nodes: operations, arguments and constants, each use counted. Compilers
/// nest function calls to a depth of 512 in constant evaluation.
inline constexpr int formula_limit = 400;

/// What calling a formula does; defined in api/formula.hpp.
template <class Formula>
struct formula_call_operator;

constexpr int largest_of(std::initializer_list<int> values) {
  int largest = 0;
  for (const int value : values) largest = value > largest ? value : largest;
  return largest;
}

/// What there is to know of a node.
template <class Node>
struct node_facts;
struct leaf_facts {
  static constexpr int size = 1;
  /// How many run-time constants it reads.
  static constexpr int constants = 0;
  /// One more than the largest argument it uses.
  static constexpr int arity = 0;
  static constexpr kind result = kind::real;
  /// It stands for all that is done with it.
  static constexpr bool absorbs = false;
};
template <int Index>
struct node_facts<argument_node<Index>> : leaf_facts {
  static constexpr int arity = Index + 1;
};
template <>
struct node_facts<constant_node> : leaf_facts {
  static constexpr int constants = 1;
};
template <auto Value>
struct node_facts<fixed_node<Value>> : leaf_facts {};
template <opcode Op, class... X>
struct node_facts<operation_node<Op, X...>> : leaf_facts {
  static constexpr int size = (1 + ... + node_facts<X>::size);
  static constexpr int constants = (0 + ... + node_facts<X>::constants);
  static constexpr int arity = largest_of({node_facts<X>::arity...});
  static constexpr kind result = operation<Op>::result;
};
template <class Callable, int Constants, class... X>
struct node_facts<call_node<Callable, Constants, X...>> : leaf_facts {
  static constexpr int size = (1 + ... + node_facts<X>::size);
  static constexpr int constants = (Constants + ... + node_facts<X>::constants);
  static constexpr int arity = largest_of({node_facts<X>::arity...});
};
template <int Count>
struct node_facts<held_node<Count>> : leaf_facts {};
template <kind Kind>
struct node_facts<oversized_node<Kind>> : leaf_facts {
  static constexpr kind result = Kind;
  static constexpr bool absorbs = true;
  template <kind Other>
  using like = oversized_node<Other>;
};

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
        "auto sum = 0.0 * x, or run the code on traced numbers: a lambda that captures "
        "nothing.");
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
                  "ETAD-082: a formula's type spells its expression, so etad requires a new "
                  "variable for each expression, declared auto; another expression or a number "
                  "was assigned to one. Write const auto y = 2.0 * x. Loops run on traced "
                  "numbers, a lambda that captures nothing, or on dual numbers, etad::opaque(f).");
  }

  [[no_unique_address]] values_type values_;
};

namespace detail {

template <class X>
inline constexpr bool is_formula = false;
template <class Node, class T, int Count>
inline constexpr bool is_formula<formula<Node, T, Count>> = true;

template <class Node, class T, int Count>
inline constexpr bool is_symbolic<formula<Node, T, Count>> = true;

template <class X>
concept real_formula = is_formula<X> && node_facts<typename X::node>::result == kind::real;
template <class X>
concept mask_formula = is_formula<X> && node_facts<typename X::node>::result == kind::mask;

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
    return formula<typename node_facts<absorbing>::template like<result>>(no_constants);
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

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
