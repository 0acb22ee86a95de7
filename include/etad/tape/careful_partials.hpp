// SPDX-License-Identifier: MIT
// The partial derivatives of a statement where products need care: a zero wins over an infinity, and
// numbers that carry derivatives are multiplied by the rules for them. A sweep over a table of the
// operations, whose code is compiled once for an operation and not for each statement.
#pragma once

#include <utility>

#include <etad/tape/partials.hpp>

namespace etad::inline ETAD_ABI::detail {

/// An adjoint; where it is 1 or -1 it multiplies nothing. Where it is `tiny` its 0 stands for a number that is
/// too small, and does not win over infinities; where it is `unsure`, not over those of other statements.
template <class T>
struct careful_adjoint {
  using rule = typename rule_number<T>::type;
  rule number{};
  int unit = 0;
  bool tiny = false;
  bool unsure = false;

  careful_adjoint times(const rule& partial) const {
    if (unit == 1) return {partial};
    if (unit == -1) return {rule(-partial)};
    if (tiny && !is_finite(plain_value(partial))) return {product(number, partial)};
    return {product_or_zero(number, partial), 0, tiny, unsure && !vanishes(partial)};
  }
  careful_adjoint negated() const {
    return unit != 0 ? careful_adjoint{number, -unit}
                     : careful_adjoint{rule(-number), 0, tiny, unsure};
  }
  /// Whether it is a 0 that does not win over infinite adjoints of the statement.
  bool is_doubtful() const { return unsure && unit == 0 && vanishes(number); }
  T weight() const { return unit != 0 ? T(unit) : T(out_of_rule_of<T>(number)); }
};

/// The value of a node, and whether it is infinite because an operation on finite numbers overflowed.
template <class T>
struct careful_value {
  const T* number;
  bool overflowed = false;

