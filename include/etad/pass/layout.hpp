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
#include <etad/ir/depth.hpp>
#include <etad/ir/step.hpp>
#include <etad/ir/uses.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A branch costs about as much as this many multiplications.
inline constexpr double branch_cost = 12.0;

// The compilers limit the statements that a constant takes, and every call is at least two of them:
// hence plain arrays, and no calls in what runs for every instruction.
class layout {
 public:
  constexpr explicit layout(const program& p)
      : p_(p),
        demand_(demands(p)),
        uses_(p, demand_.of_value),
        place_(p.code.size()),
        branches_(p.code.size()),
        emitted_(p.code.size() + 1),
        outputs_of_(p.code.size(), -1),
        next_output_(p.outputs.size(), -1),
        position_(p.code.size()),
        visits_(p.code.size()),
        stack_(3 * p.code.size() + 1),
        depth_(depths(p)) {
    for (std::size_t k = p.outputs.size(); k-- > 0;) {
      next_output_[k] = outputs_of_[p.outputs[k]];
      outputs_of_[p.outputs[k]] = static_cast<int>(k);
    }
    emitted_.items[uses_.none] = 1;
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      // A constant that is no output has nothing to be emitted.
      if (uses_.leaves.items[n] == use_lists::constant && outputs_of_.items[n] < 0) {
        emitted_.items[n] = 1;
      }
    }
    std::size_t selections = 0;
    if (demand_.conditions.size() > 1) selections = find_branches();
    steps_ = buffer<step>(p.code.size() + p.outputs.size() + 5 * selections);
    open_ = buffer<value_id>(uses_.users.size() + 4 * p.code.size() + 1);
  }

  constexpr buffer<step> run() {
    emit_all(shallow_outputs_first(p_, depth_), 0);
    steps_.set_size(step_count_);
    return static_cast<buffer<step>&&>(steps_);
  }

 private:
  // A condition stays a branch if what it covers costs more than the branch itself; both arms of
  // a mask branch, or none. Returns the number of selections that branch.
  constexpr std::size_t find_branches() {
    const std::size_t n = demand_.conditions.size();
    const condition* const conditions = demand_.conditions.items;
    const int* const of_value = demand_.of_value.items;
    buffer<double> cost(n, 0.0);
    for (std::size_t i = 0; i < p_.code.size(); ++i) {
      if (of_value[i] > 0) cost.items[of_value[i]] += cost_of(p_.code.items[i].op());
    }
    for (std::size_t k = n; k-- > 1;) cost.items[conditions[k].outer] += cost.items[k];
    effective_ = buffer<int>(n);
    for (std::size_t k = 1; k < n; ++k) {
      const std::size_t other = demand_analysis::opposite(k);
      effective_.items[k] = cost.items[k] + cost.items[other] > branch_cost
                                ? static_cast<int>(k)
                                : effective_.items[conditions[k].outer];
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < p_.code.size(); ++i) {
      if (of_value[i] > 0) place_.items[i] = effective_.items[of_value[i]];
      if (of_value[i] < 0 || p_.code.items[i].op() != opcode::select) continue;
      int k = demand_.of_mask.items[p_.code.items[i].a()];
      while (k != 0 && (effective_.items[k] != k ||
                        effective_.items[conditions[k].outer] != place_.items[i])) {
        k = conditions[k].previous;
      }
      branches_.items[i] = k != 0 ? 1 : 0;
      count += k != 0 ? 1 : 0;
    }
    return count;
  }

  /// Whether condition k is a branch that is taken or not where `under` holds.
  constexpr bool is_branch(int k, int under) const {
    return effective_.items[k] == k && effective_.items[demand_.conditions.items[k].outer] == under;
  }

  // What a root needs under `under` is emitted unless it depends on a branch that is still to come;
  // then the branches that can run do, one for each mask, until nothing is left.
  constexpr void emit_all(const buffer<value_id>& roots, int under) {
    const buffer<value_id> reached = reachable(roots);
    buffer<value_id> selections;
    for (const value_id n : reached) {
      if (branches_.items[n] != 0 && place_.items[n] == under) selections.push_back(n);
    }
    if (!selections.empty()) {
      emit_with_branches(reached, selections, under);
      return;
    }
    for (const value_id n : reached) {
      if (place_.items[n] == under && emitted_.items[n] == 0) compute(n, under);
    }
  }

  struct blockage {
    int under;
    /// How many operands keep a value from being computed: those that belong to `under` and are not
    /// known, and those that belong to an arm and are kept themselves.
    buffer<int> blockers;
    /// The values of `under` that nothing keeps any more.
    buffer<value_id> ready;
  };

  constexpr void emit_with_branches(const buffer<value_id>& reached,
                                    const buffer<value_id>& selections, int under) {
    blockage kept{under, buffer<int>(p_.code.size() + 1), {}};
    int* const blockers = kept.blockers.items;
    const char* const emitted = emitted_.items;
    const char* const leaves = uses_.leaves.items;
    const int* const place = place_.items;
    const auto keeps = [=](value_id v) {
      return emitted[v] + leaves[v] == 0 && (place[v] == under || blockers[v] != 0) ? 1 : 0;
    };
    for (std::size_t i = 0; i < reached.size(); ++i) {
      const value_id n = reached.items[i];
      const value_id* const x = uses_.operands.items[n].at;
      position_.items[n] = static_cast<int>(i);
      blockers[n] = keeps(x[0]) + keeps(x[1]) + keeps(x[2]);
    }
    for (const value_id n : reached) {
      if (blockers[n] == 0 && place_.items[n] == under) compute_unless_branch(kept, n);
    }
    kept.ready.clear();
    while (true) {
      while (!kept.ready.empty()) compute_unless_branch(kept, take_first(kept.ready));
      buffer<value_id> group;
      for (const value_id s : selections) {
        if (emitted_.items[s] != 0 || blockers[s] != 0) continue;
        if (group.empty() || p_.code[group.front()].a() == p_.code[s].a()) group.push_back(s);
      }
      if (group.empty()) return;
      emit_branch(group, under);
      for (const value_id s : group) release(kept, s);
    }
  }

  constexpr void compute_unless_branch(blockage& kept, value_id n) {
    if (branches_.items[n] + emitted_.items[n] != 0) return;
    std::size_t k = step_count_;
    compute(n, kept.under);
    for (; k < step_count_; ++k) {
      const step s = steps_.items[k];
      if (s.kind == step_kind::compute && uses_.leaves.items[s.index] == use_lists::computed)
        release(kept, s.index);
    }
  }

  /// Takes the one that comes first off the list.
  constexpr value_id take_first(buffer<value_id>& list) const {
    std::size_t first = 0;
    for (std::size_t k = 1; k < list.size(); ++k) {
      if (position_.items[list.items[k]] < position_.items[list.items[first]]) first = k;
    }
    const value_id n = list.items[first];
    list.items[first] = list.back();
    list.pop_back();
    return n;
  }

  /// Notes that v, a value of `under`, is known: what it alone kept is kept no more.
  constexpr void release(blockage& kept, value_id v) const {
    buffer<value_id> known;
    known.push_back(v);
    while (!known.empty()) {
      const value_id n = known.back();
      known.pop_back();
      for (int k = uses_.users_begin.items[n]; k < uses_.users_begin.items[n + 1]; ++k) {
        const value_id u = uses_.users.items[k];
        if (--kept.blockers.items[u] != 0) continue;
        if (place_.items[u] == kept.under) {
          kept.ready.push_back(u);
        } else {
          known.push_back(u);
        }
      }
    }
  }

  /// Everything not yet emitted that the roots depend on, operands before users, depth first.
  constexpr buffer<value_id> reachable(const buffer<value_id>& roots) {
    // visits_ tells the call and whether a value was entered (even) or left in it.
    const int entered = ++calls_ * 2;
    int* const visits = visits_.items;
    value_id* const stack = stack_.items;
    const int* const below = depth_.items;
    const char* const emitted = emitted_.items;
    const instruction* const code = p_.code.items;
    buffer<value_id> order(p_.code.size());
    std::size_t found = 0;
    for (const value_id root : roots) {
      std::size_t depth = 1;
      stack[0] = root;
      while (depth != 0) {
        const value_id n = stack[depth - 1];
        if (visits[n] >= entered || emitted[n] != 0) {
          --depth;
          if (visits[n] == entered) order.items[found++] = n;
          visits[n] = entered + 1;
          continue;
        }
        visits[n] = entered;
        const std::uint64_t bits = code[n].bits;
        const int arity = quick.arity[bits >> op_shift() & op_mask()];
        if (arity == 0) continue;
        auto a = static_cast<value_id>(bits);
        if (arity > 1) {
          // The deepest comes first: sums collect their terms one by one.
          auto b = static_cast<value_id>(bits >> b_shift());
          if (below[b] > below[a]) {
            a = b;
            b = static_cast<value_id>(bits);
          }
          if (arity > 2) {
            auto c = static_cast<value_id>(bits >> c_shift());
            if (below[c] > below[a]) {
              const value_id deepest = c;
              c = a;
              a = deepest;
            }
            if (visits[c] < entered && emitted[c] == 0) stack[depth++] = c;
          }
          if (visits[b] < entered && emitted[b] == 0) stack[depth++] = b;
        }
        if (visits[a] < entered && emitted[a] == 0) stack[depth++] = a;
      }
    }
    order.set_size(found);
    return order;
  }

  constexpr void emit(step_kind kind, std::size_t index) {
    steps_.items[step_count_++] = {kind, static_cast<std::uint16_t>(index)};
  }

  constexpr void emit_branch(const buffer<value_id>& group, int under) {
    const value_id mask = p_.code[group.front()].a();
    emit(step_kind::branch, mask);
    emit_arm(group, under, mask, true);
    emit(step_kind::otherwise, mask);
    emit_arm(group, under, mask, false);
    emit(step_kind::end, mask);
    for (const value_id s : group) {
      emitted_[s] = 1;
      store(s);
      settle(s);
    }
  }

  constexpr void emit_arm(const buffer<value_id>& group, int under, value_id mask, bool first) {
    buffer<value_id> roots;
    for (const value_id s : group) roots.push_back(first ? p_.code[s].b() : p_.code[s].c());
    buffer<int> arms;
    int k = demand_.of_mask.items[mask] + (first ? 0 : 1);
    for (; k != 0; k = demand_.conditions.items[k].previous) {
      if (is_branch(k, under)) arms.push_back(k);
    }
    for (std::size_t i = arms.size(); i-- > 0;) emit_all(roots, arms[i]);
    for (const value_id s : group) emit(first ? step_kind::take_first : step_kind::take_second, s);
  }

  constexpr void compute(value_id first, int under) {
    open_.items[0] = first;
    std::size_t size = 1;
    while (size != 0) {
      const value_id n = open_.items[--size];
      if (emitted_.items[n] != 0) continue;
      emitted_.items[n] = 1;
      if (uses_.leaves.items[n] == use_lists::constant) {
        store(n);
        continue;
      }
      steps_.items[step_count_++] = {step_kind::compute, n};
      if (outputs_of_.items[n] >= 0) store(n);
      settle(n);
      const value_id* const x = uses_.operands.items[n].at;
      if (uses_.uses_left.items[x[0]] == 1) size = push_ending_users(size, x[0], under);
      if (uses_.uses_left.items[x[1]] == 1) size = push_ending_users(size, x[1], under);
      if (uses_.uses_left.items[x[2]] == 1) size = push_ending_users(size, x[2], under);
      size = push_ending_users(size, n, under);
    }
  }

  /// Adds the users of v that can be computed now and end the life of a value to those that `open_`
  /// holds; returns how many they are then.
  constexpr std::size_t push_ending_users(std::size_t size, value_id v, int under) {
    const value_id* const users = uses_.users.items;
    const int* const waits_for = uses_.waits_for.items;
    const int end = uses_.users_begin.items[v + 1];
    for (int k = uses_.users_begin.items[v]; k < end; ++k) {
      const value_id u = users[k];
      if (waits_for[u] == 0 && emitted_.items[u] + branches_.items[u] == 0 &&
          place_.items[u] == under && ends_a_value(u)) {
        open_.items[size++] = u;
      }
    }
    return size;
  }

  /// Notes that n is known: its users wait for one value less, its operands have one use less.
  constexpr void settle(value_id n) {
    const value_id* const x = uses_.operands.items[n].at;
    int* const uses_left = uses_.uses_left.items;
    --uses_left[x[0]];
    --uses_left[x[1]];
    --uses_left[x[2]];
    int* const waits_for = uses_.waits_for.items;
    const value_id* const users = uses_.users.items;
    const int end = uses_.users_begin.items[n + 1];
    for (int k = uses_.users_begin.items[n]; k < end; ++k) --waits_for[users[k]];
  }

  /// Whether u is the last to use one of its operands, which then needs no register any more.
  constexpr bool ends_a_value(value_id u) const {
    const value_id* const x = uses_.operands.items[u].at;
    const int* const uses_left = uses_.uses_left.items;
    const char* const leaves = uses_.leaves.items;
    return (uses_left[x[0]] == 1 && leaves[x[0]] == use_lists::computed) ||
           (uses_left[x[1]] == 1 && leaves[x[1]] == use_lists::computed) ||
           (uses_left[x[2]] == 1 && leaves[x[2]] == use_lists::computed);
  }

  constexpr void store(value_id n) {
    for (int k = outputs_of_[n]; k >= 0; k = next_output_[static_cast<std::size_t>(k)]) {
      emit(step_kind::store, static_cast<std::size_t>(k));
    }
  }

  const program& p_;
  demand_analysis demand_;
  use_lists uses_;
  /// The condition under which a value is computed: its demand, less those that do not branch.
  buffer<int> place_;
  buffer<char> branches_;
  buffer<char> emitted_;
  buffer<int> outputs_of_;
  buffer<int> next_output_;
  buffer<int> effective_;
  // What reachable() needs to find the order of values.
  buffer<int> position_;
  buffer<int> visits_;
  buffer<value_id> stack_;
  buffer<int> depth_;
  int calls_ = 0;
  buffer<step> steps_;
  std::size_t step_count_ = 0;
  buffer<value_id> open_;
};

/// The steps that run p.
constexpr buffer<step> steps_of(const program& p) { return layout(p).run(); }

}  // namespace etad::inline ETAD_ABI::detail
