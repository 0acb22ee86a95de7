// SPDX-License-Identifier: MIT
// Which conditions become branches: those that cover more work than a branch costs.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/ir/cost.hpp>
#include <etad/ir/demand.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A branch costs about as much as this many multiplications.
inline constexpr double branch_cost = 12.0;

// The compilers limit the statements that a constant takes, and every call is at least two of them:
// hence plain arrays here and where they are read.
struct branch_plan {
  demand_analysis demand;
  /// For each condition the innermost one around it, itself included, that is a branch; 0 for none.
  buffer<int> effective;
  /// The branch in which a value is computed: its demand, less what does not branch.
  buffer<int> place;
  /// For a selection that is computed by a branch the condition of the first arm; 0 for other values.
  buffer<int> branch_of;
  std::size_t selections = 0;
  /// The branches around each value, summed over all values.
  std::size_t nesting = 0;

  constexpr explicit branch_plan(const program& p)
      : demand(demands(p)), place(p.code.size()), branch_of(p.code.size()) {
    if (demand.conditions.size() > 1) find(p);
  }

  /// Whether condition k is a branch that is taken or not where `under` holds.
  constexpr bool is_branch(int k, int under) const {
    return effective.items[k] == k && effective.items[demand.conditions.items[k].outer] == under;
  }
  /// The branch on `mask` where `under` holds; 0 for none.
  constexpr int branch_on(value_id mask, int under) const {
    int k = demand.of_mask.items[mask];
    while (k != 0 && !is_branch(k, under)) k = demand.conditions.items[k].previous;
    return k;
  }
  /// The branch around branch k.
  constexpr int around(int k) const { return effective.items[demand.conditions.items[k].outer]; }

 private:
  // Both arms of a mask branch, or none.
  constexpr void find(const program& p) {
    const std::size_t n = demand.conditions.size();
    const condition* const conditions = demand.conditions.items;
    const int* const of_value = demand.of_value.items;
    buffer<double> cost(n, 0.0);
    for (std::size_t i = 0; i < p.code.size(); ++i) {
      if (of_value[i] > 0) cost.items[of_value[i]] += cost_of(p.code.items[i].op());
    }
    for (std::size_t k = n; k-- > 1;) cost.items[conditions[k].outer] += cost.items[k];
    effective = buffer<int>(n);
    buffer<std::size_t> depth(n);
    for (std::size_t k = 1; k < n; ++k) {
      const std::size_t other = demand_analysis::opposite(k);
      const bool branches = cost.items[k] + cost.items[other] > branch_cost;
      effective.items[k] = branches ? static_cast<int>(k) : effective.items[conditions[k].outer];
      depth.items[k] = depth.items[conditions[k].outer] + (branches ? 1 : 0);
    }
    for (std::size_t i = 0; i < p.code.size(); ++i) {
      if (of_value[i] > 0) {
        place.items[i] = effective.items[of_value[i]];
        nesting += depth.items[of_value[i]];
      }
      const opcode op = p.code.items[i].op();
      if (of_value[i] < 0 || op != opcode::select) continue;
      branch_of.items[i] = branch_on(p.code.items[i].a(), place.items[i]);
      if (branch_of.items[i] != 0) ++selections;
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