  bool is_finite() const { return detail::is_finite(plain_value(*number)); }
};

/// A node of an expression. They stand in the order in which they are written, the root first.
template <class T>
struct careful_node {
  /// Takes the adjoint of node `self` to its operands; null for variables and numbers.
  void (*spread)(const careful_node& node, const careful_value<T>* values,
                 careful_adjoint<T>* adjoints) = nullptr;
  short self = 0;
  short operands[3] = {};
  /// Whether the operand depends on variables.
  bool active[3] = {};
  bool is_variable = false;
  opcode op = opcode::input;
};

/// Whether a partial p at these operands, one of which overflowed, may be any number.
template <opcode Op, class Partial, class T, class... X>
bool is_hidden(const careful_adjoint<T>& from, const Partial& p, const careful_value<T>& x,
               const X&... others) {
  if (!x.overflowed && !(others.overflowed || ...)) return false;
  if (!vanishes(p) && is_finite(plain_value(p))) return false;
  // x/y with an overflowed y
  return Op != opcode::divide || !(abs(plain_value(*x.number)) <= small_beside_overflow) ||
         !is_finite(plain_value(from.number));
}

/// Whether a result is no number though its operands are: 0 times infinity has no slopes of 0.
template <class T, class... X>
bool is_undefined(const careful_value<T>& r, const X&... x) {
  const auto is_nan = [](const careful_value<T>& v) {
    return !(plain_value(*v.number) == plain_value(*v.number));
  };
  return is_nan(r) && !(is_nan(x) || ...);
}

template <opcode Op, bool ConstantExponent, class T, int K, int... All>
void spread_to_operand(const careful_node<T>& node, const careful_value<T>* values,
                       careful_adjoint<T>* adjoints) {
  if (!node.active[K]) return;
  const careful_adjoint<T>& from = adjoints[node.self];
  careful_adjoint<T>& to = adjoints[node.operands[K]];
  if constexpr (Op == opcode::add || (Op == opcode::subtract && K == 0)) {
    to = from;
  } else if constexpr (Op == opcode::negate || Op == opcode::subtract) {
    to = from.negated();
  } else {
    using rule = typename careful_adjoint<T>::rule;
    const rule p = partial_of<Op, K, T, ConstantExponent>(*values[node.self].number,
                                                          *values[node.operands[All]].number...);
    const bool zero = vanishes(p);
    bool unknown = zero && is_undefined(values[node.self], values[node.operands[All]]...);
    if constexpr (hides_overflow(Op)) {
      unknown = unknown || is_hidden<Op>(from, p, values[node.operands[All]]...);
    }
    to = from.times(unknown ? rule(std::numeric_limits<double>::quiet_NaN()) : p);
    if constexpr (Op == opcode::divide) {
      const bool doubtful = zero && values[node.operands[1]].overflowed;
      to.tiny = to.tiny || (K == 0 && doubtful);
      to.unsure = to.unsure || doubtful;
    }
  }
}
template <opcode Op, bool ConstantExponent, class T, int... K>
void spread_operation(const careful_node<T>& node, const careful_value<T>* values,
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
  node.op = Op;
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
careful_value<T>* point_at_values(const Expression& e, careful_value<T>* to) {
  *to++ = {&e.value()};
  return to;
}
template <class T, opcode Op, class Style, class... X>
careful_value<T>* point_at_values(const taped_expression<Op, T, Style, X...>& e,
                                  careful_value<T>* to) {
  *to++ = {&e.value()};
  to = point_at_values(e.operands.first, to);
  if constexpr (sizeof...(X) > 1) to = point_at_values(e.operands.second, to);
  if constexpr (sizeof...(X) > 2) to = point_at_values(e.operands.third, to);
  return to;
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

/// Whether an expression is infinite for an overflow of its own or of an operand.
template <class T>
bool has_overflowed(const careful_node<T>& node, const careful_value<T>* values) {
  const int arity = arity_of(node.op);
  bool finite = true;
  bool overflowed = false;
  for (int k = 0; k < arity; ++k) {
    const careful_value<T>& x = values[node.operands[k]];
    finite = finite && x.is_finite();
    overflowed = overflowed || x.overflowed;
  }
  if (!finite) return overflowed;
  return is_overflow(node.op, plain_value(*values[node.operands[0]].number));
}
/// Variables that were made before anything was computed are exact; of others it is not known.
template <class T>
bool has_overflowed(const variable_operand<T>& x) {
  return x.tape != nullptr && x.index > x.tape->leading_inputs();
}

/// Returns whether a weight is a 0 that is doubtful.
template <class T>
bool sweep_carefully(const careful_node<T>* nodes, int count, careful_value<T>* values,
                     const variable_operand<T>* const* variables, int leaves,
                     careful_adjoint<T>* adjoints, T* weights) {
  for (int k = count; k-- > 0;) {
    if (nodes[k].is_variable) --leaves;
    if (values[k].is_finite()) continue;
    values[k].overflowed = nodes[k].is_variable         ? has_overflowed(*variables[leaves])
                           : nodes[k].spread != nullptr ? has_overflowed(nodes[k], values)
                                                        : false;
  }
  bool doubtful = false;
  for (int k = 0; k < count; ++k) {
    if (nodes[k].spread != nullptr) nodes[k].spread(nodes[k], values, adjoints);
    if (!nodes[k].is_variable) continue;
    *weights++ = adjoints[k].weight();
    doubtful = doubtful || adjoints[k].is_doubtful();
  }
  return doubtful;
}

/// The weights of the variables in e, whose own adjoint is `unit`: 1 or -1. Returns whether one is a 0 that does
/// not win over infinite adjoints.
template <class T, class Expression>
[[gnu::noinline]] bool weigh_carefully(const Expression& e, int unit, T* weights) {
  constexpr int count = node_count<Expression>;
  careful_value<T> values[static_cast<std::size_t>(count)];
  const variable_operand<T>* variables[static_cast<std::size_t>(Expression::leaves)];
  careful_adjoint<T> adjoints[static_cast<std::size_t>(count)];
  adjoints[0].unit = unit;
  point_at_values(e, values);
  point_at_variables(e, variables);
  return sweep_carefully(nodes_of_expression<T, Expression>.at, count, values, variables,
                         Expression::leaves, adjoints, weights);
}

}  // namespace etad::inline ETAD_ABI::detail
