// SPDX-License-Identifier: MIT
// Programs that no function of the tests traces to: one with every operation, and random ones.
#pragma once

#include <cstdint>

#include <etad/core/operation_table.hpp>
#include <etad/ir/builder.hpp>
#include <etad/ir/cost.hpp>
#include <etad/pass/pipeline.hpp>

#include "fuzz/random_program.hpp"

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
    if (is_leaf(op) || op == opcode::edge || is_opaque_call(op)) continue;
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

/// Whether compilers may compute a function of a constant themselves: their last bit differs from
/// that of the library.
inline bool has_function_of_constant(const etad::detail::program& p) {
  using namespace etad::detail;
  for (const instruction& x : p.code) {
    const bool exact = cost_of(x.op()) <= cost_of(opcode::divide);
    for (int k = 0; k < arity_of(x.op()) && !exact; ++k) {
      if (p.is_constant(x.operand(k))) return true;
    }
  }
  return false;
}

inline constexpr int random_programs = 60;
inline constexpr int random_inputs = 3;

/// Random program k: two values and their Jacobian, with the formulas for singular points.
inline etad::detail::program random_derivative(int k) {
  using namespace etad::detail;
  fuzz::random_source random(static_cast<std::uint64_t>(k));
  program p;
  do {
    p = fuzz::program_generator(random, {random_inputs, 12, 2, k % 3 != 0, k % 2 != 0}).make();
  } while (has_function_of_constant(p));
  jacobian_request request;
  request.with_value = true;
  request.wanted = buffer<char>(random_inputs, 1);
  request.row_blocks = {2};
  request.column_blocks = {random_inputs};
  return without_dead_code(jacobian_program(p, request, jacobian_mode::reverse));
}

}  // namespace printed
