// SPDX-License-Identifier: MIT
// Records derivative arithmetic: the same value with fewer instructions.
//
// Derivative arithmetic is etad's own, so structural zeros and ones vanish, signs move outwards, and
// selections move outwards until the side not taken can no longer
// touch the result (no 0*inf from the other branch). The user's own instructions never pass here.
#pragma once

#include <cstdint>

#include <etad/ir/condition.hpp>

namespace etad::inline ETAD_ABI::detail {

/// 1/large <= |x| <= large
template <class T>
constexpr bool in_range(T x, T large) {
  const T size = x < 0 ? -x : x;
  return size >= 1 / large && size <= large;
}

class deriver {
 public:
  /// `for_built_in` folds constants although that rounds them: only programs that no number class
  /// evaluates may be so.
  constexpr explicit deriver(builder& b, bool for_built_in = false)
      : b_(b), p_(b.result()), for_built_in_(for_built_in) {}

  constexpr value_id derive(opcode op, value_id x = 0, value_id y = 0, value_id z = 0) {
    // Not a switch, in which Clang counts two steps for each case that it passes by.
    return op == opcode::multiply         ? multiply(x, y)
           : op == opcode::add            ? add(x, y)
           : op == opcode::subtract       ? subtract(x, y)
           : op == opcode::negate         ? negate(x)
           : op == opcode::divide         ? divide(x, y)
           : is_selection(op)             ? select(op, x, y, z)
           : op == opcode::zero_multiply  ? multiply(x, y, product_kind::zero)
           : op == opcode::steep_multiply ? multiply(x, y, product_kind::steep)
                                          : record(op, x, y, z);
  }

  constexpr value_id constant(double value) { return b_.constant(value); }

  /// The derivative of a selection whose arms have these derivatives.
  constexpr value_id derive_selection(opcode op, value_id mask, value_id x, value_id y) {
    const condition_of_value asked = condition_finder(b_).without_seeds(mask);
    return asked.is_always() ? x : select(op, asked.mask(), x, y);
  }

  constexpr value_id add(value_id x, value_id y) {
    const unsigned forms = b_.forms_of(x, y);
    if (forms == builder::plain) return record(opcode::add, x, y);
    if ((forms & builder::is_a_constant) != 0) {
      if (is_value(x, 0.0)) return y;
      if (is_value(y, 0.0)) return x;
      if (is_constant(x) && is_constant(y)) {
        return folded(opcode::add, fold_sum(literal_of(x), literal_of(y)), x, y);
      }
    }
    if ((forms & builder::is_a_negation) != 0) {
      if (is(y, opcode::negate)) return subtract(x, at(y).a());
      if (is(x, opcode::negate)) return subtract(y, at(x).a());
    }
    if (is_same_selection(x, y)) {
      const instruction i = at(x);
      const instruction j = at(y);
      return select(i.op(), i.a(), add(i.b(), j.b()), add(i.c(), j.c()));
    }
    return record(opcode::add, x, y);
  }

  /// Which zeros win over infinities: `steep` is x*y where those of y do, `zero` where all do.
  enum class product_kind : unsigned char { ordinary, steep, zero };

