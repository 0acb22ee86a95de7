// SPDX-License-Identifier: MIT
// Operations as people write them in plain text: log(x0) * x1.
#pragma once

#include <string>

#include <etad/print/expression.hpp>
#include <etad/print/text.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Operators as in C++, everything else as a function by its name.
inline expression plain_expression(opcode op, const operand_texts& operands) {
  const bool product = op == opcode::zero_multiply || op == opcode::steep_multiply;
  const notation& n = spelling_of(product ? opcode::multiply : op).cpp;
  if (n.binds != binding::atom && !is_selection(op)) return fill(n, operands, {});
  const operation_facts& row = facts(op);
  std::string text = op == opcode::hypot3      ? "hypot("
                     : is_selection(op)        ? "select("
                     : op == opcode::is_finite ? "isfinite("
                                               : std::string(row.name) + "(";
  for (int k = 0; k < row.arity; ++k) {
    text += (k > 0 ? ", " : "") + operands[static_cast<std::size_t>(k)].text;
  }
  return {row.arity == 0 ? row.name : text + ")"};
}

template <class T>
expression plain_number(const T& x) {
  const std::string text = shortest_decimal(x);
  return {text, text.front() == '-' ? binding::unary : binding::atom};
}

}  // namespace etad::inline ETAD_ABI::detail
