// SPDX-License-Identifier: MIT
// Dead code elimination: keeps the instructions that outputs depend on.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// 1 for every instruction that an output depends on. Cost: one visit an instruction.
constexpr buffer<char> live_values(const program& p) {
  buffer<char> live(p.code.size());
  for (const value_id i : p.outputs) live[i] = 1;
  for (std::size_t n = p.code.size(); n-- > 0;) {
    if (live.items[n] == 0) continue;
    const instruction x = p.code.items[n];
    const int arity = arity_of(x.op());
    if (arity > 0) live.items[x.a()] = 1;
    if (arity > 1) live.items[x.b()] = 1;
    if (arity > 2) live.items[x.c()] = 1;
  }
  return live;
}

/// p without instructions and literals that no output depends on; inputs always stay.
constexpr program without_dead_code(const program& p) {
  const buffer<char> live = live_values(p);
  program result;
  result.inputs = p.inputs;
  buffer<value_id> renamed(p.code.size());
  buffer<int> literal_names(p.literals.size(), -1);
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    instruction x = p.code.items[n];
    if (live.items[n] == 0 && x.op() != opcode::input) continue;
    if (x.op() == opcode::constant) {
      int& name = literal_names[x.a()];
      if (name < 0) {
        name = static_cast<int>(result.literals.size());
        result.literals.push_back(p.literals[x.a()]);
      }
      x = instruction(opcode::constant, static_cast<unsigned>(name));
    } else if (x.op() != opcode::input) {
      const int arity = arity_of(x.op());
      const value_id* const r = renamed.items;
      x.bits = (x.bits & ~instruction::operand_bits) |
               instruction(opcode::input, arity > 0 ? r[x.a()] : 0u, arity > 1 ? r[x.b()] : 0u,
                           arity > 2 ? r[x.c()] : 0u)
                   .bits;
    }
    renamed.items[n] = static_cast<value_id>(result.code.size());
    result.code.push_back(x);
  }
  for (const value_id i : p.outputs) result.outputs.push_back(renamed[i]);
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
