// SPDX-License-Identifier: MIT
// A program with every operation.
#pragma once

#include <etad/core/operation_table.hpp>
#include <etad/ir/builder.hpp>

namespace printed {

/// Three inputs, and one result for each operation; that of a comparison decides between two inputs.
inline etad::detail::program every_operation() {
  using namespace etad::detail;
  builder b;
  const value_id x[3] = {b.input(), b.input(), b.input()};
  const value_id masks[3] = {b.record(opcode::less, x[0], x[1]), b.record(opcode::less, x[1], x[2]),
                             b.record(opcode::less, x[2], x[0])};
  buffer<value_id> outputs;
  for (int i = 0; i < opcode_count; ++i) {
    const auto op = static_cast<opcode>(i);
    // Interpreted programs have edges, printed ones selections.
    if (is_leaf(op) || op == opcode::edge) continue;
    const operation_facts& row = facts(op);
    value_id operands[3] = {};
    for (int k = 0; k < row.arity; ++k) {
      const auto at = static_cast<std::size_t>(k);
      operands[k] = row.operands[at] == kind::mask ? masks[k] : x[k];
    }
    if (op == opcode::polygamma) operands[0] = b.constant(2.0);
    const value_id n = b.record(op, operands[0], operands[1], operands[2]);
    outputs.push_back(row.result == kind::mask ? b.record(opcode::select, n, x[0], x[1]) : n);
  }
  b.result().outputs = outputs;
  return b.result();
}

}  // namespace printed
