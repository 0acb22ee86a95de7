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
#include <etad/core/least_first.hpp>
#include <etad/ir/branches.hpp>
#include <etad/ir/depth.hpp>
#include <etad/ir/program_order.hpp>
#include <etad/ir/step.hpp>
#include <etad/ir/uses.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The order below takes up to 300 statements for each value and each branch around it, and a constant
/// has a million on Clang. Programs whose branches nest deeper run in the order in which they are written.
inline constexpr std::size_t nesting_limit = 1024;
/// Longer programs do, too: the order below takes about 150 statements for each value.
inline constexpr std::size_t depth_first_limit = 6000;

// The compilers limit the statements that a constant takes, and every call is at least two of them:
// hence plain arrays, and no calls in what runs for every instruction.
class layout {
 public:
  constexpr layout(const program& p, const branch_plan& plan)
      : p_(p),
        plan_(plan),
        uses_(p, plan.demand.of_value),
        place_(plan.place),
        branches_(plan.branch_of),
        emitted_(p.code.size() + 1),
        outputs_of_(p.code.size(), -1),
        next_output_(p.outputs.size(), -1),
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
    steps_ = buffer<step>(p.code.size() + p.outputs.size() + 5 * plan.selections);
    open_ = buffer<value_id>(uses_.users.size() + 4 * p.code.size() + 1);
    if (plan.selections != 0) {
      position_ = buffer<std::size_t>(p.code.size());
      blockers_ = buffer<int>(p.code.size() + 1);
    }
  }

  constexpr buffer<step> run() {
    emit_all(shallow_outputs_first(p_, depth_), 0);
    steps_.set_size(step_count_);
    return static_cast<buffer<step>&&>(steps_);
  }

 private:
  // What a root needs under `under` is emitted unless it depends on a branch that is still to come;
  // then the branches that can run do, one for each mask, until nothing is left.
  constexpr void emit_all(const buffer<value_id>& roots, int under) {
    const std::size_t begin = reached_.size();
    const int stamp = reach(roots);
    const std::size_t end = reached_.size();
    bool branches = false;
    for (std::size_t i = begin; i < end && plan_.selections != 0; ++i) {
      const value_id n = reached_.items[i];
      if (branches_.items[n] != 0 && place_.items[n] == under) branches = true;
    }
    if (branches) {
      emit_with_branches(begin, end, stamp, under);
    } else {
      for (std::size_t i = begin; i < end; ++i) {
        const value_id n = reached_.items[i];
        if (place_.items[n] == under && emitted_.items[n] == 0) compute(n, under);
      }
    }
    reached_.set_size(begin);
  }

  /// How far the values of `under` are that were reached with `stamp`.
  struct blockage {
    int under;
    int stamp;
    /// The places in reached_ of the values that nothing keeps any more.
    least_first ready;
    /// Selections among these that branch.
    buffer<value_id> selections;
  };

  constexpr void emit_with_branches(std::size_t begin, std::size_t end, int stamp, int under) {
    blockage kept{under, stamp, {}, {}};
    int* const blockers = blockers_.items;
    const char* const emitted = emitted_.items;
    const char* const leaves = uses_.leaves.items;
    const int* const place = place_.items;
    for (std::size_t i = begin; i < end; ++i) {
      const value_id n = reached_.items[i];
      const value_id* const x = uses_.operands.items[n].at;
      position_.items[n] = i;
      int count = 0;
      for (int k = 0; k < 3; ++k) {
        const value_id v = x[k];
        if (emitted[v] + leaves[v] == 0 && (place[v] == under || blockers[v] != 0)) ++count;
      }
      blockers[n] = count;
    }
    for (std::size_t i = begin; i < end; ++i) {
      const value_id n = reached_.items[i];
      if (blockers[n] == 0 && place[n] == under) compute_unless_branch(kept, n);
    }
    kept.ready.clear();
    while (true) {
      while (!kept.ready.empty()) {
        compute_unless_branch(kept, reached_.items[kept.ready.take()]);
      }
      if (kept.selections.empty()) return;
      const buffer<value_id> group = take_group(kept.selections);
      emit_branch(group, under);
      for (const value_id s : group) release(kept, s);
    }
  }

  constexpr void compute_unless_branch(blockage& kept, value_id n) {
    if (emitted_.items[n] != 0) return;
    if (branches_.items[n] != 0) {
      kept.selections.push_back(n);
      return;
    }
    std::size_t k = step_count_;
    compute(n, kept.under);
    for (; k < step_count_; ++k) {
      const step s = steps_.items[k];
      if (s.kind == step_kind::compute && uses_.leaves.items[s.index] == use_lists::computed)
        release(kept, s.index);
    }
  }

  /// Takes the selection that comes first off the list, and all others by its mask, in their order.
  constexpr buffer<value_id> take_group(buffer<value_id>& selections) const {
    std::size_t first = 0;
    for (std::size_t k = 1; k < selections.size(); ++k) {
      if (position_.items[selections.items[k]] < position_.items[selections.items[first]])
        first = k;
    }
    const int branch = branches_.items[selections.items[first]];
    buffer<value_id> group;
    std::size_t left = 0;
    for (std::size_t k = 0; k < selections.size(); ++k) {
      const value_id s = selections.items[k];
      if (branches_.items[s] != branch) {
        selections.items[left++] = s;
        continue;
      }
      group.push_back(s);
      for (std::size_t i = group.size() - 1; i > 0; --i) {
        if (position_.items[group.items[i - 1]] < position_.items[s]) break;
        group.items[i] = group.items[i - 1];
        group.items[i - 1] = s;
      }
    }
    selections.set_size(left);
    return group;
  }

  /// Notes that v, a value of `under`, is known: what it alone kept is kept no more.
  constexpr void release(blockage& kept, value_id v) {
    const int* const begin = uses_.users_begin.items;
    const value_id* const users = uses_.users.items;
    value_id* const known = stack_.items;
    known[0] = v;
    std::size_t size = 1;
    while (size != 0) {
      const value_id n = known[--size];
      const int end = begin[n + 1];
      for (int k = begin[n]; k < end; ++k) {
        const value_id u = users[k];
        if (visits_.items[u] != kept.stamp || --blockers_.items[u] != 0) continue;
        if (place_.items[u] == kept.under) {
          kept.ready.put(position_.items[u]);
        } else {
          known[size++] = u;
        }
      }
    }
  }

  /// Appends to reached_ everything not yet emitted that the roots depend on, operands before users,
  /// depth first. Returns what visits_ then holds for these.
  constexpr int reach(const buffer<value_id>& roots) {
    // visits_ tells the call and whether a value was entered (even) or left in it.
    const int entered = ++calls_ * 2;
    int* const visits = visits_.items;
    value_id* const stack = stack_.items;
    const int* const below = depth_.items;
    const char* const emitted = emitted_.items;
    const instruction* const code = p_.code.items;
    std::size_t found = reached_.size();
    reached_.reserve(found + p_.code.size());
    value_id* const order = reached_.items;
    for (const value_id root : roots) {
      std::size_t depth = 1;
      stack[0] = root;
      while (depth != 0) {
        const value_id n = stack[depth - 1];
        if (visits[n] >= entered || emitted[n] != 0) {
          --depth;
          if (visits[n] == entered) order[found++] = n;
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
    reached_.set_size(found);
    return entered + 1;
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
    int k = plan_.demand.of_mask.items[mask] + (first ? 0 : 1);
    for (; k != 0; k = plan_.demand.conditions.items[k].previous) {
      if (plan_.is_branch(k, under)) arms.push_back(k);
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
    --uses_left[x[0]], --uses_left[x[1]], --uses_left[x[2]];
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
  const branch_plan& plan_;
  use_lists uses_;
  const buffer<int>& place_;
  const buffer<int>& branches_;
  buffer<char> emitted_;
  buffer<int> outputs_of_;
  buffer<int> next_output_;
  // What reach() needs to find the order of values, and what it found.
  buffer<int> visits_;
  buffer<value_id> stack_;
  buffer<int> depth_;
  int calls_ = 0;
  buffer<value_id> reached_;
  // Where programs have branches: the place of a value in reached_, and how many operands keep it from
  // being computed: those of its branch that are not known, and those of an arm that are kept themselves.
  buffer<std::size_t> position_;
  buffer<int> blockers_;
  buffer<step> steps_;
  std::size_t step_count_ = 0;
  buffer<value_id> open_;
};

/// The steps that run p.
constexpr buffer<step> steps_of(const program& p) {
  const branch_plan plan(p);
  if ((plan.nesting > nesting_limit || p.code.size() > depth_first_limit) && has_no_edges(p)) {
    return program_order(p, plan).run();
  }
  return layout(p, plan).run();
}

}  // namespace etad::inline ETAD_ABI::detail
