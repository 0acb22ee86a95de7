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
  const char* const varies = active.items;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    if (varies[n] == 0) continue;
    const std::uint64_t x = p.code.items[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    if (op == opcode::input) inputs.insert(n, x & id_mask());
    if (is_leaf(op)) continue;
    int terms = 0;
    const int end = quick.sloped[x >> op_shift() & op_mask()];
    for (int k = is_selection(op) ? 1 : 0; k < end; ++k) {
      const std::size_t i = x >> b_shift() * k & id_mask();
      if (varies[i] == 0) continue;
      terms += inputs.count(i);
      inputs.merge(n, i);
    }
    estimate.forward += has_unit_partials(op) ? terms - inputs.count(n) : terms;
  }
  for (std::size_t k = 0; k < p.outputs.size(); ++k) outputs.insert(p.outputs[k], k);
  for (std::size_t n = p.code.size(); n-- > 0;) {
    if (varies[n] == 0) continue;
    const std::uint64_t x = p.code.items[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    if (is_leaf(op)) continue;
    const bool unit = has_unit_partials(op);
    const int own = outputs.count(n);
    const int end = quick.sloped[x >> op_shift() & op_mask()];
    for (int k = is_selection(op) ? 1 : 0; k < end; ++k) {
      const std::size_t i = x >> b_shift() * k & id_mask();
      if (varies[i] == 0) continue;
      if (unit) {
        const int before = outputs.count(i);
        outputs.merge(i, n);
        estimate.reverse += before + own - outputs.count(i);
      } else {
        outputs.merge(i, n);
        estimate.reverse += own;
      }
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
  // For each value and pack: no tangent, a number in one lane, or a pack.
  enum presence : char { absent, number, whole };
  buffer<char> presences(p.code.size() * packs);
  buffer<int> lanes(p.code.size() * packs);
  int estimate = 0;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    if (active.items[n] == 0) continue;
    const std::uint64_t x = p.code.items[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    char* const own = presences.items + n * packs;
    int* const own_lane = lanes.items + n * packs;
    if (op == opcode::input) {
      const int colour = colour_of[x & id_mask()];
      own[colour / width] = number;
      own_lane[colour / width] = colour % width;
    }
    if (is_leaf(op)) continue;
    const bool unit = has_unit_partials(op);
    const int first = is_selection(op) ? 1 : 0;
    const int end = quick.sloped[x >> op_shift() & op_mask()];
    for (std::size_t g = 0; g < packs; ++g) {
      int terms = 0;
      int numbers = 0;
      for (int k = first; k < end; ++k) {
        const std::size_t i = (x >> b_shift() * k & id_mask()) * packs + g;
        const char seen = presences.items[i];
        if (seen == absent) continue;
        if (seen == whole || (numbers++ > 0 && lanes.items[i] != own_lane[g])) {
          own[g] = whole;
        } else {
          own_lane[g] = lanes.items[i];
        }
        ++terms;
      }
      if (terms == 0) continue;
      estimate += unit ? terms - 1 : terms;
      if (own[g] == whole) {
        estimate += numbers;
      } else {
        own[g] = number;
      }
    }
  }
  return estimate;
}

}  // namespace etad::inline ETAD_ABI::detail
