// SPDX-License-Identifier: MIT
// The types of which the type of a formula is made.
#pragma once

#include <initializer_list>
#include <type_traits>

#include <etad/core/operation_table.hpp>

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
  template <kind Other, class>
  using like = oversized_node<Other>;
};

}  // namespace etad::inline ETAD_ABI::detail
