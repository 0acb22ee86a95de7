// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/ir/value_shapes.hpp>

#include "ir/parse.hpp"

using namespace etad::detail;
using ir_text::parse;

namespace {

const char* const chain =
    "inputs 4\n"
    "r0 = input 0\n"
    "r1 = input 1\n"
    "r2 = input 2\n"
    "r3 = input 3\n"
    "r4 = constant 2\n"
    "r5 = constant 3\n"
    "r6 = multiply r0 r4\n"
    "r7 = multiply r1 r4\n"
    "r8 = multiply r2 r5\n"
    "r9 = add r1 r6\n"
    "r10 = add r2 r7\n"
    "r11 = subtract r1 r6\n"
    "r12 = subtract r7 r2\n"
    "r13 = sin r6\n"
    "r14 = add r4 r13\n"
    "r15 = multiply r4 r5\n"
    "outputs r9 r10 r11 r12 r8 r14 r15\n";

}  // namespace

TEST_CASE("values have one shape if inputs as far apart and the same constants make them") {
  const program p = parse(chain);
  const value_shapes s(p, buffer<int>(4, 0));
  const auto shape = [&](std::size_t v) { return s.of_value[v]; };
  CHECK(shape(0) == shape(3));
  CHECK(s.base[3] == 3);
  CHECK(shape(6) == shape(7));
  CHECK(s.base[6] == 0);
  CHECK(s.base[7] == 1);
  CHECK(shape(8) != shape(7));    // another constant
  CHECK(shape(9) == shape(10));   // x[k + 1] + 2 x[k]
  CHECK(shape(11) != shape(9));   // another operation
  CHECK(shape(12) != shape(11));  // the operands of a difference stay in place
  CHECK(s.shapes[static_cast<std::size_t>(shape(9))].count == 2);
  CHECK(s.shapes[static_cast<std::size_t>(shape(9))].operations == 2);
  CHECK(s.shapes[static_cast<std::size_t>(shape(9))].op() == opcode::add);
}

TEST_CASE("functions, what depends on them, and constants have no shape of their own") {
  const value_shapes s(parse(chain), buffer<int>(4, 0));
  CHECK(s.of_value[13] == value_shapes::none);
  CHECK(s.of_value[14] == value_shapes::none);
  CHECK(s.of_value[15] == value_shapes::none);
  CHECK(s.of_value[4] == value_shapes::constant);
}

TEST_CASE("factors may be in either order") {
  const program p = parse(
      "inputs 4\n"
      "r0 = input 1\n"
      "r1 = input 0\n"
      "r2 = input 2\n"
      "r3 = input 3\n"
      "r4 = constant 2\n"
      "r5 = add r0 r4\n"
      "r6 = add r2 r4\n"
      "r7 = multiply r1 r5\n"
      "r8 = multiply r2 r5\n"
      "r9 = multiply r0 r6\n"
      "r10 = multiply_add r1 r5 r4\n"
      "r11 = multiply_add r6 r0 r4\n"
      "outputs r7 r8 r9 r10 r11\n");
  const value_shapes s(p, buffer<int>(4, 0));
  CHECK(s.of_value[7] == s.of_value[9]);  // x[0] (x[1] + 2) and x[1] (x[2] + 2)
  CHECK(s.of_value[8] != s.of_value[7]);
  CHECK(s.of_value[10] == s.of_value[11]);
}

TEST_CASE("inputs of different objects have different shapes, lonely ones none") {
  const program p = parse(
      "inputs 4\n"
      "r0 = input 0\n"
      "r1 = input 1\n"
      "r2 = input 2\n"
      "r3 = input 3\n"
      "r4 = negate r0\n"
      "r5 = negate r1\n"
      "r6 = negate r2\n"
      "r7 = negate r3\n"
      "outputs r4 r5 r6 r7\n");
  const value_shapes s(p, {0, 0, 1, -1});
  CHECK(s.of_value[4] == s.of_value[5]);
  CHECK(s.of_value[6] != s.of_value[5]);
  CHECK(s.of_value[6] != value_shapes::none);
  CHECK(s.of_value[7] == value_shapes::none);
}
