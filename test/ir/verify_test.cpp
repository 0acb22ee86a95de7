// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/ir/builder.hpp>
#include <etad/ir/verify.hpp>
#include <string>

namespace {

using namespace etad::detail;

/// 2*x + (x < y ? x : y)
constexpr program good() {
  builder b;
  const value_id x = b.input();
  const value_id y = b.input();
  const value_id twice = b.record(opcode::multiply, x, b.constant(2.0));
  const value_id smaller = b.record(opcode::select, b.record(opcode::less, x, y), x, y);
  b.result().outputs = {b.record(opcode::add, twice, smaller)};
  return b.result();
}

template <class Damage>
constexpr verification after(Damage damage) {
  program p = good();
  damage(p);
  return verify(p, "a pass");
}

constexpr bool same_text(const char* x, const char* y) {
  while (*x != 0 && *x == *y) ++x, ++y;
  return *x == *y;
}

static_assert(verify(good()).ok());
static_assert(!after([](program& p) { p.outputs = {77}; }));
static_assert(same_text(after([](program& p) { p.outputs = {77}; }).context, "a pass"));

}  // namespace

TEST_CASE("a program of the builder is valid") {
  const verification v = verify(good());
  CHECK(v.ok());
  CHECK(v.instruction == -1);
  CHECK(verify(program{}).ok());
}

TEST_CASE("every breach is named with its place") {
  const auto is = [](const verification& v, int instruction, const std::string& reason) {
    CHECK(v.instruction == instruction);
    CHECK(v.reason != nullptr);
    CHECK(std::string(v.reason == nullptr ? "" : v.reason) == reason);
  };
  // Values: 0 x, 1 y, 2 the constant, 3 the product, 4 the mask, 5 the selection, 6 the sum.
  is(after([](program& p) { p.code[3] = instruction(opcode::multiply, 0, 5); }), 3,
     "an operand is not defined before");
  is(after([](program& p) { p.code[3] = instruction(opcode::sin, 3); }), 3,
     "an operand is not defined before");
  is(after([](program& p) { p.code[5] = instruction(opcode::select, 0, 0, 1); }), 5,
     "an operand is a real, the operation reads a mask");
  is(after([](program& p) { p.code[6] = instruction(opcode::add, 3, 4); }), 6,
     "an operand is a mask, the operation reads a real");
  is(after([](program& p) { p.code[1] = instruction(opcode::input, 2); }), 1,
     "the input does not exist");
  is(after([](program& p) { p.literals.clear(); }), 2, "the literal does not exist");
  is(after([](program& p) { p.code[1] = instruction(opcode::input, 1, 1); }), 1,
     "an unused operand is not 0");
  is(after([](program& p) { p.code[3] = instruction(opcode::sin, 0, 1); }), 3,
     "an unused operand is not 0");
  is(after([](program& p) { p.code[3] = instruction(opcode::multiply, 2, 0); }), 3,
     "the operands of a commutative operation are not in order");
  is(after([](program& p) { p.code[6] = instruction(opcode::multiply, 0, 2); }), 6,
     "an earlier instruction computes the same");
  is(after([](program& p) { p.code[3] = instruction(opcode::count_, 0); }), 3,
     "the opcode is not in the operation table");
  is(after([](program& p) { p.code[3].bits |= std::uint64_t{1} << 60; }), 3,
     "bits above the derivative mark are set");
  is(after([](program& p) { p.literals.push_back(literal(2.0)); }), -1, "a literal stands twice");
  is(after([](program& p) { p.outputs.push_back(7); }), -1, "an output is not defined");
  is(after([](program& p) { p.outputs = {4, 6}; }), -1, "a real output stands behind a mask");
}

TEST_CASE("the derivative mark does not make two instructions differ") {
  program p = good();
  instruction again = p.code[3];
  again.set_derivative(true);
  p.code.push_back(again);
  CHECK(verify(p).instruction == 7);
  p.code.pop_back();
  p.code[3].set_derivative(true);
  CHECK(verify(p).ok());
}

TEST_CASE("guards that are masks stand last") {
  program p = good();
  p.outputs = {6, 4};
  CHECK(verify(p).ok());
}
