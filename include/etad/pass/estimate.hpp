// SPDX-License-Identifier: MIT
// What the modes of a Jacobian cost, counted on the sparsity alone, before any is carried out.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/core/index_sets.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Products of a partial that is not +-1 with an entry, plus sums that do not fuse with one.
struct mode_estimate {
  int forward = 0;
  int reverse = 0;
};

constexpr bool has_unit_partials(opcode op) {
  return op == opcode::add || op == opcode::subtract || op == opcode::negate || is_selection(op);
}

/// Counts the multiplications (or, for sums, additions) of both sweeps: the forward one carries for
/// each value an entry for each input it depends on, the reverse one for each output that depends
/// on it. Cost: one visit an instruction and 64 inputs or outputs.
constexpr mode_estimate estimate_modes(const program& p, const buffer<char>& active) {
  index_sets inputs(p.code.size(), static_cast<std::size_t>(p.inputs));
  index_sets outputs(p.code.size(), p.outputs.size());
  mode_estimate estimate;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const instruction x = p.code[n];
    if (active[n] == 0) continue;
    if (x.op() == opcode::input) inputs.insert(n, x.a());
    if (is_leaf(x.op())) continue;
    int terms = 0;
    for (int k = is_selection(x.op()) ? 1 : 0; k < arity_of(x.op()); ++k) {
      if (active[x.operand(k)] == 0) continue;
      terms += inputs.count(x.operand(k));
      inputs.merge(n, x.operand(k));
    }
    estimate.forward += has_unit_partials(x.op()) ? terms - inputs.count(n) : terms;
  }
  for (std::size_t k = 0; k < p.outputs.size(); ++k) outputs.insert(p.outputs[k], k);
  for (std::size_t n = p.code.size(); n-- > 0;) {
    const instruction x = p.code[n];
    if (active[n] == 0 || is_leaf(x.op())) continue;
    const int own = outputs.count(n);
    for (int k = is_selection(x.op()) ? 1 : 0; k < arity_of(x.op()); ++k) {
      const value_id i = x.operand(k);
      if (active[i] == 0) continue;
      const int before = outputs.count(i);
      outputs.merge(i, n);
      estimate.reverse += has_unit_partials(x.op()) ? before + own - outputs.count(i) : own;
    }
  }
  return estimate;
}

}  // namespace etad::inline ETAD_ABI::detail
