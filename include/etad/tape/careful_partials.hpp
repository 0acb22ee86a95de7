// SPDX-License-Identifier: MIT
// The partial derivatives of a statement where products need care: a zero wins over an infinity, and
// numbers that carry derivatives are multiplied by the rules for them. A sweep over a table of the
// operations, whose code is compiled once for an operation and not for each statement.
#pragma once

#include <utility>

#include <etad/tape/partials.hpp>

namespace etad::inline ETAD_ABI::detail {

/// An adjoint; where it is 1 or -1 it multiplies nothing.
template <class T>
struct careful_adjoint {
  using rule = typename rule_number<T>::type;
  rule number{};
  int unit = 0;

  careful_adjoint times(const rule& partial) const {
    if (unit == 1) return {partial, 0};
    if (unit == -1) return {rule(-partial), 0};
    return {product_or_zero(number, partial), 0};
  }
  careful_adjoint negated() const {
    return unit != 0 ? careful_adjoint{number, -unit} : careful_adjoint{rule(-number), 0};
  }
  T weight() const { return unit != 0 ? T(unit) : T(out_of_rule_of<T>(number)); }
};

/// A node of an expression. They stand in the order in which they are written, the root first.
template <class T>
struct careful_node {
  /// Takes the adjoint of node `self` to its operands; null for variables and numbers.
  void (*spread)(const careful_node& node, const T* const* values,
                 careful_adjoint<T>* adjoints) = nullptr;
  short self = 0;
  short operands[3] = {};
  /// Whether the operand depends on variables.
  bool active[3] = {};
  bool is_variable = false;
};

template <opcode Op, bool ConstantExponent, class T, int K, int... All>
void spread_to_operand(const careful_node<T>& node, const T* const* values,
                       careful_adjoint<T>* adjoints) {
  if (!node.active[K]) return;
  const careful_adjoint<T>& from = adjoints[node.self];
  careful_adjoint<T>& to = adjoints[node.operands[K]];
  if constexpr (Op == opcode::add || (Op == opcode::subtract && K == 0)) {
    to = from;
  } else if constexpr (Op == opcode::negate || Op == opcode::subtract) {
    to = from.negated();
  } else {
    to = from.times(
        partial_of<Op, K, T, ConstantExponent>(*values[node.self], *values[node.operands[All]]...));
  }
}
template <opcode Op, bool ConstantExponent, class T, int... K>
void spread_operation(const careful_node<T>& node, const T* const* values,
                      careful_adjoint<T>* adjoints) {
  (spread_to_operand<Op, ConstantExponent, T, K, K...>(node, values, adjoints), ...);
}

/// The nodes of an expression of type E.
template <class Expression>
inline constexpr int node_count = 1;
template <opcode Op, class T, class Style, class... X>
inline constexpr int node_count<taped_expression<Op, T, Style, X...>> = (1 + ... + node_count<X>);

template <class T, class Expression>
constexpr short describe(careful_node<T>* nodes, short at, std::type_identity<Expression>) {
  nodes[at].self = at;
  nodes[at].is_variable = Expression::leaves > 0;
  return static_cast<short>(at + 1);
}
template <class T, opcode Op, class Style, class... X>
constexpr short describe(careful_node<T>* nodes, short at,
                         std::type_identity<taped_expression<Op, T, Style, X...>>) {
  careful_node<T>& node = nodes[at];
  node.self = at;
  node.spread = []<int... K>(std::integer_sequence<int, K...>) {
    return &spread_operation<Op, has_constant_exponent<Op, T, X...>, T, K...>;
  }
  (std::make_integer_sequence<int, static_cast<int>(sizeof...(X))>{});
  short next = static_cast<short>(at + 1);
  int k = 0;
  ((node.operands[k] = next, node.active[k] = X::leaves > 0, ++k,
    next = describe(nodes, next, std::type_identity<X>{})),
   ...);
  return next;
}
template <class T, int Count>
struct careful_nodes {
  careful_node<T> at[static_cast<std::size_t>(Count)];
};
template <class T, class Expression>
inline constexpr auto nodes_of_expression = [] {
  careful_nodes<T, node_count<Expression>> nodes{};
  describe(nodes.at, short{0}, std::type_identity<Expression>{});
  return nodes;
}();

/// Where the values of the nodes are.
template <class T, class Expression>
const T** point_at_values(const Expression& e, const T** to) {
  *to++ = &e.value();
  return to;
}
template <class T, opcode Op, class Style, class... X>
const T** point_at_values(const taped_expression<Op, T, Style, X...>& e, const T** to) {
  *to++ = &e.value();
  to = point_at_values(e.operands.first, to);
  if constexpr (sizeof...(X) > 1) to = point_at_values(e.operands.second, to);
  if constexpr (sizeof...(X) > 2) to = point_at_values(e.operands.third, to);
  return to;
}

template <class T>
void sweep_carefully(const careful_node<T>* nodes, int count, const T* const* values,
                     careful_adjoint<T>* adjoints, T* weights) {
  for (int k = 0; k < count; ++k) {
    if (nodes[k].spread != nullptr) nodes[k].spread(nodes[k], values, adjoints);
    if (nodes[k].is_variable) *weights++ = adjoints[k].weight();
  }
}

/// The weights of the variables in e, whose own adjoint is `unit`: 1 or -1.
template <class T, class Expression>
[[gnu::noinline]] void weigh_carefully(const Expression& e, int unit, T* weights) {
  constexpr int count = node_count<Expression>;
  const T* values[static_cast<std::size_t>(count)];
  careful_adjoint<T> adjoints[static_cast<std::size_t>(count)];
  adjoints[0].unit = unit;
  point_at_values(e, values);
  sweep_carefully(nodes_of_expression<T, Expression>.at, count, values, adjoints, weights);
}

/// Where the variables of an expression are, by Position.
template <class T, class Expression>
const variable_operand<T>** point_at_variables(const Expression& e,
                                               const variable_operand<T>** to) {
  if constexpr (Expression::leaves > 0) *to++ = &e;
  return to;
}
template <class T, opcode Op, class Style, class... X>
const variable_operand<T>** point_at_variables(const taped_expression<Op, T, Style, X...>& e,
                                               const variable_operand<T>** to) {
  to = point_at_variables(e.operands.first, to);
  if constexpr (sizeof...(X) > 1) to = point_at_variables(e.operands.second, to);
  if constexpr (sizeof...(X) > 2) to = point_at_variables(e.operands.third, to);
  return to;
}

}  // namespace etad::inline ETAD_ABI::detail
