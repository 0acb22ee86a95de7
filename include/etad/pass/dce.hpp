// SPDX-License-Identifier: MIT
// Dead code elimination: keeps the instructions that outputs depend on.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

// All of a program passes here several times inside the compiler, which copies integers in half the
// time of structures: hence the bits of instructions.

/// 1 for every instruction that an output depends on. Cost: one visit an instruction.
constexpr buffer<char> live_values(const program& p) {
  buffer<char> all(p.code.size());
  char* const live = all.items;
  for (const value_id i : p.outputs) live[i] = 1;
  for (std::size_t n = p.code.size(); n-- > 0;) {
    if (live[n] == 0) continue;
    const std::uint64_t x = p.code.items[n].bits;
    const int arity = quick.arity[x >> op_shift() & op_mask()];
    if (arity > 0) live[x & id_mask()] = 1;
    if (arity > 1) live[x >> b_shift() & id_mask()] = 1;
    if (arity > 2) live[x >> c_shift() & id_mask()] = 1;
  }
  return all;
}

/// p without instructions and literals that no output depends on; inputs always stay.
constexpr program without_dead_code(const program& p) {
  const buffer<char> live = live_values(p);
  const std::size_t size = p.code.size();
  program result;
  result.inputs = p.inputs;
  result.code = buffer<instruction>(size);
  buffer<value_id> renamed(size);
  const value_id* const r = renamed.items;
  buffer<int> literal_names(p.literals.size(), -1);
  value_id count = 0;
  for (std::size_t n = 0; n < size; ++n) {
    const std::uint64_t x = p.code.items[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    if (live.items[n] == 0 && op != opcode::input) continue;
    const int arity = quick.arity[x >> op_shift() & op_mask()];
    std::uint64_t y = x;
    if (arity > 0) {
      y = (x & ~instruction::operand_bits) | r[x & id_mask()];
      if (arity > 1) y |= std::uint64_t{r[x >> b_shift() & id_mask()]} << b_shift();
      if (arity > 2) y |= std::uint64_t{r[x >> c_shift() & id_mask()]} << c_shift();
    } else if (op == opcode::constant) {
      int& name = literal_names.items[x & id_mask()];
      if (name < 0) {
        name = static_cast<int>(result.literals.size());
        result.literals.push_back(p.literals.items[x & id_mask()]);
      }
      y = instruction(opcode::constant, static_cast<unsigned>(name)).bits;
    }
    renamed.items[n] = count;
    result.code.items[count++].bits = y;
  }
  result.code.set_size(count);
  for (const value_id i : p.outputs) result.outputs.push_back(r[i]);
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
