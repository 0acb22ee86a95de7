// SPDX-License-Identifier: MIT
#include <etad/pass/activity.hpp>
#include <etad/pass/adjoint.hpp>
#include <etad/pass/dce.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

/// The gradient of p's only output.
program gradient(const program& p) {
  builder b(p);
  const buffer<char> wanted(static_cast<std::size_t>(p.inputs), 1);
  const auto result = append_adjoints(b, p, active_values(p, wanted), {b.constant(1.0)});
  program all = b.result();
  all.outputs = result;
  check_valid(all, "adjoint");
  return without_dead_code(all);
}

}  // namespace

TEST_CASE("adjoints accumulate over all uses") {
  // x*y + x*z: the gradient is (y + z, x, x).
  const program p = parse(
      "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = multiply r0 r1\n"
      "r4 = multiply r0 r2\nr5 = add r3 r4\noutputs r5\n");
  const program g = gradient(p);
  CHECK(text_of(g) ==
        "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = add r1 r2 derivative\n"
        "outputs r3 r0 r0\n");
}

TEST_CASE("the same value as both operands") {
  const program p = parse("inputs 1\nr0 = input 0\nr1 = multiply r0 r0\noutputs r1\n");
  CHECK(values(gradient(p), {3.0}) == std::vector<double>{6.0});
}

TEST_CASE("squares do not double their adjoint, which may overflow") {
  // z (x*x + y*y): the gradient is ((2x) z, (2y) z, x*x + y*y).
  const program p = parse(
      "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = multiply r0 r0\n"
      "r4 = multiply r1 r1\nr5 = add r3 r4\nr6 = multiply r2 r5\noutputs r6\n");
  const program g = gradient(p);
  CHECK(count(g, opcode::add) == 3);
  CHECK(count(g, opcode::multiply) == 4);
  CHECK(values(g, {3.0, 5.0, 7.0}) == std::vector<double>{42.0, 70.0, 34.0});
}

TEST_CASE("the adjoint of the side not taken is dropped, not multiplied by zero") {
  // x > 0 ? sqrt(x) : 0 has slope 0 at x = -1, where sqrt has none.
  const program p = parse(
      "inputs 1\nr0 = input 0\nr1 = constant 0\nm2 = greater r0 r1\nr3 = sqrt r0\n"
      "r4 = select m2 r3 r1\noutputs r4\n");
  const program g = gradient(p);
  CHECK(values(g, {-1.0}) == std::vector<double>{0.0});
  CHECK(values(g, {0.0}) == std::vector<double>{0.0});
  CHECK(values(g, {4.0}) == std::vector<double>{0.25});
}

TEST_CASE("an input that the output ignores has a structural zero") {
  const program p = parse("inputs 2\nr0 = input 0\nr1 = input 1\nr2 = sin r0\noutputs r2\n");
  const program g = gradient(p);
  CHECK(g.is_constant(g.outputs[1], 0.0));
}
