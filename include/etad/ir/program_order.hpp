// SPDX-License-Identifier: MIT
// The steps of a program in the order in which it is written, for programs whose branches nest deeply.
//
// The order of pass/layout.hpp looks at what an arm depends on once more for each branch around it. Here
// every value is visited once: a value stands behind its operands, so whatever an arm needs is known when
// its selection is reached. A branch waits until something needs one of its selections, since more of
// them may follow.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/branches.hpp>
#include <etad/ir/step.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Whether no value has operands that it reads for a derivative only, which have no demand.
constexpr bool has_no_edges(const program& p) {
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const auto op = static_cast<opcode>(p.code.items[n].bits >> op_shift() & op_mask());
    if (op == opcode::edge || op == opcode::attach) return false;
  }
  return true;
}

/// The steps of a regular program.
class program_order {
 public:
  constexpr program_order(const program& p, const branch_plan& plan)
      : p_(p),
        plan_(plan),
        begin_(plan.demand.conditions.size() + 1),
        next_(plan.demand.conditions.size()),
        members_(p.code.size()),
        waiting_(plan.demand.conditions.size(), -1),
        last_(plan.demand.conditions.size()),
        waits_behind_(p.code.size()),
        waits_(p.code.size()),
        first_reader_(plan.demand.conditions.size(), -1),
        outputs_of_(p.code.size(), -1),
        next_output_(p.outputs.size(), -1),
        steps_(p.code.size() + p.outputs.size() + 5 * plan.selections) {
    for (std::size_t k = p.outputs.size(); k-- > 0;) {
      next_output_.items[k] = outputs_of_.items[p.outputs.items[k]];
      outputs_of_.items[p.outputs.items[k]] = static_cast<int>(k);
    }
    sort_by_place();
    find_readers();
  }

  constexpr buffer<step> run() {
    emit_up_to(0, static_cast<int>(p_.code.size()));
    steps_.set_size(count_);
    return static_cast<buffer<step>&&>(steps_);
  }

 private:
  /// The values of branch k are members_[begin_[k]] up to members_[begin_[k + 1]].
  constexpr void sort_by_place() {
    const int* const place = plan_.place.items;
    const int* const demand = plan_.demand.of_value.items;
    for (std::size_t n = 0; n < p_.code.size(); ++n) {
      if (demand[n] >= 0) ++begin_.items[place[n] + 1];
    }
    for (std::size_t k = 1; k < begin_.size(); ++k) begin_.items[k] += begin_.items[k - 1];
    for (std::size_t k = 0; k < next_.size(); ++k) next_.items[k] = begin_.items[k];
    for (std::size_t n = 0; n < p_.code.size(); ++n) {
      if (demand[n] >= 0) members_.items[next_.items[place[n]]++] = static_cast<value_id>(n);
    }
    for (std::size_t k = 0; k < next_.size(); ++k) next_.items[k] = begin_.items[k];
  }

  /// That `value`, in an arm of a branch beside it, reads a selection.
  struct reader {
    value_id value;
    value_id selection;
    int following;  // of the same branch; -1 for none
  };

  constexpr void find_readers() {
    for (std::size_t n = 0; n < p_.code.size(); ++n) {
      if (plan_.demand.of_value.items[n] < 0) continue;
      const std::uint64_t bits = p_.code.items[n].bits;
      const int arity = quick.arity[bits >> op_shift() & op_mask()];
      for (int k = 0; k < arity; ++k) {
        const auto x = static_cast<value_id>(bits >> (b_shift() * k));
        if (plan_.branch_of.items[x] != 0) add_reader(static_cast<value_id>(n), x);
      }
    }
  }

  constexpr void add_reader(value_id n, value_id selection) {
    const int under = plan_.place.items[selection];
    int arm = plan_.place.items[n];
    if (arm == under) return;
    while (arm != 0 && plan_.around(arm) != under) arm = plan_.around(arm);
    if (arm == 0) return;  // n is the selection whose arm this one is
    int& first =
        first_reader_.items[plan_.branch_on(plan_.demand.conditions.items[arm].mask, under)];
    readers_.push_back({n, selection, first});
    first = static_cast<int>(readers_.size()) - 1;
  }

