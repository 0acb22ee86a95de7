// SPDX-License-Identifier: MIT
// A function as a graph in the language of Graphviz.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <etad/print/dot_style.hpp>
#include <etad/print/expression.hpp>
#include <etad/print/printed_function.hpp>
#include <etad/print/text.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Writes a program as a directed graph: the function's operations are ellipses, those of its
/// derivatives boxes in another colour, masks dashed; operands enter from left to right. Constants
/// stand in the nodes that use them.
class dot_source {
 public:
  dot_source(const printed_function& f, const program& p) : f_(f), p_(p) {
    inputs();
    for (std::size_t n = 0; n < p_.code.size(); ++n) operation(static_cast<value_id>(n));
    outputs();
  }

  std::string text() const { return dot_graph(f_.names.function, text_); }

 private:
  static std::string node(value_id n) { return "v" + std::to_string(n); }

  void inputs() {
    std::vector<std::string> names;
    for_inputs(f_, [&](std::size_t argument, int index) {
      names.push_back(f_.argument(argument));
      if (!f_.arguments[argument].is_scalar) names.back() += "[" + std::to_string(index) + "]";
    });
    std::string row;
    for (std::size_t n = 0; n < p_.code.size(); ++n) {
      const instruction x = p_.code[n];
      if (x.op() != opcode::input || f_.number(p_, x) != nullptr) continue;
      row += (row.empty() ? "" : " ") + node(static_cast<value_id>(n)) + ";";
      line(node(static_cast<value_id>(n)) + " [label=" + dot_quoted(names[x.a()]) + ", " +
           dot_style::terminal + "];");
    }
    if (!row.empty()) line("{rank=source; " + row + "}");
  }

  void operation(value_id n) {
    const instruction x = p_.code[n];
    const int arity = arity_of(x.op());
    if (arity == 0) return;
    const bool mask = facts(x.op()).result == kind::mask;
    line(node(n) + " [label=" + dot_quoted(label(x)) + ", " +
         (x.is_derivative() ? dot_style::derivative : dot_style::primal) +
         (mask ? ", style=\"filled,dashed\"" : "") + "];");
    for (int k = 0; k < arity; ++k) {
      if (constant(x.operand(k)).empty()) edge(x.operand(k), node(n));
    }
  }

  void edge(value_id from, const std::string& to) {
    const bool mask = facts(p_.code[from].op()).result == kind::mask;
    line(node(from) + " -> " + to + (mask ? " [style=dashed];" : ";"));
  }

  /// The operation alone, or with its operands if some are constants.
  std::string label(instruction x) const {
    operand_texts operands;
    bool has_constant = false;
    for (int k = 0; k < arity_of(x.op()); ++k) {
      const std::string number = constant(x.operand(k));
      operands[static_cast<std::size_t>(k)] = {number.empty() ? "&bull;" : number};
      has_constant = has_constant || !number.empty();
    }
    const char* const pattern = spelling_of(x.op()).label;
    if (is_opaque_call(x.op())) return fill({pattern}, operands, {}, f_.called_by(p_, x)).text;
    if (has_constant) return fill({pattern}, operands, {}).text;
    return dot_operation(pattern);
  }

  std::string constant(value_id n) const {
    const instruction x = p_.code[n];
    if (const literal* const number = f_.number(p_, x)) return shortest_decimal(number->d);
    return x.op() == opcode::input || arity_of(x.op()) > 0 ? "" : spelling_of(x.op()).label;
  }

  void outputs() {
    std::string row;
    for (std::size_t k = 0; k < p_.outputs.size(); ++k) {
      const std::string number = constant(p_.outputs[k]);
      const std::string to = "out" + std::to_string(k);
      std::string name = f_.names.function;
      if (!f_.scalar_result) name += "[" + std::to_string(k) + "]";
      if (k < f_.names.results.size()) name = f_.names.results[k];
      if (!number.empty()) name += " = " + number;
      line(to + " [label=" + dot_quoted(name) + ", " + dot_style::terminal +
           ", style=\"filled,bold\"];");
      if (number.empty()) edge(p_.outputs[k], to);
      row += (row.empty() ? "" : " ") + to + ";";
    }
    line("{rank=sink; " + row + "}");
  }

  void line(const std::string& statement) { text_ += "  " + statement + "\n"; }

  const printed_function& f_;
  const program& p_;
  std::string text_;
};

}  // namespace etad::inline ETAD_ABI::detail
