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

// The compilers limit the statements that a constant takes, and every call is at least two of them:
// hence plain arrays, and no calls in what runs for every instruction.
class layout {
 public:
  constexpr explicit layout(const program& p)
      : p_(p),
        demand_(demands(p)),
        none_(static_cast<value_id>(p.code.size())),
        place_(p.code.size()),
        branches_(p.code.size()),
        emitted_(p.code.size() + 1),
        outputs_of_(p.code.size(), -1),
        next_output_(p.outputs.size(), -1) {
    for (std::size_t k = p.outputs.size(); k-- > 0;) {
      next_output_[k] = outputs_of_[p.outputs[k]];
      outputs_of_[p.outputs[k]] = static_cast<int>(k);
    }
    find_operands();
    find_users();
    std::size_t selections = 0;
    if (demand_.conditions.size() > 1) selections = find_branches();
    steps_ = buffer<step>(p.code.size() + p.outputs.size() + 5 * selections);
    open_ = buffer<value_id>(users_.size() + 4 * p.code.size() + 1);
  }

  constexpr buffer<step> run() {
    emit_all(p_.outputs, 0);
    steps_.set_size(step_count_);
    return steps_;
  }

 private:
  /// The operands of a value that are computed or loaded, each once. `none_` fills the rest; nobody
  /// ever waits for it.
  struct operand_list {
    value_id at[3];
  };
  enum leaf : char { no_leaf, input_leaf, constant_leaf };

