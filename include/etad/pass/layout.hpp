// SPDX-License-Identifier: MIT
// The order in which a program runs, with branches where selections have costly arms.
//
// Values are computed depth first from the outputs, each just before its first use, and an output
// is stored as soon as it is known: so few values are alive at a time and stay in registers
// (Sethi and Ullman 1970 for trees; on shared graphs a heuristic). Selections by one mask whose
// arms are costly become one branch that computes the arm taken only.
#pragma once

#include <cstdint>
#include <etad/core/buffer.hpp>

#include <etad/pass/cost.hpp>
#include <etad/pass/demand.hpp>

namespace etad::detail {

enum class step_kind : std::uint8_t {
  compute,    // value n
  store,      // output n
  branch,     // on mask n: the steps of the first arm, `otherwise`, those of the second, `end`
  otherwise,
  end,
  take_first,   // selection n is its first arm
  take_second,  // selection n is its second arm
};

struct step {
  step_kind kind;
  std::uint16_t index;
};

/// A branch costs about as much as this many multiplications.
inline constexpr double branch_cost = 12.0;

class layout {
 public:
  constexpr explicit layout(const program& p)
      : p_(p), demand_(demands(p)), emitted_(p.code.size(), 0), outputs_of_(p.code.size(), -1) {
    find_branches();
    next_output_ = buffer<int>(p.outputs.size(), -1);
    for (std::size_t k = p.outputs.size(); k-- > 0;) {
      next_output_[k] = outputs_of_[p.outputs[k]];
      outputs_of_[p.outputs[k]] = static_cast<int>(k);
    }
  }

  constexpr buffer<step> run() {
    emit_all(p_.outputs, 0);
    return steps_;
  }

 private:
  /// The condition under which value n is computed: its demand, less those that do not branch.
  constexpr int place(value_id n) const {
    return effective_[static_cast<std::size_t>(demand_.of_value[n])];
  }

  constexpr bool branches(value_id n) const { return branches_[n] != 0; }

  // A condition stays a branch if what it covers costs more than the branch itself; both arms of
  // a mask branch, or none.
  constexpr void find_branches() {
    const std::size_t n = demand_.conditions.size();
    buffer<double> cost(n, 0.0);
    for (std::size_t i = 0; i < p_.code.size(); ++i) {
      if (demand_.of_value[i] > 0) {
        cost[static_cast<std::size_t>(demand_.of_value[i])] += cost_of(p_.code[i].op());
      }
    }
    for (std::size_t k = n; k-- > 1;) {
      cost[static_cast<std::size_t>(demand_.conditions[k].outer)] += cost[k];
    }
    effective_.push_back(0);
    for (std::size_t k = 1; k < n; ++k) {
      const condition& c = demand_.conditions[k];
      double both = 0;
      for (std::size_t j = 1; j < n; ++j) {
        const condition& other = demand_.conditions[j];
        if (other.mask == c.mask && other.outer == c.outer) both += cost[j];
      }
      effective_.push_back(both > branch_cost ? static_cast<int>(k)
                                              : effective_[static_cast<std::size_t>(c.outer)]);
    }
    branches_ = buffer<char>(p_.code.size(), 0);
    for (std::size_t i = 0; n > 1 && i < p_.code.size(); ++i) {
      if (p_.code[i].op() != opcode::select || demand_.of_value[i] < 0) continue;
      for (std::size_t k = 1; k < n; ++k) {
        const condition& c = demand_.conditions[k];
        if (c.mask == p_.code[i].a() && effective_[k] == static_cast<int>(k) &&
            effective_[static_cast<std::size_t>(c.outer)] == place(static_cast<value_id>(i))) {
          branches_[i] = 1;
        }
      }
    }
  }

  // What a root needs under `under` is emitted unless it depends on a branch that is still to come;
  // then the branches that can run do, one for each mask, until nothing is left.
  constexpr void emit_all(const buffer<value_id>& roots, int under) {
    buffer<value_id> needed = needs(roots, under);
    buffer<value_id> selections;
    for (const value_id n : needed) {
      if (branches(n)) selections.push_back(n);
    }
    if (selections.empty()) {
      for (const value_id n : needed) compute(n);
      return;
    }
    while (true) {
      for (const value_id n : needed) {
        if (emitted_[n] != 0) continue;
        bool free = !branches(n);
        for (int k = 0; k < arity_of(p_.code[n].op()) && free; ++k) {
          const value_id i = p_.code[n].operand(k);
          free = is_leaf(p_.code[i].op()) || emitted_[i] != 0;
        }
        if (free) compute(n);
      }
      const buffer<char> blocked = blocked_values(under);
      buffer<value_id> group;
      for (const value_id s : selections) {
        const instruction x = p_.code[s];
        if (emitted_[s] != 0 || blocked[x.a()] + blocked[x.b()] + blocked[x.c()] != 0) continue;
        if (group.empty() || p_.code[group.front()].a() == x.a()) group.push_back(s);
      }
      if (group.empty()) return;
      emit_branch(group, under);
    }
  }

