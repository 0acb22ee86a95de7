// SPDX-License-Identifier: MIT
// A program as text, one instruction a line, in the grammar of docs/ir.md. The text is stable: the
// same program gives the same text on every compiler, so tests compare it and people read it.
#pragma once

#include <charconv>
#include <string>

#include <etad/core/operation_table.hpp>
#include <etad/ir/opaque_row.hpp>
#include <etad/ir/schedule.hpp>
#include <etad/ir/verify.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The shortest decimal number that reads back as x.
template <class T>
std::string shortest_decimal(T x) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, x);
  return std::string(buffer, end.ptr);
}

/// A literal as one number; with the other formats where they are not that number's conversion.
inline std::string text_of(const literal& x) {
  if (x.function != nullptr) {
    return std::string("function ") + (x.function->name != nullptr ? x.function->name : "opaque");
  }
  std::string text = shortest_decimal(x.d);
  if (!literal(x.d).same(literal(x.f, x.d, x.l, true))) {
    text += " float " + shortest_decimal(x.f) + " long " + shortest_decimal(x.l);
  }
  return x.rounded ? text + " inexact" : text;
}

/// r12, m12 or f12: value 12, a real, a mask or a function.
inline std::string name_of(const program& p, value_id id) {
  const kind k = kind_of(p, id);
  return (k == kind::mask ? "m" : k == kind::function ? "f" : "r") + std::to_string(id);
}

/// The text of p. It must be a valid program (ir/verify.hpp).
inline std::string text_of(const program& p) {
  std::string text = "inputs " + std::to_string(p.inputs) + "\n";
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const instruction x = p.code[n];
    const operation_facts& row = facts(x.op());
    text += name_of(p, static_cast<value_id>(n)) + " = " + row.name;
    if (x.op() == opcode::input) text += " " + std::to_string(x.a());
    if (x.op() == opcode::constant) text += " " + text_of(p.literal_of(x));
    for (int k = 0; k < row.arity; ++k) text += " " + name_of(p, x.operand(k));
    text += x.is_derivative() ? " derivative\n" : "\n";
  }
  text += "outputs";
  for (const value_id i : p.outputs) text += " " + name_of(p, i);
  return text + "\n";
}

template <int Code, int Literals, int Outputs>
std::string text_of(const schedule<Code, Literals, Outputs>& s) {
  return text_of(thaw(s));
}

/// What verify found, as a sentence: "adjoint: instruction 7: an operand is not defined before".
inline std::string text_of(const verification& v) {
  std::string text = v.context;
  if (!text.empty()) text += ": ";
  if (v.instruction >= 0) text += "instruction " + std::to_string(v.instruction) + ": ";
  return text + (v.ok() ? "valid" : v.reason);
}

}  // namespace etad::inline ETAD_ABI::detail
