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
    for (int k = first_sloped(x.op()); k < end_sloped(x.op()); ++k) {
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
    for (int k = first_sloped(x.op()); k < end_sloped(x.op()); ++k) {
      const value_id i = x.operand(k);
      if (active[i] == 0) continue;
      const int before = outputs.count(i);
      outputs.merge(i, n);
      estimate.reverse += has_unit_partials(x.op()) ? before + own - outputs.count(i) : own;
    }
  }
  return estimate;
}

/// The same count for packed forward mode, `width` colours to a pack, where input k has colour_of[k]:
/// an operation on a pack counts as one, as does making a pack of a number in one lane; a tangent in one
/// lane is a number (see pass/packed.hpp).
constexpr int estimate_packed(const program& p, const buffer<char>& active,
                              const buffer<int>& colour_of, int colours, int width) {
  const auto packs = static_cast<std::size_t>((colours + width - 1) / width);
  index_sets present(p.code.size(), packs);
  index_sets many(p.code.size(), packs);
  int estimate = 0;
  buffer<int> lane(p.code.size() * packs);
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const instruction x = p.code[n];
    if (active[n] == 0) continue;
    if (x.op() == opcode::input) {
      const int colour = colour_of[x.a()];
      present.insert(n, static_cast<std::size_t>(colour / width));
      lane[n * packs + static_cast<std::size_t>(colour / width)] = colour % width;
    }
    if (is_leaf(x.op())) continue;
    const bool unit = has_unit_partials(x.op());
    for (std::size_t g = 0; g < packs; ++g) {
      int terms = 0;
      int numbers = 0;
      bool pack = false;
      for (int k = first_sloped(x.op()); k < end_sloped(x.op()); ++k) {
        const value_id i = x.operand(k);
        if (active[i] == 0 || !present.contains(i, g)) continue;
        const bool is_pack = many.contains(i, g);
        if (is_pack || (numbers++ > 0 && lane[i * packs + g] != lane[n * packs + g])) {
          pack = true;
        } else {
          lane[n * packs + g] = lane[i * packs + g];
        }
        ++terms;
      }
      if (terms == 0) continue;
      present.insert(n, g);
      if (pack) many.insert(n, g);
      estimate += (unit ? terms - 1 : terms) + (pack ? numbers : 0);
    }
  }
  return estimate;
}

}  // namespace etad::inline ETAD_ABI::detail
