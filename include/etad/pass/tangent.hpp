// SPDX-License-Identifier: MIT
// Forward mode: carries the tangent of each value along one direction.
// Method: Griewank and Walther, Evaluating Derivatives (2008), section 3.1.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/ir/partials.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Appends to b, which starts with the instructions of p, the tangents of p's outputs for the given
/// input seeds: result[k] = sum over inputs of d output k / d input * seed. The constant zero marks
/// a structural zero. Cost: at most one multiplication and one addition an active operand.
constexpr buffer<value_id> append_tangents(builder& b, const program& p, const buffer<char>& active,
                                           const buffer<value_id>& seeds) {
  deriver d(b);
  const value_id none = b.zero();
  buffer<value_id> tangents(p.code.size(), none);
  value_id* const tangent = tangents.items;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const std::uint64_t x = p.code.items[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    const auto i = static_cast<value_id>(x), j = static_cast<value_id>(x >> b_shift());
    if (op == opcode::input) {
      tangent[n] = seeds[i];
      continue;
    }
    if (active.items[n] == 0) continue;
    if (op == opcode::add || op == opcode::multiply) {
      // Half of most programs; their rules in the fewest statements.
      const value_id t = tangent[i], u = tangent[j];
      const value_id first = t == none || op == opcode::add ? t : d.multiply(j, t);
      const value_id second = u == none || op == opcode::add ? u : d.multiply(i, u);
      tangent[n] = first == none ? second : second == none ? first : d.add(first, second);
      continue;
    }
    if (op == opcode::select || op == opcode::edge) {
      tangent[n] = d.derive_selection(op, i, tangent[j], tangent[x >> c_shift() & id_mask()]);
      continue;
    }
    const int end = end_sloped(op);
    for (int k = 0; k < end; ++k) {
      const value_id t = tangent[x >> (b_shift() * k) & id_mask()];
      if (t == none) continue;
      const value_id partial = record_partial(b, static_cast<value_id>(n), k);
      const value_id term = d.multiply(partial, t);
      tangent[n] = tangent[n] == none ? term : d.add(tangent[n], term);
    }
  }
  buffer<value_id> result;
  result.reserve(p.outputs.size());
  for (const value_id i : p.outputs) result.push_back(tangent[i]);
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
