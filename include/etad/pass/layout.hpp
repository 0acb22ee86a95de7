// SPDX-License-Identifier: MIT
// The order in which a program runs, with branches where selections have costly arms.
//
// Values are computed depth first from the outputs, each just before its first use; a value that is
// the last to need another is computed as soon as it can be, and an output is stored as soon as it
// is known: so few values are alive at a time and stay in registers (Sethi and Ullman 1970 for
// trees; on shared graphs a heuristic). Selections by one mask whose arms are costly become one
// branch that computes the arm taken only.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/ir/cost.hpp>
#include <etad/ir/demand.hpp>

namespace etad::inline ETAD_ABI::detail {

enum class step_kind : std::uint8_t {
  compute,  // value n
  store,    // output n
  branch,   // on mask n: the steps of the first arm, `otherwise`, those of the second, `end`
  otherwise,
  end,
  take_first,    // selection n is its first arm
  take_second,   // selection n is its second arm
  store_apart,   // output n, not together with its neighbours in memory
  compute_pair,  // the sine and the cosine of one value
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
      : p_(p), demand_(demands(p)), emitted_(p.code.size()), outputs_of_(p.code.size(), -1) {
    find_branches();
    find_users();
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
  /// The operands that are computed or loaded, each once.
  template <class Visit>
  constexpr void for_operands(instruction x, Visit visit) const {
    const int arity = is_leaf(x.op()) ? 0 : arity_of(x.op());
    for (int k = 0; k < arity; ++k) {
      const value_id v = x.operand(k);
      const bool repeated = (k > 0 && v == x.a()) || (k > 1 && v == x.b());
      if (!repeated && p_.code.items[v].op() != opcode::constant) visit(v);
    }
  }

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
    branches_ = buffer<char>(p_.code.size());
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
      for (const value_id n : needed) compute(n, under);
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
        if (free) compute(n, under);
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
    buffer<char> seen(p_.code.size());
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
    buffer<char> blocked(p_.code.size());
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
      settle(s);
    }
  }

  constexpr void emit_arm(const buffer<value_id>& group, int under, value_id mask, bool first) {
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

  constexpr void compute(value_id first, int under) {
    buffer<value_id> open{first};
    while (!open.empty()) {
      const value_id n = open.back();
      open.pop_back();
      if (emitted_.items[n] != 0) continue;
      emitted_.items[n] = 1;
      const instruction x = p_.code.items[n];
      if (x.op() == opcode::constant) {
        store(n);
        continue;
      }
      steps_.push_back({step_kind::compute, n});
      store(n);
      settle(n);
      for_operands(x, [&](value_id v) {
        if (uses_left_.items[v] == 1) push_ending_users(open, v, under);
      });
      push_ending_users(open, n, under);
    }
  }

  /// Adds the users of v that can be computed now and end the life of a value.
  constexpr void push_ending_users(buffer<value_id>& open, value_id v, int under) const {
    for (int k = users_begin_.items[v]; k < users_begin_.items[v + 1]; ++k) {
      const value_id u = users_.items[k];
      if (waits_for_.items[u] == 0 && emitted_.items[u] == 0 && place(u) == under &&
          ends_a_value(u) && !branches(u)) {
        open.push_back(u);
      }
    }
  }

  /// Notes that n is known: its users wait for one value less, its operands have one use less.
  constexpr void settle(value_id n) {
    for_operands(p_.code.items[n], [&](value_id v) { --uses_left_.items[v]; });
    for (int k = users_begin_.items[n]; k < users_begin_.items[n + 1]; ++k) {
      --waits_for_.items[users_.items[k]];
    }
  }

  /// Whether u is the last to use one of its operands, which then needs no register any more.
  constexpr bool ends_a_value(value_id u) const {
    bool ends = false;
    for_operands(p_.code.items[u], [&](value_id v) {
      ends = ends || (uses_left_.items[v] == 1 && !is_leaf(p_.code.items[v].op()));
    });
    return ends;
  }

  /// The users of each value, one list after the other, and how many values each waits for.
  constexpr void find_users() {
    const std::size_t n = p_.code.size();
    users_begin_ = buffer<int>(n + 1);
    waits_for_ = buffer<int>(n);
    uses_left_ = buffer<int>(n);
    const auto each_use = [&](auto visit) {
      for (std::size_t u = 0; u < n; ++u) {
        if (demand_.of_value.items[u] < 0) continue;
        for_operands(p_.code.items[u], [&](value_id v) { visit(u, v); });
      }
    };
    each_use([&](std::size_t u, value_id v) {
      ++waits_for_.items[u];
      ++uses_left_.items[v];
    });
    for (std::size_t v = 0; v < n; ++v) {
      users_begin_.items[v + 1] = users_begin_.items[v] + uses_left_.items[v];
    }
    users_ = buffer<value_id>(static_cast<std::size_t>(users_begin_.items[n]));
    buffer<int> next = users_begin_;
    each_use([&](std::size_t u, value_id v) {
      users_.items[next.items[v]++] = static_cast<value_id>(u);
    });
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
  buffer<int> users_begin_;
  buffer<value_id> users_;
  buffer<int> waits_for_;
  buffer<int> uses_left_;
  buffer<step> steps_;
};

/// The steps that run p.
constexpr buffer<step> steps_of(const program& p) { return layout(p).run(); }

}  // namespace etad::inline ETAD_ABI::detail
