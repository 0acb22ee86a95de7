// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/ir/builder.hpp>
#include <etad/ir/statistics.hpp>

namespace {

using namespace etad::detail;

/// sin(x*y)/y + fma(x, y, 3)
constexpr program sample() {
  builder b;
  const value_id x = b.input();
  const value_id y = b.input();
  const value_id product = b.record(opcode::multiply, x, y);
  const value_id wave = b.record(opcode::sin, product);
  const value_id quotient = b.record(opcode::divide, wave, y);
  const value_id fused = b.record(opcode::fma, x, y, b.constant(3.0));
  b.result().outputs = {b.record(opcode::add, quotient, fused)};
  return b.result();
}

constexpr statistics s = statistics_of(sample());
static_assert(s.operations == 5);
static_assert(s.additions == 2 && s.multiplications == 2 && s.divisions == 1 && s.calls == 1);
static_assert(s.others == 0);
static_assert(s.count(opcode::input) == 2 && s.count(opcode::constant) == 1);

constexpr auto frozen = freeze<schedule<16, 4, 4>>(sample());
static_assert(statistics_of(frozen) == s);

}  // namespace

TEST_CASE("counts are the same for a program and its schedule") {
  CHECK(statistics_of(sample()) == s);
  CHECK(statistics_of(frozen) == s);
}

TEST_CASE("depth is the longest chain") {
  CHECK(s.depth == 4);  // product, sine, quotient, sum
  builder b;
  value_id x = b.input();
  CHECK(statistics_of(b.result()).depth == 0);
  for (int k = 0; k < 7; ++k) x = b.record(opcode::sin, x);
  CHECK(statistics_of(b.result()).depth == 7);
}

TEST_CASE("live values") {
  // x, y and the product or the wave; the constant needs no place.
  CHECK(s.most_live == 3);
  // Eight inputs summed pairwise: all are alive before the first sum.
  builder b;
  value_id x[8];
  for (value_id& v : x) v = b.input();
  value_id sum = x[0];
  for (int k = 1; k < 8; ++k) sum = b.record(opcode::add, sum, x[k]);
  b.result().outputs = {sum};
  CHECK(statistics_of(b.result()).most_live == 8);
}

TEST_CASE("every operation belongs to a class") {
  int calls = 0;
  for (int k = 0; k < opcode_count; ++k) {
    const auto op = static_cast<opcode>(k);
    CHECK((class_of(op) == operation_class::leaf) == (facts(op).arity == 0));
    calls += class_of(op) == operation_class::call ? 1 : 0;
  }
  CHECK(class_of(opcode::sin) == operation_class::call);
  CHECK(class_of(opcode::pow) == operation_class::call);
  CHECK(class_of(opcode::negate) == operation_class::other);
  CHECK(calls > 20);
}
