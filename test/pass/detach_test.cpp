// SPDX-License-Identifier: MIT
// Stated derivatives in the passes: what each of them makes of `stop_gradient` and `attach`.
#include <etad/ir/demand.hpp>
#include <etad/pass/activity.hpp>
#include <etad/pass/adjoint.hpp>
#include <etad/pass/dce.hpp>
#include <etad/pass/detach.hpp>
#include <etad/pass/regularize.hpp>
#include <etad/pass/sparsity.hpp>
#include <etad/pass/tangent.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

// y = sin(x0), whose slope is stated to be x1 * x1 by x0.
const char* const stated =
    "inputs 2\nr0 = input 0\nr1 = input 1\nr2 = sin r0\nr3 = stop_gradient r2\n"
    "r4 = multiply r1 r1\nr5 = attach r3 r0 r4\noutputs r5\n";

}  // namespace

TEST_CASE("what computes a stated slope is not differentiated with it") {
  const program p = parse(stated);
  const buffer<char> by_both = active_values(p, {1, 1});
  CHECK(by_both[2] == 0);
  CHECK(by_both[3] == 0);
  CHECK(by_both[5] == 1);
  CHECK(active_values(p, {0, 1})[5] == 0);
  const nonzeros pattern = jacobian_pattern(p, {1, 1}, by_both);
  CHECK(pattern.size() == 1);
}

TEST_CASE("forward and reverse mode take the stated slope") {
  const program p = parse(stated);
  builder forward(p);
  const auto t = append_tangents(forward, p, active_values(p, {1, 1}),
                                 {forward.constant(1.0), forward.constant(0.0)});
  forward.result().outputs = t;
  CHECK(values(forward.result(), {0.5, 3.0})[0] == 9.0);
  builder reverse(p);
  const auto a = append_adjoints(reverse, p, active_values(p, {1, 1}), {reverse.constant(1.0)});
  reverse.result().outputs = a;
  CHECK(values(reverse.result(), {0.5, 3.0})[0] == 9.0);
  CHECK(values(reverse.result(), {0.5, 3.0})[1] == 0.0);
  check_valid(reverse.result(), "adjoint");
}

TEST_CASE("an attachment demands its value only") {
  const demand_analysis d = demands(parse(stated));
  CHECK(d.of_value[2] == 0);
  CHECK(d.of_value[4] == -1);
}

TEST_CASE("the regular program and the detached one are the function without stated slopes") {
  const char* const bare = "inputs 2\nr0 = input 0\nr1 = input 1\nr2 = sin r0\noutputs r2\n";
  const program p = parse(stated);
  CHECK(states_derivatives(etad::detail::freeze(p).code, p.size()));
  CHECK(text_of(without_dead_code(regularized(p))) == text_of(parse(bare)));
  CHECK(text_of(without_dead_code(detached(p))) == text_of(parse(bare)));
  const program q = parse(bare);
  CHECK_FALSE(states_derivatives(etad::detail::freeze(q).code, q.size()));
}

TEST_CASE("what is equal without stated slopes is computed once") {
  const program p =
      detached(parse("inputs 1\nr0 = input 0\nr1 = stop_gradient r0\nr2 = sin r1\nr3 = sin r0\n"
                     "r4 = add r2 r3\noutputs r4\n"));
  check_valid(p, "detach");
  CHECK(count(p, opcode::sin) == 1);
}

TEST_CASE("a singular point of a stated slope is guarded only where the slope is used") {
  const program p = parse(
      "inputs 1\nr0 = input 0\nr1 = stop_gradient r0\nr2 = constant 1\nr3 = divide r2 r0\n"
      "r4 = attach r1 r0 r3\noutputs r4\n");
  CHECK(regularized(p).outputs.size() == 1);
  builder b(p);
  b.result().outputs = append_adjoints(b, p, active_values(p, {1}), {b.constant(1.0)});
  const program derivative = without_dead_code(regularized(b.result()));
  REQUIRE(derivative.outputs.size() == 2);
  CHECK_FALSE(std::isfinite(values(derivative, {0.0})[1]));
  CHECK(values(derivative, {0.5})[0] == 2.0);
}