  constexpr value_id multiply(value_id x, value_id y,
                              product_kind stated = product_kind::ordinary) {
    const unsigned forms = b_.forms_of(x, y);
    if (forms == builder::plain) {
      return stated == product_kind::ordinary ? gentle_product(x, y) : product(x, y, stated);
    }
    if ((forms & builder::is_a_constant) != 0) {
      if (is_constant(y)) {
        const value_id swap = x;
        x = y;
        y = swap;
      }
      const literal& c = literal_of(x);
      if (c.d == 0.0 || is_value(y, 0.0)) return b_.constant(0.0);
      if (c.d == 1.0) return y;
      if (c.d == -1.0) return negate(y);
      if (is_constant(y)) return folded(opcode::multiply, fold_product(c, literal_of(y)), x, y);
      const instruction j = at(y);
      if (j.op() == opcode::negate) return multiply(negate(x), j.a());
      if (j.op() == opcode::multiply && may_merge(x, j.a())) {
        return multiply(b_.constant(fold_product(c, literal_of(j.a()))), j.b());
      }
      if (j.op() == opcode::multiply && may_merge(x, j.b())) {
        return multiply(b_.constant(fold_product(c, literal_of(j.b()))), j.a());
      }
    }
    if ((forms & builder::is_a_negation) != 0) {
      if (is(x, opcode::negate)) return negate(multiply(at(x).a(), y, stated));
      if (is(y, opcode::negate)) return negate(multiply(x, at(y).a(), stated));
    }
    if ((forms & builder::is_a_selection) != 0) {
      const bool first = is_one_sided(x);
      if (first || is_one_sided(y)) {
        const instruction s = at(first ? x : y);
        return select(s.op(), s.a(), multiply(taken(x, s.bits), taken(y, s.bits), stated),
                      multiply(other(x, s.bits), other(y, s.bits), stated));
      }
    }
    if (!for_built_in_ && (forms & builder::is_conditional) != 0 &&
        ((forms & builder::is_a_constant) == 0 || b_.steepness_of(x) != builder::gentle)) {
      condition_finder find(b_);
      return under(find.both(find.of(x), find.of(y)), product(x, y, stated));
    }
    // (c*u)*(d*v) = (c*d)*(u*v)
    if ((forms & builder::is_a_multiple) != 0 && is(x, opcode::multiply) &&
        is(y, opcode::multiply) && may_merge(at(x).a(), at(y).a())) {
      const instruction i = at(x);
      const instruction j = at(y);
      const value_id c = b_.constant(fold_product(literal_of(i.a()), literal_of(j.a())));
      return multiply(c, multiply(i.b(), j.b()));
    }
    const bool by_constant =
        (forms & builder::is_a_constant) != 0 && b_.steepness_of(x) == builder::gentle;
    return by_constant ? record(opcode::multiply, x, y) : product(x, y, stated);
  }

 private:
  // The compilers limit the statements that a constant takes, a call being two of them.
  constexpr instruction at(value_id id) const { return p_.code.items[id]; }
  constexpr bool is(value_id id, opcode op) const {
    return static_cast<opcode>(p_.code.items[id].bits >> op_shift() & op_mask()) == op;
  }
  constexpr bool is_constant(value_id id) const {
    return static_cast<opcode>(p_.code.items[id].bits >> op_shift() & op_mask()) ==
           opcode::constant;
  }
  constexpr const literal& literal_of(value_id id) const {
    return p_.literals.items[p_.code.items[id].bits & id_mask()];
  }
  constexpr bool is_value(value_id id, double value) const {
    return static_cast<opcode>(p_.code.items[id].bits >> op_shift() & op_mask()) ==
               opcode::constant &&
           p_.literals.items[p_.code.items[id].bits & id_mask()].d == value;
  }

  constexpr value_id record(opcode op, value_id x, value_id y = 0, value_id z = 0) {
    return b_.record_bits(
        std::uint64_t{x} | std::uint64_t{y} << b_shift() | std::uint64_t{z} << c_shift() |
        static_cast<std::uint64_t>(op) << op_shift() | instruction::derivative_mark);
  }

  /// x*y. Where one factor is steep, it may be infinite though the function does not change: zeros of the
  /// other factor win. Its own zeros may come from an overflow, and win over steep factors only.
  constexpr value_id product(value_id x, value_id y, product_kind stated) {
    const bool steep_x = b_.steepness_of(x) == builder::steep;
    const bool steep_y = b_.steepness_of(y) == builder::steep;
    if (stated == product_kind::zero || (steep_x && steep_y)) {
      return record(opcode::zero_multiply, x, y);
    }
    if (steep_x || stated == product_kind::steep) return record(opcode::steep_multiply, x, y);
    if (steep_y) return record(opcode::steep_multiply, y, x);
    return gentle_product(x, y);
  }
  constexpr value_id gentle_product(value_id x, value_id y) {
    const int known = for_built_in_ ? in_another_order(x, y) : -1;
    return known >= 0 ? static_cast<value_id>(known) : record(opcode::multiply, x, y);
  }

