// SPDX-License-Identifier: MIT
// The rows that state derivatives: values, partials, and absolute zeros beside infinite slopes.
#include <doctest/doctest.h>

#include <cmath>
#include <etad/core/operation_table.hpp>
#include <etad/dual/rules.hpp>
#include <etad/eval/interpret.hpp>
#include <etad/pass/pipeline.hpp>
#include <limits>
#include <vector>

namespace {

using namespace etad::detail;

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr bool rows_are_right() {
  using stop = operation<opcode::stop_gradient>;
  using attach = operation<opcode::attach>;
  return stop::value(3.0) == 3.0 && !stop::differentiable && attach::value(2.0, 3.0, 5.0) == 2.0 &&
         attach::differentiable && attach::partial(operand<0>{}, 2.0, 3.0, 5.0, 2.0) == 1.0 &&
         attach::partial(operand<1>{}, 2.0, 3.0, 5.0, 2.0) == 5.0 &&
         attach::partial(operand<2>{}, 2.0, 3.0, 5.0, 2.0) == 0.0 &&
         !etad::cx::signbit(attach::partial(operand<2>{}, 2.0, 3.0, 5.0, 2.0));
}
static_assert(rows_are_right());

constexpr bool duals_are_right() {
  using number = etad::dual<double, 3>;
  const number v(2.0, 0), x(3.0, 1), p(5.0, 2);
  const number y = apply_rule<opcode::attach>(v, x, p);
  const number s = apply_rule<opcode::stop_gradient>(v);
  return y.value() == 2.0 && tangent(y)[0] == 1.0 && tangent(y)[1] == 5.0 && tangent(y)[2] == 0.0 &&
         s.value() == 2.0 && tangent(s)[0] == 0.0;
}
static_assert(duals_are_right());

// attach(stop_gradient(x0) or x0, x1, x2)
program subject(bool stopped) {
  builder b;
  value_id x[3];
  for (value_id& input : x) input = b.input();
  const value_id v = stopped ? b.record(opcode::stop_gradient, x[0]) : x[0];
  const value_id y = b.record(opcode::attach, v, x[1], x[2]);
  b.result().outputs.push_back(y);
  return b.result();
}
std::vector<double> run(const program& p, const std::vector<double>& inputs) {
  std::vector<double> reals(p.code.size() + 1), outputs;
  bool masks[512] = {};
  interpret<all_operations>(
      freeze<schedule<512, 64, 64>>(p), reals.data(), masks,
      [&](int k) { return inputs[static_cast<std::size_t>(k)]; },
      [&](int, double value) { outputs.push_back(value); });
  return outputs;
}
bool is_positive_zero(double x) { return x == 0.0 && !std::signbit(x); }

}  // namespace

TEST_CASE("values and partials") {
  CHECK(rows_are_right());
  CHECK(duals_are_right());
}

TEST_CASE("forward and reverse mode, a slope that is infinite among them") {
  const program forward = tangent_program(subject(false), {1, 1, 1}, true);
  CHECK(run(forward, {2.0, 3.0, 5.0, 10.0, 100.0, 1000.0}) == std::vector{2.0, 510.0});
  CHECK(run(forward, {2.0, 3.0, infinity, 10.0, 0.0, 1.0})[1] == 10.0);
  CHECK(run(forward, {2.0, 3.0, infinity, 10.0, 1.0, 1.0})[1] == infinity);
  const program reverse = adjoint_program(subject(false), {1, 1, 1}, false);
  CHECK(run(reverse, {2.0, 3.0, 5.0, 10.0}) == std::vector{10.0, 50.0, 0.0});
  const std::vector<double> silent = run(reverse, {2.0, 3.0, -infinity, 0.0});
  for (const double each : silent) CHECK(is_positive_zero(each));
}

TEST_CASE("a product with an infinite slope is an absolute one") {
  // attach(stop_gradient(x0), x0 * x1, x2): d/dx0 is x2 * x1.
  builder b;
  value_id x[3];
  for (value_id& input : x) input = b.input();
  const value_id v = b.record(opcode::stop_gradient, x[0]);
  const value_id y = b.record(opcode::attach, v, b.record(opcode::multiply, x[0], x[1]), x[2]);
  b.result().outputs.push_back(y);
  const program p = b.result();
  for (const jacobian_mode mode : {jacobian_mode::forward, jacobian_mode::reverse}) {
    builder with(p);
    with.result().outputs = append_jacobian(with, p, {1, 1, 1}, mode);
    CHECK(run(with.result(), {2.0, 3.0, 5.0}) == std::vector{15.0, 10.0, 0.0});
    CHECK(run(with.result(), {2.0, 0.0, infinity})[0] == 0.0);
    CHECK(regularized(with.result()).outputs.size() == 4);  // a guard
  }
}

TEST_CASE("what is stopped has no slope") {
  const program forward = tangent_program(subject(true), {1, 1, 1}, true);
  CHECK(run(forward, {2.0, 3.0, 5.0, 10.0, 100.0, 1000.0}) == std::vector{2.0, 500.0});
  const program reverse = adjoint_program(subject(true), {1, 1, 1}, false);
  CHECK(run(reverse, {2.0, 3.0, 5.0, 10.0}) == std::vector{0.0, 50.0, 0.0});
}