  /// Everything not yet emitted that the roots need and that is computed under `under` itself,
  /// operands before users, depth first.
  constexpr buffer<value_id> needs(const buffer<value_id>& roots, int under) const {
    buffer<value_id> order;
    buffer<char> seen(p_.code.size(), 0);
    buffer<value_id> stack;
    for (const value_id root : roots) {
      stack.push_back(root);
      while (!stack.empty()) {
        const value_id n = stack.back();
        if (seen[n] == 2 || emitted_[n] != 0) {
          stack.pop_back();
          continue;
        }
        if (seen[n] == 1) {
          seen[n] = 2;
          stack.pop_back();
          if (place(n) == under) order.push_back(n);
          continue;
        }
        seen[n] = 1;
        const instruction x = p_.code[n];
        if (is_leaf(x.op())) continue;
        for (int k = arity_of(x.op()); k-- > 0;) {
          if (seen[x.operand(k)] == 0 && emitted_[x.operand(k)] == 0) stack.push_back(x.operand(k));
        }
      }
    }
    return order;
  }

  /// The values that depend on a branch still to come; `under` has nothing free left to compute.
  constexpr buffer<char> blocked_values(int under) const {
    buffer<char> blocked(p_.code.size(), 0);
    for (std::size_t n = 0; n < p_.code.size(); ++n) {
      if (emitted_[n] != 0 || demand_.of_value[n] < 0 || is_leaf(p_.code[n].op())) continue;
      if (place(static_cast<value_id>(n)) == under) {
        blocked[n] = 1;
        continue;
      }
      for (int k = 0; k < arity_of(p_.code[n].op()); ++k) {
        if (blocked[p_.code[n].operand(k)] != 0) blocked[n] = 1;
      }
    }
    return blocked;
  }

  constexpr void emit_branch(const buffer<value_id>& group, int under) {
    const value_id mask = p_.code[group.front()].a();
    steps_.push_back({step_kind::branch, mask});
    emit_arm(group, under, mask, true);
    steps_.push_back({step_kind::otherwise, mask});
    emit_arm(group, under, mask, false);
    steps_.push_back({step_kind::end, mask});
    for (const value_id s : group) {
      emitted_[s] = 1;
      store(s);
    }
  }

  constexpr void emit_arm(const buffer<value_id>& group, int under, value_id mask,
                          bool first) {
    buffer<value_id> roots;
    for (const value_id s : group) roots.push_back(first ? p_.code[s].b() : p_.code[s].c());
    for (std::size_t k = 1; k < demand_.conditions.size(); ++k) {
      const condition& c = demand_.conditions[k];
      if (effective_[k] == static_cast<int>(k) && c.mask == mask && c.polarity == first &&
          effective_[static_cast<std::size_t>(c.outer)] == under) {
        emit_all(roots, static_cast<int>(k));
      }
    }
    for (const value_id s : group) {
      steps_.push_back({first ? step_kind::take_first : step_kind::take_second, s});
    }
  }

  constexpr void compute(value_id n) {
    emitted_[n] = 1;
    if (p_.code[n].op() != opcode::constant) steps_.push_back({step_kind::compute, n});
    store(n);
  }

  constexpr void store(value_id n) {
    for (int k = outputs_of_[n]; k >= 0; k = next_output_[static_cast<std::size_t>(k)]) {
      steps_.push_back({step_kind::store, static_cast<std::uint16_t>(k)});
    }
  }

  const program& p_;
  demand_analysis demand_;
  buffer<int> effective_;
  buffer<char> branches_;
  buffer<char> emitted_;
  buffer<int> outputs_of_;
  buffer<int> next_output_;
  buffer<step> steps_;
};

/// The steps that run p.
constexpr buffer<step> steps_of(const program& p) { return layout(p).run(); }

}  // namespace etad::detail
