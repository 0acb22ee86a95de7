// SPDX-License-Identifier: MIT
// Which values depend on the differentiated inputs.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// For each instruction of p, 1 if its value varies with an input k for which wanted[k] is not 0,
/// through operations that have a derivative. Cost: one visit an instruction.
constexpr buffer<char> active_values(const program& p, const buffer<char>& wanted) {
  buffer<char> active(p.code.size());
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    const instruction x = p.code[i];
    if (x.op() == opcode::input) {
      active[i] = wanted[x.a()];
    } else if (!is_leaf(x.op())) {
      if (!facts(x.op()).differentiable) continue;
      for (int k = first_sloped(x.op()); k < end_sloped(x.op()); ++k) {
        if (active[x.operand(k)] != 0) active[i] = 1;
      }
    }
  }
  return active;
}

}  // namespace etad::inline ETAD_ABI::detail