  /// x where the condition holds, and zero elsewhere. Compiled code does not look at seeds: where they are
  /// zero, so are the products, or the outputs are no numbers and the full program is run.
  constexpr value_id under(condition_of_value condition, value_id x) {
    if (condition.is_always()) return x;
    return select(condition.is_by_selection() ? opcode::select : opcode::edge, condition.mask(), x,
                  b_.zero());
  }

  constexpr value_id folded(opcode op, const literal& result, value_id x, value_id y) {
    return for_built_in_ || !result.rounded ? b_.constant(result) : record(op, x, y);
  }

  // The parts of an instruction as integers, which compilers copy in half the time of a structure.
  constexpr std::uint64_t bits(value_id id) const { return p_.code.items[id].bits; }
  static constexpr std::uint64_t selector_bits = 0x00ff'0000'0000'ffff;

  /// A selection one of whose arms is zero: such a value belongs to one branch.
  constexpr bool is_one_sided(value_id id) const {
    if ((b_.form_of(id) & builder::is_a_selection) == 0) return false;
    const std::uint64_t i = bits(id);
    return is_value(static_cast<value_id>(i >> b_shift()), 0.0) ||
           is_value(static_cast<value_id>(i >> c_shift()), 0.0);
  }
  /// Selections between other values by the same mask.
  constexpr bool is_same_selection(value_id x, value_id y) const {
    return (b_.form_of(x) & builder::is_a_selection) != 0 &&
           ((bits(x) ^ bits(y)) & selector_bits) == 0;
  }

  /// What x is where a selection with these bits takes its first arm, and where its second.
  constexpr value_id taken(value_id x, std::uint64_t selection) const {
    const std::uint64_t i = bits(x);
    return ((i ^ selection) & selector_bits) != 0 ? x : static_cast<value_id>(i >> b_shift());
  }
  constexpr value_id other(value_id x, std::uint64_t selection) const {
    const std::uint64_t i = bits(x);
    return ((i ^ selection) & selector_bits) != 0 ? x : static_cast<value_id>(i >> c_shift());
  }

  constexpr value_id select(opcode op, value_id mask, value_id x, value_id y) {
    const std::uint64_t selection = static_cast<std::uint64_t>(op) << op_shift() | mask;
    x = taken(x, selection);
    y = other(y, selection);
    if (x == y && (op == opcode::select || is_constant(x))) return x;
    // A common zero side moves out, so that the selection stays one-sided.
    if ((b_.forms_of(x, y) & builder::is_a_selection) != 0 && is_same_selection(x, y) &&
        is(x, opcode::select)) {
      const instruction i = at(x);
      const instruction j = at(y);
      if ((is_value(i.b(), 0.0) && is_value(j.b(), 0.0)) ||
          (is_value(i.c(), 0.0) && is_value(j.c(), 0.0))) {
        return select(i.op(), i.a(), select(op, mask, i.b(), j.b()),
                      select(op, mask, i.c(), j.c()));
      }
    }
    return record(op, mask, x, y);
  }

  /// x*y with x = a*b where it stands as (a*y)*b or (b*y)*a, or with the roles of x and y exchanged; or
  /// -1.
  constexpr int in_another_order(value_id x, value_id y) const {
    constexpr std::uint64_t product =
        static_cast<std::uint64_t>(opcode::multiply) | instruction::derivative_mark >> op_shift();
    const std::uint64_t i = p_.code.items[x].bits, j = p_.code.items[y].bits;
    const int known = i >> op_shift() == product ? regrouped(i, y) : -1;
    return known < 0 && j >> op_shift() == product ? regrouped(j, x) : known;
  }
  /// Where the product of the factors of `product` and another value stands as (a*other)*b or (b*other)*a, or
  /// -1.
  constexpr int regrouped(std::uint64_t product, value_id other) const {
    const std::uint64_t a = product & id_mask(), b = product >> b_shift() & id_mask();
    const int first = b_.find(opcode::multiply, a, other);
    const int known =
        first < 0 ? -1 : b_.find(opcode::multiply, static_cast<std::uint64_t>(first), b);
    if (known >= 0) return known;
    const int second = b_.find(opcode::multiply, b, other);
    return second < 0 ? -1 : b_.find(opcode::multiply, static_cast<std::uint64_t>(second), a);
  }