  constexpr void find_operands() {
    const std::size_t size = p_.code.size();
    operands_ = buffer<operand_list>(size);
    leaves_ = buffer<char>(size + 1);
    buffer<value_id> name(size);
    for (std::size_t n = 0; n < size; ++n) {
      const std::uint64_t bits = p_.code.items[n].bits;
      const auto op = static_cast<opcode>(bits >> 48 & 0xff);
      const int arity = quick.arity[static_cast<int>(op)];
      name.items[n] = static_cast<value_id>(n);
      if (op == opcode::constant) {
        name.items[n] = none_;
        leaves_.items[n] = constant_leaf;
        // A constant that is no output has nothing to be emitted.
        emitted_.items[n] = outputs_of_.items[n] < 0 ? char{1} : char{0};
      }
      if (op == opcode::input) leaves_.items[n] = input_leaf;
      value_id* const x = operands_.items[n].at;
      x[0] = arity > 0 ? name.items[bits & 0xffff] : none_;
      x[1] = arity > 1 ? name.items[bits >> 16 & 0xffff] : none_;
      x[2] = arity > 2 ? name.items[bits >> 32 & 0xffff] : none_;
      if (x[1] == x[0]) x[1] = none_;
      if (x[2] == x[0] || x[2] == x[1]) x[2] = none_;
    }
    leaves_.items[size] = constant_leaf;
    emitted_.items[size] = 1;
  }

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
      const value_id mask = p_.code.items[i].a();
      std::size_t k = 1;
      while (k < n && (conditions[k].mask != mask || !is_branch(k, place_.items[i]))) ++k;
      branches_.items[i] = k < n ? 1 : 0;
      count += k < n ? 1 : 0;
    }
    return count;
  }

  /// Whether condition k is a branch that is taken or not where `under` holds.
  constexpr bool is_branch(std::size_t k, int under) const {
    return effective_.items[k] == static_cast<int>(k) &&
           effective_.items[demand_.conditions.items[k].outer] == under;
  }

  // What a root needs under `under` is emitted unless it depends on a branch that is still to come;
  // then the branches that can run do, one for each mask, until nothing is left.
  constexpr void emit_all(const buffer<value_id>& roots, int under) {
    buffer<value_id> pending = reachable(roots);
    buffer<value_id> needed;
    buffer<value_id> selections;
    needed.reserve(pending.size());
    for (const value_id n : pending) {
      if (place_.items[n] != under) continue;
      needed.items[needed.size()] = n;
      needed.set_size(needed.size() + 1);
      if (branches_.items[n] != 0) selections.push_back(n);
    }
    if (selections.empty()) {
      for (const value_id n : needed) {
        if (emitted_.items[n] == 0) compute(n, under);
      }
      return;
    }
    buffer<char> blocked(p_.code.size() + 1);
    while (true) {
      emit_free(needed, under);
      find_blocked(pending, blocked, under);
      buffer<value_id> group;
      for (const value_id s : selections) {
        const value_id* const x = operands_.items[s].at;
        if (emitted_.items[s] + blocked[x[0]] + blocked[x[1]] + blocked[x[2]] != 0) continue;
        if (group.empty() || p_.code[group.front()].a() == p_.code[s].a()) group.push_back(s);
      }
      if (group.empty()) return;
      emit_branch(group, under);
    }
  }

  /// Emits those whose operands are known and that do not branch; the others stay.
  constexpr void emit_free(buffer<value_id>& needed, int under) {
    std::size_t left = 0;
    for (const value_id n : needed) {
      if (emitted_.items[n] != 0) continue;
      const value_id* const x = operands_.items[n].at;
      if (branches_.items[n] == 0 && emitted_.items[x[0]] + leaves_.items[x[0]] != 0 &&
          emitted_.items[x[1]] + leaves_.items[x[1]] != 0 &&
          emitted_.items[x[2]] + leaves_.items[x[2]] != 0) {
        compute(n, under);
      } else {
        needed.items[left++] = n;
      }
    }
    needed.set_size(left);
  }

  /// Marks the values that depend on a branch still to come; `under` has nothing free left to
  /// compute. What has been emitted leaves the list.
  constexpr void find_blocked(buffer<value_id>& pending, buffer<char>& blocked, int under) const {
    std::size_t left = 0;
    for (const value_id n : pending) {
      blocked.items[n] = 0;
      if (emitted_.items[n] + leaves_.items[n] != 0) continue;
      const value_id* const x = operands_.items[n].at;
      blocked.items[n] =
          place_.items[n] == under ||
                  blocked.items[x[0]] + blocked.items[x[1]] + blocked.items[x[2]] != 0
              ? 1
              : 0;
      pending.items[left++] = n;
    }
    pending.set_size(left);
  }

  /// Everything not yet emitted that the roots depend on, operands before users, depth first.
  constexpr buffer<value_id> reachable(const buffer<value_id>& roots) const {
    enum visit : char { unseen, entered, left };
    buffer<value_id> order(p_.code.size());
    buffer<char> visits(p_.code.size());
    buffer<value_id> stack(3 * p_.code.size() + 1);
    std::size_t found = 0;
    for (const value_id root : roots) {
      std::size_t depth = 1;
      stack.items[0] = root;
      while (depth != 0) {
        const value_id n = stack.items[depth - 1];
        if (visits.items[n] + emitted_.items[n] != 0) {
          --depth;
          if (visits.items[n] == entered) order.items[found++] = n;
          visits.items[n] = left;
          continue;
        }
        visits.items[n] = entered;
        const std::uint64_t bits = p_.code.items[n].bits;
        const int arity = quick.arity[bits >> 48 & 0xff];
        const auto a = static_cast<value_id>(bits);
        const auto b = static_cast<value_id>(bits >> 16);
        const auto c = static_cast<value_id>(bits >> 32);
        if (arity > 2 && visits.items[c] + emitted_.items[c] == 0) stack.items[depth++] = c;
        if (arity > 1 && visits.items[b] + emitted_.items[b] == 0) stack.items[depth++] = b;
        if (arity > 0 && visits.items[a] + emitted_.items[a] == 0) stack.items[depth++] = a;
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
    const condition* const conditions = demand_.conditions.items;
    for (std::size_t k = first ? 1 : 2; k < demand_.conditions.size(); k += 2) {
      if (conditions[k].mask == mask && is_branch(k, under)) emit_all(roots, static_cast<int>(k));
    }
    for (const value_id s : group) emit(first ? step_kind::take_first : step_kind::take_second, s);
  }

  constexpr void compute(value_id first, int under) {
    open_.items[0] = first;
    std::size_t size = 1;
    while (size != 0) {
      const value_id n = open_.items[--size];
      if (emitted_.items[n] != 0) continue;
      emitted_.items[n] = 1;
      if (leaves_.items[n] == constant_leaf) {
        store(n);
        continue;
      }
      steps_.items[step_count_++] = {step_kind::compute, n};
      if (outputs_of_.items[n] >= 0) store(n);
      settle(n);
      const value_id* const x = operands_.items[n].at;
      if (uses_left_.items[x[0]] == 1) size = push_ending_users(size, x[0], under);
      if (uses_left_.items[x[1]] == 1) size = push_ending_users(size, x[1], under);
      if (uses_left_.items[x[2]] == 1) size = push_ending_users(size, x[2], under);
      size = push_ending_users(size, n, under);
    }
  }

  /// Adds the users of v that can be computed now and end the life of a value to those that `open_`
  /// holds; returns how many they are then.
  constexpr std::size_t push_ending_users(std::size_t size, value_id v, int under) {
    for (int k = users_begin_.items[v]; k < users_begin_.items[v + 1]; ++k) {
      const value_id u = users_.items[k];
      if (waits_for_.items[u] == 0 && emitted_.items[u] + branches_.items[u] == 0 &&
          place_.items[u] == under && ends_a_value(u)) {
        open_.items[size++] = u;
      }
    }
    return size;
  }

  /// Notes that n is known: its users wait for one value less, its operands have one use less.
  constexpr void settle(value_id n) {
    const value_id* const x = operands_.items[n].at;
    --uses_left_.items[x[0]];
    --uses_left_.items[x[1]];
    --uses_left_.items[x[2]];
    for (int k = users_begin_.items[n]; k < users_begin_.items[n + 1]; ++k) {
      --waits_for_.items[users_.items[k]];
    }
  }

  /// Whether u is the last to use one of its operands, which then needs no register any more.
  constexpr bool ends_a_value(value_id u) const {
    const value_id* const x = operands_.items[u].at;
    return (uses_left_.items[x[0]] == 1 && leaves_.items[x[0]] == no_leaf) ||
           (uses_left_.items[x[1]] == 1 && leaves_.items[x[1]] == no_leaf) ||
           (uses_left_.items[x[2]] == 1 && leaves_.items[x[2]] == no_leaf);
  }

  /// The users of each value, one list after the other, and how many values each waits for.
  constexpr void find_users() {
    const std::size_t n = p_.code.size();
    users_begin_ = buffer<int>(n + 1);
    waits_for_ = buffer<int>(n);
    uses_left_ = buffer<int>(n + 1);
    for (std::size_t u = 0; u < n; ++u) {
      if (demand_.of_value.items[u] < 0) continue;
      const value_id* const x = operands_.items[u].at;
      waits_for_.items[u] = (x[0] != none_ ? 1 : 0) + (x[1] != none_ ? 1 : 0) + (x[2] != none_);
      ++uses_left_.items[x[0]];
      ++uses_left_.items[x[1]];
      ++uses_left_.items[x[2]];
    }
    uses_left_.items[none_] = 0;
    for (std::size_t v = 0; v < n; ++v) {
      users_begin_.items[v + 1] = users_begin_.items[v] + uses_left_.items[v];
    }
    users_ = buffer<value_id>(static_cast<std::size_t>(users_begin_.items[n]));
    buffer<int> next = users_begin_;
    for (std::size_t u = 0; u < n; ++u) {
      if (waits_for_.items[u] == 0) continue;
      const value_id* const x = operands_.items[u].at;
      if (x[0] != none_) users_.items[next.items[x[0]]++] = static_cast<value_id>(u);
      if (x[1] != none_) users_.items[next.items[x[1]]++] = static_cast<value_id>(u);
      if (x[2] != none_) users_.items[next.items[x[2]]++] = static_cast<value_id>(u);
    }
  }

  constexpr void store(value_id n) {
    for (int k = outputs_of_[n]; k >= 0; k = next_output_[static_cast<std::size_t>(k)]) {
      emit(step_kind::store, static_cast<std::size_t>(k));
    }
  }

  const program& p_;
  demand_analysis demand_;
  value_id none_;
  /// The condition under which a value is computed: its demand, less those that do not branch.
  buffer<int> place_;
  buffer<char> branches_;
  buffer<char> emitted_;
  buffer<int> outputs_of_;
  buffer<int> next_output_;
  buffer<int> effective_;
  buffer<operand_list> operands_;
  buffer<char> leaves_;
  buffer<int> users_begin_;
  buffer<value_id> users_;
  buffer<int> waits_for_;
  buffer<int> uses_left_;
  buffer<step> steps_;
  std::size_t step_count_ = 0;
  buffer<value_id> open_;
};

/// The steps that run p.
constexpr buffer<step> steps_of(const program& p) { return layout(p).run(); }

}  // namespace etad::inline ETAD_ABI::detail
