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
    const instruction x = p.code.items[n];
    if (x.op() == opcode::input) {
      tangent[n] = seeds[x.a()];
      continue;
    }
    if (active.items[n] == 0) continue;
    if (is_selection(x.op())) {
      tangent[n] = d.derive_selection(x.op(), x.a(), tangent[x.b()], tangent[x.c()]);
      continue;
    }
    const int end = end_sloped(x.op());
    for (int k = 0; k < end; ++k) {
      const value_id t = tangent[x.operand(k)];
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
