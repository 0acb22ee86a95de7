// SPDX-License-Identifier: MIT
#include <etad/pass/activity.hpp>
#include <etad/pass/dce.hpp>
#include <etad/pass/tangent.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

/// The tangents of p in direction j alone, and nothing else.
program tangents(const program& p, std::size_t j) {
  builder b(p);
  buffer<char> wanted(static_cast<std::size_t>(p.inputs), 0);
  wanted[j] = 1;
  buffer<value_id> seeds(static_cast<std::size_t>(p.inputs), b.constant(0.0));
  seeds[j] = b.constant(1.0);
  const auto result = append_tangents(b, p, active_values(p, wanted), seeds);
  program all = b.result();
  all.outputs = result;
  check_valid(all, "tangent");
  return without_dead_code(all);
}

}  // namespace

TEST_CASE("the product rule leaves nothing to compute") {
  const program p =
      parse("inputs 2\nr0 = input 0\nr1 = input 1\nr2 = multiply r0 r1\noutputs r2\n");
  CHECK(text_of(tangents(p, 0)) == "inputs 2\nr0 = input 0\nr1 = input 1\noutputs r1\n");
  CHECK(text_of(tangents(p, 1)) == "inputs 2\nr0 = input 0\nr1 = input 1\noutputs r0\n");
}

TEST_CASE("a tangent stays on the side of a selection that is taken") {
  const program p = parse(
      "inputs 2\nr0 = input 0\nr1 = input 1\nm2 = less r0 r1\nr3 = sin r0\nr4 = exp r1\n"
      "r5 = select m2 r3 r4\noutputs r5\n");
  const program d = tangents(p, 0);
  CHECK(count(d, opcode::exp) == 0);
  CHECK(values(d, {0.0, 1.0}) == std::vector<double>{1.0});
  CHECK(values(d, {2.0, 1.0}) == std::vector<double>{0.0});
}

TEST_CASE("an output without activity has a structural zero") {
  const program p = parse("inputs 1\nr0 = input 0\nr1 = floor r0\nr2 = sin r0\noutputs r1 r2\n");
  const program d = tangents(p, 0);
  CHECK(d.is_constant(d.outputs[0], 0.0));
  CHECK(count(d, opcode::cos) == 1);
}
