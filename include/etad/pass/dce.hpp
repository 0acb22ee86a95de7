// SPDX-License-Identifier: MIT
// Dead code elimination: keeps the instructions that outputs depend on.
#pragma once

#include <vector>

#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::detail {

/// 1 for every instruction that an output depends on. Cost: one visit an instruction.
constexpr std::vector<char> live_values(const program& p) {
  std::vector<char> live(p.code.size(), 0);
  for (const value_id i : p.outputs) live[i] = 1;
  for (std::size_t n = p.code.size(); n-- > 0;) {
    const instruction x = p.code[n];
    if (live[n] == 0 || is_leaf(x.op())) continue;
    for (int k = 0; k < facts(x.op()).arity; ++k) live[x.operand(k)] = 1;
  }
  return live;
}

/// p without instructions and literals that no output depends on; inputs always stay.
constexpr program without_dead_code(const program& p) {
  const std::vector<char> live = live_values(p);
  program result;
  result.inputs = p.inputs;
  std::vector<value_id> renamed(p.code.size(), 0);
  std::vector<int> literal_names(p.literals.size(), -1);
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    instruction x = p.code[n];
    if (live[n] == 0 && x.op() != opcode::input) continue;
    if (x.op() == opcode::constant) {
      int& name = literal_names[x.a()];
      if (name < 0) {
        name = static_cast<int>(result.literals.size());
        result.literals.push_back(p.literals[x.a()]);
      }
      x = instruction(opcode::constant, static_cast<unsigned>(name));
    } else if (x.op() != opcode::input) {
      const int arity = facts(x.op()).arity;
      const bool derivative = x.is_derivative();
      x = instruction(x.op(), arity > 0 ? renamed[x.a()] : 0u, arity > 1 ? renamed[x.b()] : 0u,
                      arity > 2 ? renamed[x.c()] : 0u);
      x.set_derivative(derivative);
    }
    renamed[n] = static_cast<value_id>(result.code.size());
    result.code.push_back(x);
  }
  for (const value_id i : p.outputs) result.outputs.push_back(renamed[i]);
  return result;
}

}  // namespace etad::detail
