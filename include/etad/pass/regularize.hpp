// SPDX-License-Identifier: MIT
// Splits off the singular points: leaves the regular formulas and, as extra outputs, guards that
// tell whether they were valid.
//
// A derivative program as the rules write it carries `edge` instructions (regular or singular
// formula) and absolute-zero products. In the regular program neither is left: it is what one would
// write by hand. `stop_gradient` and `attach` are gone, too. One sum of the guarded numbers is
// finite, and one conjunction of the guarded comparisons true, exactly if no singular formula is
// needed; else the caller runs the full program.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/ir/demand.hpp>
#include <etad/ir/derive.hpp>

namespace etad::inline ETAD_ABI::detail {

class regularizer {
 public:
  constexpr explicit regularizer(const program& p)
      : p_(p), demand_(demands(p, true)), d_(b_, true), renamed_(p.code.size()) {}

  constexpr program run() {
    for (int k = 0; k < p_.inputs; ++k) b_.input();
    const int* const demand = demand_.of_value.items;
    const std::size_t size = p_.code.size();
    for (std::size_t n = 0; n < size; ++n)
      if (demand[n] >= 0 || is_a(n, opcode::input)) copy(n);
    for (const value_id i : p_.outputs) b_.result().outputs.push_back(renamed_[i]);
    if (!edges_.empty()) guard_edges();
    if (has_sum_) b_.result().outputs.push_back(sum_);
    if (has_conjunction_) b_.result().outputs.push_back(conjunction_);
    return static_cast<program&&>(b_.result());
  }

 private:
  constexpr bool is_a(std::size_t n, opcode op) const {
    return static_cast<opcode>(p_.code.items[n].bits >> op_shift() & op_mask()) == op;
  }

  constexpr void guard_edges() {
    const buffer<char> directions = tells_direction();
    const char* const tells = directions.items;
    find_ends();
    // Masks that only guards read are copied on the way, and what they read is not guarded.
    const std::size_t count = edges_.size();
    for (std::size_t k = 0; k < count; ++k) {
      const value_id n = edges_[k];
      if (tells[p_.code[n].a()] == 0) guard(p_.code[n].a(), demand_.of_value[n]);
    }
  }