  /// The values of branch `under` that stand before `end`.
  constexpr void emit_up_to(int under, int end) {
    buffer<int> open;
    while (next_.items[under] < begin_.items[under + 1]) {
      const value_id n = members_.items[next_.items[under]];
      if (n >= end) break;
      ++next_.items[under];
      if (plan_.branch_of.items[n] != 0) {
        wait(n, under, open);
      } else {
        compute(n, under);
      }
    }
    for (const int k : open) run_branch(k, under);
  }

  /// Selection n joins those of its branch, once the selections that its arms read are known.
  constexpr void wait(value_id n, int under, buffer<int>& open) {
    const int k = plan_.branch_of.items[n];
    for (int i = first_reader_.items[k]; i >= 0; i = readers_.items[i].following) {
      const reader& r = readers_.items[i];
      if (r.value < n) need(r.selection, under);
    }
    const instruction x = p_.code.items[n];
    need(x.b(), under);
    need(x.c(), under);
    waits_.items[n] = 1;
    if (waiting_.items[k] < 0) {
      waiting_.items[k] = n;
      open.push_back(k);
    } else {
      waits_behind_.items[last_.items[k]] = n;
    }
    last_.items[k] = n;
  }

  constexpr void need(value_id x, int under) {
    if (waits_.items[x] != 0) run_branch(plan_.branch_of.items[x], under);
  }

  constexpr void compute(value_id n, int under) {
    const std::uint64_t bits = p_.code.items[n].bits;
    const auto op = static_cast<opcode>(bits >> op_shift() & op_mask());
    const int arity = quick.arity[bits >> op_shift() & op_mask()];
    if (arity > 0) need(static_cast<value_id>(bits), under);
    if (arity > 1) need(static_cast<value_id>(bits >> b_shift()), under);
    if (arity > 2) need(static_cast<value_id>(bits >> c_shift()), under);
    if (op != opcode::constant) emit(step_kind::compute, n);
    store(n);
  }

  /// Branch k with the selections that wait for it, if there are any.
  constexpr void run_branch(int k, int under) {
    const int first = waiting_.items[k];
    if (first < 0) return;
    const int last = last_.items[k];
    waiting_.items[k] = -1;
    const value_id mask = plan_.demand.conditions.items[k].mask;
    emit(step_kind::branch, mask);
    emit_arm(mask, first, last, under, true);
    emit(step_kind::otherwise, mask);
    emit_arm(mask, first, last, under, false);
    emit(step_kind::end, mask);
    for (int s = first;; s = waits_behind_.items[s]) {
      waits_.items[s] = 0;
      store(static_cast<value_id>(s));
      if (s == last) break;
    }
  }

  constexpr void emit_arm(value_id mask, int first, int last, int under, bool holds) {
    int k = plan_.demand.of_mask.items[mask] + (holds ? 0 : 1);
    for (; k != 0; k = plan_.demand.conditions.items[k].previous) {
      if (plan_.is_branch(k, under)) emit_up_to(k, last);
    }
    for (int s = first;; s = waits_behind_.items[s]) {
      emit(holds ? step_kind::take_first : step_kind::take_second, static_cast<std::size_t>(s));
      if (s == last) break;
    }
  }

  constexpr void store(value_id n) {
    for (int k = outputs_of_.items[n]; k >= 0; k = next_output_.items[k]) {
      emit(step_kind::store, static_cast<std::size_t>(k));
    }
  }

  constexpr void emit(step_kind kind, std::size_t index) {
    steps_.items[count_++] = {kind, static_cast<std::uint16_t>(index)};
  }

  const program& p_;
  const branch_plan& plan_;
  buffer<int> begin_;
  buffer<int> next_;
  buffer<value_id> members_;
  /// For a branch the first and the last of the selections that wait for it, -1 for none; for a selection
  /// the one behind it, and whether it waits.
  buffer<int> waiting_;
  buffer<int> last_;
  buffer<value_id> waits_behind_;
  buffer<char> waits_;
  buffer<reader> readers_;
  buffer<int> first_reader_;
  buffer<int> outputs_of_;
  buffer<int> next_output_;
  buffer<step> steps_;
  std::size_t count_ = 0;
};

}  // namespace etad::inline ETAD_ABI::detail
