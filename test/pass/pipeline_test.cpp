// SPDX-License-Identifier: MIT
#include <etad/pass/pipeline.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

/// f(x, y) = (x*y, sin(x), 7)
program sample() {
  return parse(
      "inputs 2\nr0 = input 0\nr1 = input 1\nr2 = multiply r0 r1\nr3 = sin r0\nr4 = constant 7\n"
      "outputs r2 r3 r4\n");
}

jacobian_request request() {
  jacobian_request r;
  r.wanted = {1, 1};
  r.row_blocks = {3};
  r.column_blocks = {2};
  return r;
}

constexpr jacobian_mode modes[] = {
    jacobian_mode::forward, jacobian_mode::reverse, jacobian_mode::eliminate_forward,
    jacobian_mode::eliminate_reverse, jacobian_mode::eliminate_markowitz};

}  // namespace

TEST_CASE("every mode computes the Jacobian, with or without the values") {
  for (const jacobian_mode mode : modes) {
    jacobian_request r = request();
    const program p = jacobian_program(sample(), r, mode);
    check_valid(p, "jacobian");
    CHECK(values(p, {0.0, 3.0}) == std::vector<double>{3, 0, 1, 0, 0, 0});
    r.with_value = true;
    CHECK(values(jacobian_program(sample(), r, mode), {0.0, 3.0}) ==
          std::vector<double>{0, 0, 7, 3, 0, 1, 0, 0, 0});
  }
}

TEST_CASE("columns that are not wanted, blocks and leading outputs that are values only") {
  jacobian_request r = request();
  r.with_value = true;
  r.first_output = 1;
  r.row_blocks = {2};
  r.wanted = {1, 0};
  r.column_blocks = {1};
  for (const jacobian_mode mode : modes) {
    CHECK(values(jacobian_program(sample(), r, mode), {0.0, 3.0}) ==
          std::vector<double>{0, 0, 7, 1, 0});
  }
  jacobian_request blocks = request();
  blocks.column_blocks = {1, 1};
  CHECK(values(jacobian_program(sample(), blocks, jacobian_mode::forward), {0.0, 3.0}) ==
        std::vector<double>{3, 1, 0, 0, 0, 0});
}

TEST_CASE("a symmetric Jacobian is mirrored") {
  // The gradient of x*x*y + y*y*y/3: (2xy, x*x + y*y).
  const program gradient = parse(
      "inputs 2\nr0 = input 0\nr1 = input 1\nr2 = constant 2\nr3 = multiply r0 r1\n"
      "r4 = multiply r2 r3\nr5 = multiply r0 r0\nr6 = multiply r1 r1\nr7 = add r5 r6\n"
      "outputs r4 r7\n");
  jacobian_request r = request();
  r.row_blocks = {2};
  r.symmetric = true;
  for (const jacobian_mode mode : modes) {
    const program p = jacobian_program(gradient, r, mode);
    CHECK(p.outputs[1] == p.outputs[2]);
    CHECK(values(p, {3.0, 5.0}) == std::vector<double>{10, 6, 6, 10});
  }
}

TEST_CASE("products with seeds known at run time") {
  const program forward = tangent_program(sample(), {1, 1}, true);
  check_valid(forward, "tangent_program");
  CHECK(forward.inputs == 4);
  CHECK(values(forward, {0.0, 3.0, 10.0, 100.0}) == std::vector<double>{0, 0, 7, 30, 10, 0});
  const program reverse = adjoint_program(sample(), {0, 1}, false);
  check_valid(reverse, "adjoint_program");
  CHECK(reverse.inputs == 5);
  CHECK(values(reverse, {2.0, 3.0, 10.0, 100.0, 1000.0}) == std::vector<double>{20});
  const std::vector<double> none = values(forward, {0.0, 3.0, -0.0, -0.0});
  CHECK_FALSE(std::signbit(none[3]));
}

TEST_CASE("the finished program computes the same") {
  const jacobian_request r = request();
  for (const jacobian_mode mode : modes) {
    const program full = jacobian_program(sample(), r, mode);
    const program compiled = finished(regularized(full));
    check_valid(compiled, "finished");
    CHECK(values(compiled, {0.5, 3.0}) == values(full, {0.5, 3.0}));
  }
}
