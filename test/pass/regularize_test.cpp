// SPDX-License-Identifier: MIT
#include <etad/pass/dce.hpp>
#include <etad/pass/regularize.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

program regular(const char* text) {
  const program p = without_dead_code(regularized(parse(text)));
  check_valid(p, "regularize");
  CHECK(count(p, opcode::edge) == 0);
  return p;
}

}  // namespace

TEST_CASE("without singular points there is no guard") {
  const program p = regular("inputs 1\nr0 = input 0\nr1 = sin r0\noutputs r1\n");
  CHECK(p.outputs.size() == 1);
}

TEST_CASE("a number that must be finite becomes the guard, or the product that reads it") {
  const program p = regular(
      "inputs 1\nr0 = input 0\nr1 = constant 1\nr2 = divide r1 r0 derivative\n"
      "m3 = is_finite r2 derivative\nr4 = abs r2 derivative\nr5 = edge m3 r2 r4 derivative\n"
      "r6 = zero_multiply r0 r5 derivative\noutputs r6\n");
  CHECK(p.outputs.size() == 2);
  CHECK(p.code[p.outputs[1]].op() == opcode::multiply);
  CHECK(p.outputs[0] == p.outputs[1]);
  CHECK(count(p, opcode::zero_multiply) + count(p, opcode::steep_multiply) == 0);
  CHECK(count(p, opcode::is_finite) == 0);
  CHECK(count(p, opcode::abs) == 0);
}

TEST_CASE("numbers are summed, masks joined, and masks stand last") {
  const program p = regular(
      "inputs 2\nr0 = input 0\nr1 = input 1\nm2 = less r0 r1 derivative\n"
      "r3 = sin r0 derivative\nr4 = edge m2 r3 r0 derivative\nm5 = is_finite r1 derivative\n"
      "r6 = edge m5 r1 r0 derivative\nm7 = is_finite r3 derivative\n"
      "r8 = edge m7 r4 r1 derivative\nr9 = add r6 r8 derivative\noutputs r9\n");
  REQUIRE(p.outputs.size() == 3);
  CHECK(p.code[p.outputs[1]].op() == opcode::add);
  CHECK(p.code[p.outputs[2]].op() == opcode::less);
}

TEST_CASE("a guard on the side not taken does not count") {
  const char* const text =
      "inputs 2\nr0 = input 0\nr1 = input 1\nm2 = less r0 r1\nr3 = constant 1\n"
      "r4 = divide r3 r0 derivative\nm5 = is_finite r4 derivative\nr6 = abs r4 derivative\n"
      "r7 = edge m5 r4 r6 derivative\nr8 = select m2 r7 r1 derivative\noutputs r8\n";
  const program p = regular(text);
  REQUIRE(p.outputs.size() == 2);
  CHECK(std::isfinite(values(p, {0.0, -1.0})[1]));       // 1/0 is not taken
  CHECK_FALSE(std::isfinite(values(p, {0.0, 1.0})[1]));  // 1/0 is taken
  CHECK(values(p, {2.0, 3.0})[0] == 0.5);
}

TEST_CASE("the user's instructions are repeated as they are") {
  // x * 1 + 0 is the user's own arithmetic.
  const program p = regular(
      "inputs 1\nr0 = input 0\nr1 = constant 1\nr2 = multiply r0 r1\nr3 = constant 0\n"
      "r4 = add r2 r3\noutputs r4\n");
  CHECK(count(p, opcode::multiply) == 1);
  CHECK(count(p, opcode::add) == 1);
}

TEST_CASE("a guard that its branch implies is left out") {
  // x > 0 ? log(x) : x, whose slope is guarded by x > 0.
  const program p = regular(
      "inputs 1\nr0 = input 0\nr1 = constant 0\nm2 = less r1 r0\nr3 = constant 1\n"
      "r4 = divide r3 r0 derivative\nr5 = sin r0 derivative\nr6 = edge m2 r4 r5 derivative\n"
      "m7 = not m2\nr8 = edge m7 r5 r4 derivative\n"
      "r9 = select m2 r6 r8 derivative\noutputs r9\n");
  CHECK(p.outputs.size() == 1);
  CHECK(count(p, opcode::logical_or) == 0);
  CHECK(values(p, {2.0})[0] == 0.5);
}

TEST_CASE("a guarded constant that is not finite is a guard that fails") {
  // asinh at a stated value: the square overflows, and only the other formula gives a slope.
  const auto at = [](const std::string& value) {
    return regular(("inputs 1\nr0 = input 0\nr1 = constant " + value +
                    "\nr2 = multiply r1 r1 derivative\nm3 = is_finite r2 derivative\n"
                    "r4 = divide r1 r2 derivative\nr5 = abs r1 derivative\n"
                    "r6 = edge m3 r4 r5 derivative\nr7 = multiply r0 r6 derivative\n"
                    "outputs r7\n")
                       .c_str());
  };
  CHECK(at("3").outputs.size() == 1);
  const program p = at("1e+200");
  REQUIRE(p.outputs.size() == 2);
  CHECK_FALSE(std::isfinite(values(p, {1.0})[1]));
}
