// SPDX-License-Identifier: MIT
// Which values depend on the differentiated inputs.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Clears what is active but does not reach an output along slopes: only where derivatives are stated,
/// since what computes these is active, and differentiating it would be in vain.
constexpr void keep_what_reaches_outputs(const program& p, buffer<char>& active) {
  buffer<char> reaches(p.code.size());
  for (const value_id i : p.outputs) reaches[i] = 1;
  for (std::size_t n = p.code.size(); n-- > 0;) {
    if (reaches[n] == 0) active[n] = 0;
    if (active[n] == 0) continue;
    const instruction x = p.code[n];
    if (is_leaf(x.op())) continue;
    for (int k = first_sloped(x.op()); k < end_sloped(x.op()); ++k) reaches[x.operand(k)] = 1;
  }
}

/// For each instruction of p, 1 if its value varies with an input k for which wanted[k] is not 0,
/// through operations that have a derivative. Cost: one visit an instruction, two where derivatives are
/// stated.
constexpr buffer<char> active_values(const program& p, const buffer<char>& wanted) {
  buffer<char> active(p.code.size());
  char* const varies = active.items;
  bool stated = false;
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    const std::uint64_t x = p.code.items[i].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    const int end = quick.sloped[x >> op_shift() & op_mask()];
    stated = stated || op == opcode::attach;
    varies[i] = op == opcode::input ? wanted.items[x & id_mask()]
                : !quick.differentiable[x >> op_shift() & op_mask()]
                    ? char{0}
                    : static_cast<char>((end > 0 && op != opcode::select && op != opcode::edge &&
                                         varies[x & id_mask()] != 0) ||
                                        (end > 1 && varies[x >> b_shift() & id_mask()] != 0) ||
                                        (end > 2 && varies[x >> c_shift() & id_mask()] != 0));
  }
  if (stated) keep_what_reaches_outputs(p, active);
  return active;
}

}  // namespace etad::inline ETAD_ABI::detail