  constexpr void copy(std::size_t n) {
    const std::uint64_t x = p_.code.items[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    value_id* const r = renamed_.items;
    if (op <= opcode::constant || (op >= opcode::edge && op <= opcode::attach))
      return copy_without_operation(n);
    const int arity = quick.arity[x >> op_shift() & op_mask()];
    const value_id u = arity > 0 ? r[x & id_mask()] : value_id{0},
                   v = arity > 1 ? r[x >> b_shift() & id_mask()] : value_id{0},
                   w = arity > 2 ? r[x >> c_shift() & id_mask()] : value_id{0};
    r[n] = (x & instruction::derivative_mark) == 0                       ? b_.record(op, u, v, w)
           : op == opcode::zero_multiply || op == opcode::steep_multiply ? d_.multiply(u, v)
                                                                         : d_.derive(op, u, v, w);
  }
  /// A leaf, or what vanishes: one of its operands stands for it.
  constexpr void copy_without_operation(std::size_t n) {
    const std::uint64_t x = p_.code.items[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    value_id* const r = renamed_.items;
    if (op == opcode::constant) {
      r[n] = b_.constant(p_.literals.items[x & id_mask()]);
    } else if (op == opcode::input) {
      r[n] = b_.record_bits(x);
    } else if (op == opcode::edge) {
      r[n] = r[x >> b_shift() & id_mask()];
      edges_.push_back(static_cast<value_id>(n));
    } else {
      r[n] = r[x & id_mask()];
    }
  }

  /// For each value whether it is a mask that tells that seeds are not zero. Where they are, regular products
  /// are zero, too, or make outputs that are no numbers, which have guards of their own.
  constexpr buffer<char> tells_direction() const {
    const std::size_t size = p_.code.size();
    buffer<char> tells(size);
    for (std::size_t n = 0; n < size; ++n) {
      const std::uint64_t x = p_.code.items[n].bits;
      const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
      if (op == opcode::not_equal) {
        tells.items[n] = 1;
      } else if (op == opcode::logical_or || op == opcode::logical_and) {
        tells.items[n] = tells.items[x & id_mask()] & tells.items[x >> b_shift() & id_mask()];
      }
    }
    return tells;
  }

  /// For each value of the regular program the end of the sums and products of derivative arithmetic that
  /// read it, 0 if there are none: not finite where the value is not, nor where one of them overflows. Not
  /// where there are conditions: an arm that is not taken may be no number.
  constexpr void find_ends() {
    if (demand_.conditions.size() > 1) return;
    const instruction* const code = b_.result().code.items;
    ends_ = buffer<value_id>(b_.result().code.size());
    value_id* const end = ends_.items;
    for (std::size_t n = ends_.size(); n-- > 0;) {
      const std::uint64_t x = code[n].bits;
      if ((x & instruction::derivative_mark) == 0) continue;
      const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
      if (op != opcode::multiply && op != opcode::add && op != opcode::subtract) continue;
      const value_id last = end[n] != 0 ? end[n] : static_cast<value_id>(n);
      value_id& first_end = end[x & id_mask()];
      if (first_end == 0) first_end = last;
      value_id& second_end = end[x >> b_shift() & id_mask()];
      if (second_end == 0) second_end = last;
    }
  }

  // A mask that only guards read is not needed by the regular program and not copied yet.
  constexpr value_id mask(value_id n) {
    const instruction x = p_.code[n];
    if (demand_.of_value[n] < 0) {
      for (int k = 0; k < quick.valued[static_cast<int>(x.op())]; ++k) {
        const value_id i = x.operand(k);
        if (demand_.of_value[i] < 0) renamed_[i] = mask(i);
      }
      copy(n);
      demand_.of_value[n] = 0;
    }
    return renamed_[n];
  }

  constexpr void guard(value_id n, int under) {
    const instruction x = p_.code[n];
    if (x.op() == opcode::logical_and) {
      guard(x.a(), under);
      guard(x.b(), under);
    } else if (x.op() == opcode::is_finite) {
      add_number(mask(x.a()), under);
    } else {
      add_mask(mask(n), under);
    }
  }

  /// Whether a guarded number is known and finite in every format. A stated derivative can make it
  /// a constant that is not: the value of `attach` is one while it has a slope.
  constexpr bool is_finite_constant(value_id number) const {
    if (!b_.result().is_constant(number)) return false;
    const literal& known = b_.result().literal_of(b_.result().code[number]);
    return detail::is_finite(known.f) && detail::is_finite(known.d) && detail::is_finite(known.l);
  }

  /// Whether the number was not asked for before.
  constexpr bool is_first(value_id number) {
    if (number >= added_.size()) {
      buffer<char> larger(2 * b_.result().code.size());
      for (std::size_t n = 0; n < added_.size(); ++n) larger.items[n] = added_.items[n];
      added_ = static_cast<buffer<char>&&>(larger);
    }
    const bool first = added_.items[number] == 0;
    added_.items[number] = 1;
    return first;
  }

  constexpr void add_number(value_id number, int under) {
    if (is_finite_constant(number)) return;
    if (number < ends_.size() && ends_.items[number] != 0) number = ends_.items[number];
    const value_id zero = d_.constant(0.0);
    for (int k = under; k != 0; k = demand_.at(k).outer) {
      const value_id m = renamed_[demand_.at(k).mask];
      number = demand_.at(k).polarity ? d_.derive(opcode::select, m, number, zero)
                                      : d_.derive(opcode::select, m, zero, number);
    }
    if (!is_first(number)) return;
    sum_ = has_sum_ ? d_.derive(opcode::add, sum_, number) : number;
    has_sum_ = true;
  }

  /// Whether the conditions under which a guard counts say that its mask holds.
  constexpr bool is_implied(value_id condition, int under) const {
    const instruction x = b_.result().code[condition];
    for (int k = under; k != 0; k = demand_.at(k).outer) {
      const value_id m = renamed_[demand_.at(k).mask];
      const bool negated = x.op() == opcode::logical_not && x.a() == m;
      if (demand_.at(k).polarity ? condition == m : negated) return true;
    }
    return false;
  }

  constexpr void add_mask(value_id condition, int under) {
    if (is_implied(condition, under)) return;
    for (int k = under; k != 0; k = demand_.at(k).outer) {
      value_id m = renamed_[demand_.at(k).mask];
      if (demand_.at(k).polarity) m = d_.derive(opcode::logical_not, m);
      condition = d_.derive(opcode::logical_or, m, condition);
    }
    conjunction_ =
        has_conjunction_ ? d_.derive(opcode::logical_and, conjunction_, condition) : condition;
    has_conjunction_ = true;
  }

  const program& p_;
  demand_analysis demand_;
  builder b_;
  deriver d_;
  buffer<value_id> renamed_;
  /// The edges that are needed.
  buffer<value_id> edges_;
  buffer<char> added_;
  buffer<value_id> ends_;
  bool has_sum_ = false;
  bool has_conjunction_ = false;
  value_id sum_ = 0;
  value_id conjunction_ = 0;
};

/// The regular program of p: the outputs of p, then at most two guards, a number that must be finite
/// and a mask that must be true for the outputs to be valid.
constexpr program regularized(const program& p) { return regularizer(p).run(); }

}  // namespace etad::inline ETAD_ABI::detail
