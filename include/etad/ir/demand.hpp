// SPDX-License-Identifier: MIT
// Under which conditions a value is needed: a value that only one arm of a selection reads need not
// be computed when the other arm is taken.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A condition: a mask that must be `polarity`, within an outer condition. Condition 0 always holds.
struct condition {
  int outer = 0;
  int depth = 0;
  value_id mask = 0;
  bool polarity = true;
  /// The one before with this mask and polarity; 0 for none.
  int previous = 0;
};

struct demand_analysis {
  buffer<condition> conditions;
  /// For each value the innermost condition that covers all its uses; -1 if it is never used.
  buffer<int> of_value;
  /// For each mask the last condition that it holds; 0 for none.
  buffer<int> of_mask;

  constexpr int common(int x, int y) const {
    const condition* const c = conditions.items;
    while (x != y) {
      if (c[x].depth >= c[y].depth) {
        x = c[x].outer;
      } else {
        y = c[y].outer;
      }
    }
    return x;
  }
  /// What both conditions have in common, in whatever order they nest: two arms of different
  /// selections may read a value under the same inner condition. A mask is needed wherever one of
  /// its selections is, so it is also known where conditions nest in the order of x.
  constexpr int join(int x, int y) {
    const int shared = common(x, y);
    if (x == shared || y == shared) return shared;
    buffer<int> both;
    // Each mask once, or joins of joins would nest it ever deeper.
    for (int i = x; i != shared; i = at(i).outer) {
      bool known = false;
      for (const int k : both) known = known || is_same(i, k);
      for (int j = y; j != shared && !known; j = at(j).outer) {
        if (!is_same(i, j)) continue;
        both.push_back(i);
        known = true;
      }
    }
    int result = shared;
    for (std::size_t k = both.size(); k-- > 0;) {
      const condition next = at(both[k]);
      result = within(result, next.mask) + (next.polarity ? 0 : 1);
    }
    return result;
  }
  constexpr bool is_same(int j, int k) const {
    return at(j).mask == at(k).mask && at(j).polarity == at(k).polarity;
  }
  constexpr const condition& at(int k) const { return conditions.items[k]; }

  /// Conditions come in pairs: at odd places the mask holds, behind each it does not.
  static constexpr std::size_t opposite(std::size_t k) { return k % 2 == 1 ? k + 1 : k - 1; }

  /// The condition `outer` and mask; the one for the mask not holding follows it.
  constexpr int within(int outer, value_id mask) {
    const int last = of_mask.items[mask];
    int k = last;
    while (k != 0 && conditions.items[k].outer != outer) k = conditions.items[k].previous;
    if (k == 0) {
      k = static_cast<int>(conditions.size());
      const int previous_not = last == 0 ? 0 : last + 1;
      conditions.push_back({outer, at(outer).depth + 1, mask, true, last});
      conditions.push_back({outer, at(outer).depth + 1, mask, false, previous_not});
      of_mask.items[mask] = k;
    }
    return k;
  }
};

/// Finds the demand of every value of p. An `edge` demands its regular arm only, `attach` its value. in_any_order finds
/// conditions that differently nested uses share: facts for guards, but code that computes a value
/// under them is code in which compilers no longer see that it is set before it is read. Cost: one
/// visit an instruction, times the nesting of selections (its square with in_any_order).
constexpr demand_analysis demands(const program& p, bool in_any_order = false) {
  demand_analysis d;
  d.conditions.push_back({});
  d.of_value = buffer<int>(p.code.size(), -1);
  d.of_mask = buffer<int>(p.code.size());
  int* const of_value = d.of_value.items;
  const auto use = [&](value_id i, int under) {
    of_value[i] = of_value[i] < 0        ? under
                  : of_value[i] == under ? under
                  : in_any_order         ? d.join(of_value[i], under)
                                         : d.common(of_value[i], under);
  };
  for (const value_id i : p.outputs) use(i, 0);
  for (std::size_t n = p.code.size(); n-- > 0;) {
    const int under = of_value[n];
    if (under < 0) continue;
    const std::uint64_t bits = p.code.items[n].bits;
    const auto op = static_cast<opcode>(bits >> op_shift() & op_mask());
    const auto a = static_cast<value_id>(bits), b = static_cast<value_id>(bits >> b_shift()),
               c = static_cast<value_id>(bits >> c_shift());
    if (op == opcode::edge) {
      use(b, under);
    } else if (op == opcode::select) {
      use(a, under);
      const int first = d.within(under, a);
      use(b, first);
      use(c, first + 1);
    } else if (under == 0) {
      // What always holds covers all uses.
      const int arity = quick.valued[static_cast<int>(op)];
      if (arity > 0) of_value[a] = of_value[arity > 1 ? b : a] = of_value[arity > 2 ? c : a] = 0;
    } else {
      const int arity = quick.valued[static_cast<int>(op)];
      if (arity > 0 && of_value[a] != under) use(a, under);
      if (arity > 1 && of_value[b] != under) use(b, under);
      if (arity > 2 && of_value[c] != under) use(c, under);
    }
  }
  return d;
}

}  // namespace etad::inline ETAD_ABI::detail
