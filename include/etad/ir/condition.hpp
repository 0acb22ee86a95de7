// SPDX-License-Identifier: MIT
// Under which condition a value of derivative arithmetic may differ from zero.
//
// The adjoint of a value that several arms read is a sum of selections by different masks: where none
// of these arms is taken it is zero by the program, and no product may make anything else of it. A seed
// that is zero at run time is an arm that is not taken, too.
#pragma once

#include <cstdint>

#include <etad/ir/builder.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A mask that holds wherever a value may differ from zero; `selects` if it depends on comparisons of
/// the user's, not on seeds alone.
struct condition_of_value {
  static constexpr std::uint32_t known = 1u << 16;
  static constexpr std::uint32_t selects = 1u << 17;
  static constexpr std::uint32_t always = 1u << 18;
  std::uint32_t bits = known | always;

  constexpr bool is_always() const { return (bits & always) != 0; }
  constexpr bool is_by_selection() const { return (bits & selects) != 0; }
  constexpr value_id mask() const { return static_cast<value_id>(bits); }
};

/// Finds conditions and appends their masks to the program. Cost: each value is visited once.
class condition_finder {
 public:
  constexpr explicit condition_finder(builder& b) : b_(b) {}

  constexpr condition_of_value of(value_id id) {
    if ((b_.form_of(id) & builder::is_conditional) == 0) return {};
    condition_of_value c{b_.condition_of(id)};
    if (c.bits == 0) {
      c = find(id);
      b_.set_condition(id, c.bits);
    }
    return c;
  }

  /// What a mask asks besides whether seeds are zero. A product with a seed that is 0 is 0, but changes
  /// with the seed: its derivative is selected by the rest alone.
  constexpr condition_of_value without_seeds(value_id id) {
    const instruction x = b_.at(id);
    const bool joins = x.op() == opcode::logical_and || x.op() == opcode::logical_or;
    if (x.is_derivative() && x.op() == opcode::not_equal &&
        (b_.result().is_constant(x.a(), 0.0) || b_.result().is_constant(x.b(), 0.0))) {
      return {};
    }
    if (!x.is_derivative() || !joins) return by(id, true);
    const condition u = without_seeds(x.a());
    const condition v = without_seeds(x.b());
    return x.op() == opcode::logical_and ? both(u, v) : either(u, v);
  }

  constexpr condition_of_value both(condition_of_value x, condition_of_value y) {
    if (x.is_always()) return y;
    if (y.is_always() || x.mask() == y.mask()) return x;
    return joined(opcode::logical_and, x, y);
  }

 private:
  using condition = condition_of_value;

  constexpr condition find(value_id id) {
    instruction x = b_.at(id);
    // Sums are as long as a value has uses: in a loop, since compilers limit the depth of calls.
    condition sum = by(b_.zero(), false);
    bool summed = false;
    while (x.op() == opcode::add || x.op() == opcode::subtract) {
      const bool first_is_sum = is_sum(x.a());
      const condition term = of(first_is_sum ? x.b() : x.a());
      sum = summed ? either(sum, term) : term;
      summed = true;
      if (sum.is_always()) return sum;
      id = first_is_sum ? x.a() : x.b();
      if (b_.condition_of(id) != 0) break;
      x = b_.at(id);
    }
    const condition last = b_.condition_of(id) != 0 ? condition{b_.condition_of(id)} : of_term(id);
    return summed ? either(sum, last) : last;
  }

  constexpr bool is_sum(value_id id) const {
    const opcode op = b_.at(id).op();
    return op == opcode::add || op == opcode::subtract;
  }

  constexpr condition of_term(value_id id) {
    const instruction x = b_.at(id);
    if (x.op() == opcode::input) return by(mask(opcode::not_equal, id, b_.zero()), false);
    if (x.op() == opcode::negate) return of(x.a());
    if (x.op() == opcode::multiply) return both(of(x.a()), of(x.b()));
    if (!is_selection(x.op())) return {};
    const bool zero_first = b_.result().is_constant(x.b(), 0.0);
    const bool zero_second = b_.result().is_constant(x.c(), 0.0);
    const bool by_rule =
        x.op() == opcode::edge && (b_.form_of(x.a()) & builder::tells_direction) == 0;
    if (by_rule) {
      // Where the regular formula is a constant, its derivative is zero by the program, too.
      if (zero_first) return both(by(mask(opcode::logical_not, x.a()), true), of(x.c()));
      return zero_second ? of(x.b()) : either(of(x.b()), of(x.c()));
    }
    const condition holds = by(x.a(), x.op() == opcode::select);
    if (zero_second) return both(holds, of(x.b()));
    const condition fails = by(mask(opcode::logical_not, x.a()), x.op() == opcode::select);
    if (zero_first) return both(fails, of(x.c()));
    return either(both(holds, of(x.b())), both(fails, of(x.c())));
  }

  constexpr condition either(condition x, condition y) {
    if (x.is_always() || y.is_always()) return {};
    if (x.mask() == y.mask()) return x;
    if (is_opposite(x.mask(), y.mask()) || is_opposite(y.mask(), x.mask())) return {};
    return joined(opcode::logical_or, x, y);
  }
  constexpr bool is_opposite(value_id x, value_id y) const {
    const instruction i = b_.at(x);
    return i.op() == opcode::logical_not && i.a() == y;
  }

  constexpr condition joined(opcode op, condition x, condition y) {
    return {(x.bits & y.bits & condition::known) | ((x.bits | y.bits) & condition::selects) |
            mask(op, x.mask(), y.mask())};
  }
  static constexpr condition by(value_id mask, bool selects) {
    return {condition::known | (selects ? condition::selects : 0u) | mask};
  }
  constexpr value_id mask(opcode op, value_id x, value_id y = 0) {
    return b_.record_bits(std::uint64_t{x} | std::uint64_t{y} << b_shift() |
                          static_cast<std::uint64_t>(op) << op_shift() |
                          instruction::derivative_mark);
  }

  builder& b_;
};

}  // namespace etad::inline ETAD_ABI::detail
