// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/ir/builder.hpp>
#include <etad/ir/verify.hpp>
#include <limits>

namespace {

using namespace etad::detail;

constexpr bool numbers_values() {
  builder b;
  const value_id x = b.input();
  const value_id y = b.input();
  const value_id product = b.record(opcode::multiply, x, y);
  bool good = b.record(opcode::multiply, y, x) == product;  // commutative
  const value_id quotient = b.record(opcode::divide, x, y);
  good = good && b.record(opcode::divide, x, y) == quotient;
  good = good && b.record(opcode::divide, y, x) != quotient;
  return good && b.result().size() == 5 && verify(b.result()).ok();
}
static_assert(numbers_values());

constexpr bool keeps_literals_apart() {
  builder b;
  const value_id zero = b.constant(0.0);
  bool good = b.constant(0.0) == zero && b.constant(-0.0) != zero;
  const value_id nan = b.constant(std::numeric_limits<double>::quiet_NaN());
  good = good && b.constant(std::numeric_limits<double>::quiet_NaN()) == nan;
  // The same double from an exact and from a rounded computation are two constants.
  good = good && b.constant(literal(0.0f, 0.0, 0.0L, false)) != zero;
  return good && b.result().literals.size() == 4;
}
static_assert(keeps_literals_apart());

constexpr bool what_the_user_computes_is_the_users() {
  builder b;
  const value_id x = b.input();
  instruction mine(opcode::sin, x);
  mine.set_derivative(true);
  const value_id s = b.record(mine);
  bool good = b.at(s).is_derivative();
  good = good && b.record(opcode::sin, x) == s && !b.at(s).is_derivative();
  return good && b.record(mine) == s && !b.at(s).is_derivative();
}
static_assert(what_the_user_computes_is_the_users());

constexpr bool slopes_are_gentle_steep_or_growing() {
  builder b;
  const value_id x = b.input();
  const value_id seeds = b.pack_of_seeds();
  const value_id sum =
      b.record_bits(instruction(opcode::add, x, seeds).bits | instruction::derivative_mark);
  // A value of the user's that may be infinite is no slope.
  const value_id infinite = b.constant(std::numeric_limits<double>::infinity());
  const value_id mine = b.record(opcode::multiply, x, infinite);
  const auto is = [&](value_id i, builder::steepness s) { return b.steepness_of(i) == s; };
  bool good = is(x, builder::gentle) && is(seeds, builder::steep) && is(sum, builder::steep);
  // A mask that was found with a steep number is just true or false.
  const value_id mask = b.record(opcode::less, sum, x);
  good = good && is(mask, builder::gentle) &&
         is(b.record(opcode::select, mask, x, x), builder::gentle);
  good = good && is(b.record(opcode::edge, mask, x, x), builder::steep);
  good = good && is(infinite, builder::steep) && is(mine, builder::gentle);
  // What overflows has a slope that does, too, where the function changes.
  const value_id e = b.record(opcode::exp, x);
  good =
      good && is(e, builder::growing) && is(b.record(opcode::edge, mask, e, e), builder::growing);
  const value_id quotient = b.record(opcode::divide, x, e);
  good = good && is(quotient, builder::gentle) &&
         is(b.record(opcode::edge, mask, quotient, quotient), builder::steep);
  return good && is(b.constant(1.0), builder::gentle);
}
static_assert(slopes_are_gentle_steep_or_growing());

}  // namespace

TEST_CASE("value numbering") {
  CHECK(numbers_values());
  CHECK(keeps_literals_apart());
  CHECK(what_the_user_computes_is_the_users());
}

TEST_CASE("taint") { CHECK(slopes_are_gentle_steep_or_growing()); }

TEST_CASE("a builder continues a program, also past the growth of its table") {
  builder first;
  const value_id x = first.input();
  value_id last = x;
  for (int k = 0; k < 500; ++k) last = first.record(opcode::add, last, first.constant(k + 0.5));
  CHECK(verify(first.result()).ok());
  builder second(first.result());
  CHECK(second.result().code == first.result().code);
  CHECK(second.record(opcode::add, x, second.constant(0.5)) ==
        first.record(opcode::add, x, first.constant(0.5)));
  CHECK(second.result().size() == first.result().size());
  const value_id next = second.record(opcode::sin, last);
  CHECK(next == second.result().size() - 1);
}
