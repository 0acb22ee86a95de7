// SPDX-License-Identifier: MIT
// The algebra of derivative arithmetic: what vanishes, what folds, and what must not.
#include <doctest/doctest.h>

#include <etad/ir/derive.hpp>
#include <etad/ir/verify.hpp>
#include <limits>

namespace {

using namespace etad::detail;

constexpr double infinity = std::numeric_limits<double>::infinity();

struct fixture {
  builder b;
  deriver d{b};
  value_id x = b.input();
  value_id y = b.input();
  value_id zero = b.constant(0.0);
  value_id one = b.constant(1.0);
  constexpr value_id c(double value) { return b.constant(value); }
  constexpr opcode op(value_id i) const { return b.at(i).op(); }
  constexpr bool is(value_id i, double value) const { return b.result().is_constant(i, value); }
};

constexpr bool zeros_and_ones_vanish() {
  fixture f;
  bool good =
      f.d.derive(opcode::add, f.x, f.zero) == f.x && f.d.derive(opcode::add, f.zero, f.x) == f.x;
  good = good && f.d.derive(opcode::subtract, f.x, f.zero) == f.x;
  good = good && f.d.derive(opcode::multiply, f.x, f.one) == f.x &&
         f.d.derive(opcode::divide, f.x, f.one) == f.x;
  good = good && f.d.derive(opcode::multiply, f.zero, f.x) == f.zero;
  good = good && f.d.derive(opcode::multiply, f.c(infinity), f.zero) == f.zero;
  good = good && f.d.derive(opcode::divide, f.zero, f.x) == f.zero;
  return good && f.op(f.d.derive(opcode::divide, f.x, f.zero)) == opcode::divide;
}
static_assert(zeros_and_ones_vanish());

constexpr bool signs_move_out() {
  fixture f;
  const value_id minus_x = f.d.derive(opcode::negate, f.x);
  const value_id minus_y = f.d.derive(opcode::negate, f.y);
  bool good =
      f.d.derive(opcode::negate, minus_x) == f.x && f.d.derive(opcode::negate, f.zero) == f.zero;
  good = good && f.d.derive(opcode::multiply, f.x, f.c(-1.0)) == minus_x;
  good = good &&
         f.d.derive(opcode::multiply, minus_x, minus_y) == f.d.derive(opcode::multiply, f.x, f.y);
  good = good && f.d.derive(opcode::add, f.x, minus_y) == f.d.derive(opcode::subtract, f.x, f.y);
  good = good && f.d.derive(opcode::add, minus_x, f.y) == f.d.derive(opcode::subtract, f.y, f.x);
  good = good && f.d.derive(opcode::subtract, f.x, minus_y) == f.d.derive(opcode::add, f.x, f.y);
  good = good && f.d.derive(opcode::negate, f.d.derive(opcode::subtract, f.x, f.y)) ==
                     f.d.derive(opcode::subtract, f.y, f.x);
  return good && f.op(f.d.derive(opcode::divide, f.x, minus_y)) == opcode::negate;
}
static_assert(signs_move_out());

constexpr bool products_are_found_in_another_order() {
  builder b;
  deriver d(b, true);
  const value_id x = b.input();
  const value_id y = b.input();
  const value_id z = b.input();
  const auto product = [&](value_id u, value_id v) { return d.derive(opcode::multiply, u, v); };
  const value_id known = product(product(x, y), z);
  bool good = product(x, product(y, z)) == known && product(product(x, z), y) == known;
  // Not where a factor may be infinite: which products are absolute is told from the order.
  const value_id slope = d.derive(opcode::edge, d.derive(opcode::less, x, y), z, x);
  const value_id guarded = product(slope, product(x, y));
  good = good && product(product(slope, x), y) != guarded;
  // Nor in programs that number classes evaluate, and never the user's own products.
  deriver exact(b);
  const value_id w = b.input();
  const value_id first = exact.derive(opcode::multiply, exact.derive(opcode::multiply, w, x), y);
  good = good && exact.derive(opcode::multiply, w, product(x, y)) != first;
  const value_id own = b.record(opcode::multiply, w, z);
  const value_id other = product(w, product(y, z));
  return good && product(own, y) != other;
}
static_assert(products_are_found_in_another_order());

constexpr bool constants_merge() {
  builder b;
  deriver d(b);
  const value_id two = b.constant(2.0);
  const value_id five = b.constant(5.0);
  const value_id x = b.input();
  const value_id y = b.input();
  const value_id twice = d.derive(opcode::multiply, two, x);
  bool good =
      d.derive(opcode::multiply, five, twice) == d.derive(opcode::multiply, b.constant(10.0), x);
  const value_id product = d.derive(opcode::multiply, twice, d.derive(opcode::multiply, five, y));
  good = good &&
         product == d.derive(opcode::multiply, b.constant(10.0), d.derive(opcode::multiply, x, y));
  good = good && b.result().is_constant(d.derive(opcode::add, two, five), 7.0);
  return good && b.result().is_constant(d.derive(opcode::divide, five, two), 2.5);
}
static_assert(constants_merge());

// 1e-200 * (1e-200 * x) is a number for x = 1e300, but 0 * x is not that number.
constexpr bool constants_stay_in_range() {
  fixture f;
  const value_id small = f.d.derive(opcode::multiply, f.c(1e-200), f.x);
  const value_id smaller = f.d.derive(opcode::multiply, f.c(1e-200), small);
  const value_id large = f.d.derive(opcode::multiply, f.c(1e200), f.y);
  return f.op(smaller) == opcode::multiply && f.b.at(smaller).b() == small &&
         f.b.at(f.d.derive(opcode::multiply, small, f.d.derive(opcode::multiply, f.c(1e-200), f.y)))
                 .op() == opcode::multiply &&
         f.op(f.d.derive(opcode::multiply, f.c(1e200), large)) == opcode::multiply;
}
static_assert(constants_stay_in_range());

constexpr bool zeros_win_over_infinite_slopes() {
  fixture f;
  const auto product = [&](value_id x, value_id y) { return f.d.derive(opcode::multiply, x, y); };
  bool good = f.op(product(f.x, f.y)) == opcode::multiply;
  good = good && f.op(product(f.c(infinity), f.x)) == opcode::steep_multiply;
  // One steep factor stands first, and two of them are equals.
  const value_id mask = f.d.derive(opcode::is_finite, f.x);
  const value_id steep = f.d.derive(opcode::edge, mask, f.x, f.y);
  const value_id once = product(f.y, steep);
  good = good && f.op(once) == opcode::steep_multiply && f.b.at(once).a() == steep;
  good = good && f.op(product(once, steep)) == opcode::zero_multiply;
  // A slope that overflows with its function is an ordinary number.
  const value_id e = f.b.record(opcode::exp, f.x);
  good = good && f.op(product(f.d.derive(opcode::edge, mask, e, e), f.y)) == opcode::multiply;
  return good;
}
static_assert(zeros_win_over_infinite_slopes());

constexpr bool seeds_of_zero_win_over_everything() {
  fixture f;
  const value_id seed = f.b.seed();
  const value_id other = f.b.seed();
  const auto product = [&](value_id x, value_id y) { return f.d.derive(opcode::multiply, x, y); };
  bool good = f.op(product(f.c(2.0), seed)) == opcode::multiply;
  const value_id one = product(f.x, seed);
  good = good && f.op(one) == opcode::edge && f.op(f.b.at(one).a()) == opcode::not_equal;
  const value_id sum = f.d.derive(opcode::add, one, product(f.x, other));
  const value_id both = product(f.y, sum);
  return good && f.op(both) == opcode::edge && f.op(f.b.at(both).a()) == opcode::logical_or;
}
static_assert(seeds_of_zero_win_over_everything());

constexpr bool selections_move_out() {
  fixture f;
  const value_id mask = f.b.record(opcode::less, f.x, f.y);
  const value_id other = f.b.record(opcode::equal, f.x, f.y);
  const value_id left = f.d.derive(opcode::select, mask, f.x, f.zero);
  const value_id right = f.d.derive(opcode::select, mask, f.zero, f.y);
  bool good = f.d.derive(opcode::select, mask, f.x, f.x) == f.x;
  // A product with a one-sided value is one-sided: its factor cannot touch the other side.
  const value_id product = f.d.derive(opcode::multiply, left, f.y);
  good = good && f.op(product) == opcode::select && f.is(f.b.at(product).c(), 0.0);
  // Sums by one mask join, and what is known of the mask is used.
  good = good && f.d.derive(opcode::add, left, right) == f.d.derive(opcode::select, mask, f.x, f.y);
  good = good &&
         f.d.derive(opcode::select, mask, left, f.y) == f.d.derive(opcode::select, mask, f.x, f.y);
  // A side that is zero under both arms of another mask stays outermost.
  const value_id both =
      f.d.derive(opcode::select, other, left, f.d.derive(opcode::select, mask, f.y, f.zero));
  return good && f.b.at(both).a() == mask && f.is(f.b.at(both).c(), 0.0);
}
static_assert(selections_move_out());

// What several arms read is zero where none of them is taken: its products are, too.
constexpr bool sums_of_selections_are_zero_where_no_arm_is_taken() {
  fixture f;
  const value_id first = f.b.record(opcode::less, f.x, f.y);
  const value_id second = f.b.record(opcode::equal, f.x, f.y);
  const value_id left = f.d.derive(opcode::select, first, f.x, f.zero);
  const value_id right = f.d.derive(opcode::select, second, f.zero, f.y);
  const value_id sum = f.d.derive(opcode::add, left, right);
  const auto is_under = [&](value_id i, opcode mask) {
    return f.op(i) == opcode::select && f.op(f.b.at(i).a()) == mask && f.is(f.b.at(i).c(), 0.0);
  };
  bool good = is_under(f.d.derive(opcode::multiply, sum, f.y), opcode::logical_or);
  // Multiples, opposites and quotients of the sum are no different.
  const value_id opposite = f.d.derive(opcode::negate, f.d.derive(opcode::multiply, f.c(3.0), sum));
  good = good && is_under(f.d.derive(opcode::divide, opposite, f.y), opcode::logical_or);
  // An arm that is zero under some conditions only.
  const value_id third = f.b.record(opcode::greater, f.x, f.y);
  const value_id inner = f.d.derive(opcode::select, third, sum, f.y);
  good = good && is_under(f.d.derive(opcode::multiply, inner, f.x), opcode::logical_or);
  // Not where something else is added.
  const value_id whole = f.d.derive(opcode::add, sum, f.x);
  return good && f.op(f.d.derive(opcode::multiply, whole, f.y)) == opcode::multiply;
}
static_assert(sums_of_selections_are_zero_where_no_arm_is_taken());

}  // namespace

TEST_CASE("derivative arithmetic") {
  CHECK(zeros_and_ones_vanish());
  CHECK(signs_move_out());
  CHECK(constants_merge());
  CHECK(constants_stay_in_range());
  CHECK(zeros_win_over_infinite_slopes());
  CHECK(seeds_of_zero_win_over_everything());
  CHECK(selections_move_out());
  CHECK(sums_of_selections_are_zero_where_no_arm_is_taken());
}

TEST_CASE("whatever is derived is a valid program, marked as etad's own") {
  fixture f;
  const value_id mask = f.d.derive(opcode::less, f.x, f.y);
  value_id v = f.d.derive(opcode::select, mask, f.x, f.zero);
  for (const opcode op : {opcode::add, opcode::subtract, opcode::multiply, opcode::divide}) {
    v = f.d.derive(op, v, f.y);
    v = f.d.derive(op, f.d.derive(opcode::negate, f.x), v);
  }
  CHECK(verify(f.b.result()).ok());
  for (const instruction x : f.b.result().code) {
    CHECK(x.is_derivative() == !is_leaf(x.op()));
  }
}
