// SPDX-License-Identifier: MIT
// How long the chains of operations in a program are.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The number of operations in the longest chain that ends in a value, for each value.
constexpr buffer<int> depths(const program& p) {
  buffer<int> all(p.code.size());
  int* const depth = all.items;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const std::uint64_t bits = p.code.items[n].bits;
    const int arity = quick.arity[bits >> op_shift() & op_mask()];
    if (arity == 0) continue;
    int deepest = depth[bits & id_mask()];
    if (arity > 1) {
      const int other = depth[bits >> b_shift() & id_mask()];
      if (other > deepest) deepest = other;
    }
    if (arity > 2) {
      const int other = depth[bits >> c_shift() & id_mask()];
      if (other > deepest) deepest = other;
    }
    depth[n] = deepest + 1;
  }
  return all;
}

/// The outputs in two groups, values of the function and derivatives: first the group whose longest
/// chain is shorter, since it can be stored before much else is alive.
constexpr buffer<value_id> shallow_outputs_first(const program& p, const buffer<int>& depth) {
  int deepest[2] = {0, 0};
  for (const value_id v : p.outputs) {
    int& group = deepest[p.code.items[v].is_derivative() ? 1 : 0];
    if (depth.items[v] > group) group = depth.items[v];
  }
  const bool derivatives_first = deepest[1] < deepest[0];
  buffer<value_id> ordered;
  ordered.reserve(p.outputs.size());
  for (int pass = 0; pass < 2; ++pass) {
    for (const value_id v : p.outputs) {
      const bool is_first = p.code.items[v].is_derivative() == derivatives_first;
      if (is_first == (pass == 0)) ordered.push_back(v);
    }
  }
  return ordered;
}

}  // namespace etad::inline ETAD_ABI::detail
