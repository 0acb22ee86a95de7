// SPDX-License-Identifier: MIT
// Rules of the operation table, recorded: constants decide masks on the spot, the rest is written.
#include <doctest/doctest.h>

#include <etad/ir/partials.hpp>
#include <etad/ir/verify.hpp>

namespace {

using namespace etad::detail;

constexpr bool is(const recorded_mask& mask, bool expected) {
  return mask.known && *mask.known == expected;
}

constexpr bool comparisons_of_constants_are_known() {
  builder b;
  const recorded x{&b, b.input()};
  const recorded two = constant_like(x, 2.0);
  const recorded three = constant_like(x, 3.0);
  bool good = is(two < three, true) && is(two > three, false);
  good = good && is(two == two, true) && is(is_finite(three), true);
  good = good && !(x < two).known;
  // A known mask leaves just the branch that applies, and `both` drops what always holds.
  good = good && choose(
                     two < three, [&] { return x; },
                     [&] {
                       return two;
                     }).id == x.id;
  good = good && both(two < three, x < two).id == (x < two).id;
  good = good && is(either(two < three, x < two), true);
  return good;
}
static_assert(comparisons_of_constants_are_known());

constexpr opcode partial_opcode(opcode op, int k, double second) {
  builder b;
  const value_id x = b.input();
  const value_id n = b.record(op, x, second == 0 ? b.input() : b.constant(second));
  return b.at(record_partial(b, n, k)).op();
}
// d(x^2)/dx = 2*x without a power, a quotient or a singular point; d(x^y)/dx has an edge.
static_assert(partial_opcode(opcode::pow, 0, 2.0) == opcode::multiply);
static_assert(partial_opcode(opcode::pow, 0, 1.0) == opcode::constant);
static_assert(partial_opcode(opcode::pow, 0, 0.0) == opcode::edge);
static_assert(partial_opcode(opcode::multiply, 0, 3.0) == opcode::constant);

}  // namespace

TEST_CASE("comparisons of constants") { CHECK(comparisons_of_constants_are_known()); }

TEST_CASE("the partials of every operation are valid programs") {
  int partials = 0;
  for (int k = 0; k < opcode_count; ++k) {
    const auto op = static_cast<opcode>(k);
    const operation_facts& row = facts(op);
    if (!row.differentiable || is_selection(op) || is_opaque_call(op)) continue;
    builder b;
    unsigned x[3] = {};
    for (int n = 0; n < row.arity; ++n) x[n] = b.input();
    const value_id i = b.record(op, x[0], x[1], x[2]);
    for (int n = 0; n < row.arity; ++n) {
      b.result().outputs.push_back(record_partial(b, i, n));
      ++partials;
    }
    CAPTURE(row.name);
    CHECK(verify(b.result()).ok());
  }
  CHECK(partials > 60);
}
