// SPDX-License-Identifier: MIT
// Under which conditions a value is needed: a value that only one arm of a selection reads need not
// be computed when the other arm is taken.
#pragma once

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
};

struct demand_analysis {
  buffer<condition> conditions;
  /// For each value the innermost condition that covers all its uses; -1 if it is never used.
  buffer<int> of_value;

  constexpr int common(int x, int y) const {
    while (x != y) {
      int& deeper = at(x).depth >= at(y).depth ? x : y;
      deeper = at(deeper).outer;
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
    for (int i = x; i != shared; i = at(i).outer) {
      for (int j = y; j != shared; j = at(j).outer) {
        if (at(i).mask == at(j).mask && at(i).polarity == at(j).polarity) both.push_back(i);
      }
    }
    int result = shared;
    for (std::size_t k = both.size(); k-- > 0;) {
      const condition next = at(both[k]);
      result = within(result, next.mask, next.polarity);
    }
    return result;
  }
  constexpr const condition& at(int k) const { return conditions[static_cast<std::size_t>(k)]; }

  constexpr int within(int outer, value_id mask, bool polarity) {
    for (std::size_t k = 1; k < conditions.size(); ++k) {
      const condition& c = conditions[k];
      if (c.outer == outer && c.mask == mask && c.polarity == polarity) return static_cast<int>(k);
    }
    conditions.push_back({outer, at(outer).depth + 1, mask, polarity});
    return static_cast<int>(conditions.size()) - 1;
  }
};

/// Finds the demand of every value of p. An `edge` demands its regular arm only. in_any_order finds
/// conditions that differently nested uses share: facts for guards, but code that computes a value
/// under them is code in which compilers no longer see that it is set before it is read. Cost: one
/// visit an instruction, times the nesting of selections (its square with in_any_order).
constexpr demand_analysis demands(const program& p, bool in_any_order = false) {
  demand_analysis d;
  d.conditions.push_back({});
  d.of_value = buffer<int>(p.code.size(), -1);
  const auto use = [&](value_id i, int under) {
    int& now = d.of_value.items[i];
    if (now != under) {
      now = now < 0 ? under : in_any_order ? d.join(now, under) : d.common(now, under);
    }
  };
  for (const value_id i : p.outputs) use(i, 0);
  for (std::size_t n = p.code.size(); n-- > 0;) {
    const int under = d.of_value.items[n];
    if (under < 0) continue;
    const instruction x = p.code.items[n];
    if (x.op() == opcode::edge) {
      use(x.b(), under);
    } else if (x.op() == opcode::select) {
      use(x.a(), under);
      use(x.b(), d.within(under, x.a(), true));
      use(x.c(), d.within(under, x.a(), false));
    } else {
      const int arity = arity_of(x.op());
      if (arity > 0) use(x.a(), under);
      if (arity > 1) use(x.b(), under);
      if (arity > 2) use(x.c(), under);
    }
  }
  return d;
}

}  // namespace etad::inline ETAD_ABI::detail