  constexpr value_id negate(value_id x) {
    const unsigned form = b_.form_of(x);
    if (form == builder::plain) {
      const std::uint64_t i = bits(x);
      const bool may_swap = static_cast<opcode>(i >> op_shift() & op_mask()) == opcode::subtract &&
                            (i & instruction::derivative_mark) != 0;
      return may_swap ? subtract(static_cast<value_id>(i >> b_shift()), static_cast<value_id>(i))
                      : record(opcode::negate, x);
    }
    const instruction i = at(x);
    if (i.op() == opcode::negate) return i.a();
    if (is_value(x, 0.0)) return x;  // a structural zero is +0, whatever multiplies it
    if (form == builder::is_a_constant) return b_.constant(fold_negation(literal_of(x)));
    if (is_one_sided(x)) return select(i.op(), i.a(), negate(i.b()), negate(i.c()));
    if (i.op() == opcode::multiply && is_constant(i.a()) && i.is_derivative()) {
      return multiply(negate(i.a()), i.b());
    }
    return record(opcode::negate, x);
  }

  constexpr value_id subtract(value_id x, value_id y) {
    const unsigned forms = b_.forms_of(x, y);
    if (forms == builder::plain) return record(opcode::subtract, x, y);
    if ((forms & builder::is_a_constant) != 0) {
      if (is_value(y, 0.0)) return x;
      if (is_value(x, 0.0)) return negate(y);
      if (is_constant(x) && is_constant(y)) {
        return folded(opcode::subtract, fold_difference(literal_of(x), literal_of(y)), x, y);
      }
    }
    if ((forms & builder::is_a_negation) != 0) {
      if (is(y, opcode::negate)) return add(x, at(y).a());
      if (is(x, opcode::negate)) return negate(add(at(x).a(), y));
    }
    if (is_same_selection(x, y)) {
      const instruction i = at(x);
      const instruction j = at(y);
      return select(i.op(), i.a(), subtract(i.b(), j.b()), subtract(i.c(), j.c()));
    }
    return record(opcode::subtract, x, y);
  }

  /// Two constants whose product stays in the range of every format: else c*(d*x) may be a number
  /// where (c*d)*x is 0 or infinite.
  constexpr bool may_merge(value_id x, value_id y) const {
    if (!is_constant(x) || !is_constant(y)) return false;
    const literal& c = literal_of(x);
    const literal& d = literal_of(y);
    return in_range(c.f, 1e15F) && in_range(c.d, 1e100) && in_range(d.f, 1e15F) &&
           in_range(d.d, 1e100) && (for_built_in_ || !fold_product(c, d).rounded);
  }

  constexpr value_id divide(value_id x, value_id y) {
    if (is_value(y, 1.0)) return x;
    if (is_value(x, 0.0) && !is_value(y, 0.0)) return x;
    if (is_constant(x) && is_constant(y)) {
      return folded(opcode::divide, fold_quotient(literal_of(x), literal_of(y)), x, y);
    }
    if (is(y, opcode::negate)) return negate(divide(x, at(y).a()));
    if (is_one_sided(x)) {
      const instruction s = at(x);
      return select(s.op(), s.a(), divide(s.b(), y), divide(s.c(), y));
    }
    if (!for_built_in_ && (b_.form_of(x) & builder::is_conditional) != 0) {
      return under(condition_finder(b_).of(x), record(opcode::divide, x, y));
    }
    return record(opcode::divide, x, y);
  }

  builder& b_;
  const program& p_;
  bool for_built_in_;
};

}  // namespace etad::inline ETAD_ABI::detail
