// SPDX-License-Identifier: MIT
// Calls of functions that the compiler cannot look into, in programs: the text, what verify() refuses,
// and what each pass makes of them.
#include <etad/ir/cost.hpp>
#include <etad/pass/activity.hpp>
#include <etad/pass/adjoint.hpp>
#include <etad/pass/dce.hpp>
#include <etad/pass/detach.hpp>
#include <etad/pass/fuse.hpp>
#include <etad/pass/regularize.hpp>
#include <etad/pass/sparsity.hpp>
#include <etad/pass/tangent.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

using etad::detail::freeze;
using etad::detail::opaque_row;
using etad::detail::rule_schedule;
using etad::detail::thaw;

// decay(x) = exp(-x), whose slope is minus the value; scale(x, y) = x^2 y.
const rule_schedule slope_of_decay = freeze<rule_schedule>(
    parse("inputs 2\nr0 = input 0\nr1 = input 1\nr2 = negate r1\noutputs r2\n"));
const rule_schedule slopes_of_scale = freeze<rule_schedule>(
    parse("inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = constant 2\n"
          "r4 = multiply r0 r1\nr5 = multiply r3 r4\nr6 = multiply r0 r0\noutputs r5 r6\n"));

template <class Function>
opaque_row row_of(Function, const char* name, const rule_schedule& rule) {
  opaque_row row;
  row.of_double.value = [](double x, double y) { return Function{}(x, y); };
  row.name = name;
  row.rule = &rule;
  return row;
}
const opaque_row decay =
    row_of([](double x, double) { return std::exp(-x); }, "decay", slope_of_decay);
const opaque_row scale =
    row_of([](double x, double y) { return x * x * y; }, "scale", slopes_of_scale);

// decay(x0) x1, then scale of that and x1
const char* const text =
    "inputs 2\nr0 = input 0\nr1 = input 1\nf2 = constant function decay\nr3 = call1 r0 f2\n"
    "r4 = multiply r1 r3\nf5 = constant function scale\nr6 = call2 r4 r1 f5\noutputs r6\n";
program calls() { return parse(text, {&decay, &scale}); }

// y = e^(-2 x0) x1^3
double by_x0(double x0, double x1) { return -2 * std::exp(-2 * x0) * x1 * x1 * x1; }
double by_x1(double x0, double x1) { return 3 * std::exp(-2 * x0) * x1 * x1; }
bool near(double a, double b) { return std::fabs(a - b) <= 1e-14 * std::fabs(b); }

std::string reason(const char* code) { return verify(parse(code, {&decay})).reason; }

}  // namespace

TEST_CASE("text and back") {
  CHECK(text_of(calls()) == text);
  CHECK(text_of(thaw(freeze(calls()))) == text);
  CHECK(verify(calls()).ok());
  CHECK(near(values(calls(), {0.5, 2.0})[0], 8 * std::exp(-1.0)));
}

TEST_CASE("what verify refuses") {
  CHECK(reason("inputs 1\nr0 = input 0\nr1 = call1 r0 r0\noutputs r1\n") ==
        "an operand is no function, the operation calls it");
  CHECK(reason("inputs 1\nr0 = input 0\nf1 = constant function decay\nr2 = add r0 r1\n"
               "outputs r2\n") ==
        "an operand is a function, the operation reads a number or a mask");
}

TEST_CASE("forward and reverse mode write the rules out") {
  const program p = calls();
  const auto active = active_values(p, {1, 1});
  CHECK(active[2] == 0);
  CHECK(active[6] == 1);
  builder forward(p);
  forward.result().outputs =
      append_tangents(forward, p, active, {forward.constant(1.0), forward.constant(0.0)});
  check_valid(forward.result(), "tangent");
  CHECK(near(values(forward.result(), {0.5, 2.0})[0], by_x0(0.5, 2.0)));
  builder reverse(p);
  reverse.result().outputs = append_adjoints(reverse, p, active, {reverse.constant(1.0)});
  check_valid(reverse.result(), "adjoint");
  const auto slopes = values(reverse.result(), {0.5, 2.0});
  CHECK(near(slopes[0], by_x0(0.5, 2.0)));
  CHECK(near(slopes[1], by_x1(0.5, 2.0)));

  // Twice: the second derivative of e^(-x0) by way of its own rule.
  const program q = without_dead_code(forward.result());
  builder twice(q);
  twice.result().outputs = append_tangents(twice, q, active_values(q, {1, 1}),
                                           {twice.constant(1.0), twice.constant(0.0)});
  CHECK(near(values(twice.result(), {0.5, 2.0})[0], -2 * by_x0(0.5, 2.0)));
}

TEST_CASE("passes keep the function of a call") {
  const program p = calls();
  CHECK(text_of(without_dead_code(p)) == text);
  CHECK(text_of(detached(p)) == text);
  CHECK(text_of(fused(p)) == text);
  CHECK(text_of(regularized(p)) == text);
  CHECK(jacobian_pattern(p, {1, 1}, active_values(p, {1, 1})).size() == 2);
  builder reverse(p);
  reverse.result().outputs =
      append_adjoints(reverse, p, active_values(p, {1, 1}), {reverse.constant(1.0)});
  const program regular = without_dead_code(regularized(reverse.result()));
  check_valid(regular, "regularized");
  CHECK(near(values(regular, {0.5, 2.0})[1], by_x1(0.5, 2.0)));
}

TEST_CASE("two functions are two constants, one function is one") {
  builder b;
  using etad::detail::literal;
  const auto first = b.constant(literal(&decay));
  CHECK(b.constant(literal(&decay)) == first);
  CHECK(b.constant(literal(&scale)) != first);
  CHECK(b.constant(0.0) != first);
}
