// SPDX-License-Identifier: MIT
#include <etad/pass/pipeline.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

/// The value of f, whose inputs are all differentiated, and its gradient.
program with_gradient(const program& f) {
  jacobian_request r;
  r.with_value = true;
  r.wanted = buffer<char>(static_cast<std::size_t>(f.inputs), 1);
  r.row_blocks = {1};
  r.column_blocks = {static_cast<std::size_t>(f.inputs)};
  return without_dead_code(jacobian_program(f, r, jacobian_mode::reverse));
}

template <jacobian_mode Mode>
program hessian(const program& gradient) {
  jacobian_request r;
  const auto n = static_cast<std::size_t>(gradient.inputs);
  r.first_output = 1;
  r.symmetric = true;
  r.wanted = buffer<char>(n, 1);
  r.row_blocks = r.column_blocks = {n};
  const program p = without_dead_code(jacobian_program<Mode>(gradient, r));
  check_valid(p, "push_edges");
  return p;
}

/// Both ways to a Hessian, as the passes write it and as it is compiled.
void agrees(const std::string& code, int inputs, const std::vector<double>& x) {
  std::string text = "inputs " + std::to_string(inputs) + "\n";
  for (int k = 0; k < inputs; ++k) {
    text += "r" + std::to_string(k) + " = input " + std::to_string(k) + "\n";
  }
  const program gradient = with_gradient(parse(text + code));
  const std::vector<double> other =
      values(hessian<jacobian_mode::eliminate_markowitz>(gradient), x);
  const program pushed = hessian<jacobian_mode::push_edges>(gradient);
  const std::vector<double> full = values(pushed, x);
  const std::vector<double> regular = values(finished(regularized(pushed)), x);
  REQUIRE(full.size() == other.size());
  double size = 0;
  for (const double entry : other) size = std::max(size, std::abs(entry));
  for (std::size_t k = 0; k < other.size(); ++k) {
    CHECK_MESSAGE(std::abs(full[k] - other[k]) <= 1e-14 * size, code);
    CHECK_MESSAGE(std::abs(regular[k] - other[k]) <= 1e-14 * size, code);
  }
}

}  // namespace

TEST_CASE("a Hessian by hand") {
  // x*x*y + y*y*y
  const program f = parse(
      "inputs 2\nr0 = input 0\nr1 = input 1\nr2 = multiply r0 r0\nr3 = multiply r1 r2\n"
      "r4 = multiply r1 r1\nr5 = multiply r1 r4\nr6 = add r3 r5\noutputs r6\n");
  const program h = hessian<jacobian_mode::push_edges>(with_gradient(f));
  CHECK(values(h, {3.0, 5.0}) == std::vector<double>{10, 6, 6, 30});
  CHECK(h.outputs[1] == h.outputs[2]);
}

TEST_CASE("every operation of one operand") {
  for (const char* const op :
       {"negate", "sin", "cos", "tan", "exp", "log", "sqrt", "cbrt", "tanh", "erf", "atan"}) {
    agrees("r2 = multiply r0 r1\nr3 = " + std::string(op) +
               " r2\nr4 = multiply r3 r3\nr5 = add r3 r4\noutputs r5\n",
           2, {0.8, 1.1});
  }
}

TEST_CASE("every operation of two operands, also twice the same and a constant") {
  for (const char* const op :
       {"add", "subtract", "multiply", "divide", "pow", "atan2", "hypot", "max"}) {
    const std::string name = op;
    agrees("r2 = exp r0\nr3 = sin r1\nr4 = " + name +
               " r2 r3\nr5 = multiply r4 r4\nr6 = multiply r0 r5\noutputs r6\n",
           2, {0.7, 0.9});
    agrees("r2 = exp r0\nr3 = " + name + " r2 r2\nr4 = multiply r1 r3\nr5 = exp r4\noutputs r5\n",
           2, {0.2, 0.3});
    agrees("r2 = constant 2.5\nr3 = " + name +
               " r0 r2\nr4 = multiply r1 r3\nr5 = exp r4\noutputs r5\n",
           2, {0.2, 0.3});
  }
}

TEST_CASE("selections and fused operations") {
  agrees(
      "r2 = less r0 r1\nr3 = multiply r0 r1\nr4 = exp r1\nr5 = select r2 r3 r4\n"
      "r6 = multiply r5 r5\noutputs r6\n",
      2, {0.2, 0.3});
  agrees("r3 = fma r0 r1 r2\nr4 = exp r3\nr5 = fma r4 r4 r4\noutputs r5\n", 3, {0.2, 0.3, 0.4});
}

TEST_CASE("squares that join pairs") {
  // ((x + y)^2 + (x - y)^2 + x*y)^2 / (x^2 + 3): sums that are used once, squares, and pairs with operands.
  agrees(
      "r2 = add r0 r1\nr3 = subtract r0 r1\nr4 = multiply r2 r2\nr5 = multiply r3 r3\n"
      "r6 = multiply r0 r1\nr7 = add r4 r5\nr8 = add r6 r7\nr9 = multiply r8 r8\n"
      "r10 = multiply r0 r0\nr11 = constant 3\nr12 = add r10 r11\nr13 = divide r9 r12\n"
      "outputs r13\n",
      2, {0.4, -0.6});
  // A square of a square, and one that is read twice.
  agrees(
      "r2 = multiply r0 r1\nr3 = multiply r2 r2\nr4 = multiply r3 r3\nr5 = exp r3\n"
      "r6 = multiply r4 r5\nr7 = multiply r2 r6\noutputs r7\n",
      2, {0.4, -0.6});
}

TEST_CASE("a long sum under a square") {
  std::string code = "r2 = multiply r0 r1\n";
  for (int k = 2; k < 16; ++k) {
    code += "r" + std::to_string(2 * k - 1) + " = sin r" + std::to_string(2 * k - 2) + "\nr" +
            std::to_string(2 * k) + " = add r" + std::to_string(k % 2) + " r" +
            std::to_string(2 * k - 1) + "\n";
  }
  agrees(code + "r31 = multiply r30 r30\noutputs r31\n", 2, {0.4, 0.6});
}

TEST_CASE("each pair is computed once") {
  // exp(a b c d): Markowitz order computes most entries twice, from both sides.
  const program f = parse(
      "inputs 4\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = input 3\nr4 = multiply r0 r1\n"
      "r5 = multiply r2 r3\nr6 = multiply r4 r5\nr7 = exp r6\noutputs r7\n");
  const program gradient = with_gradient(f);
  const auto size = [](const program& p) { return finished(regularized(p)).code.size(); };
  CHECK(size(hessian<jacobian_mode::push_edges>(gradient)) <
        size(hessian<jacobian_mode::eliminate_markowitz>(gradient)));
}

TEST_CASE("which Hessians are pushed") {
  const program f =
      parse("inputs 2\nr0 = input 0\nr1 = input 1\nr2 = multiply r0 r1\nr3 = exp r2\noutputs r3\n");
  const program gradient = with_gradient(f);
  CHECK(cheapest_mode(gradient, 1, {1, 1}, true) == jacobian_mode::push_edges);
  CHECK(cheapest_mode(gradient, 1, {1, 0}, true) == jacobian_mode::forward);
  program stated = gradient;
  stated.code[2] = instruction(opcode::stop_gradient, 0);
  CHECK(cheapest_mode(stated, 1, {1, 1}, true) == jacobian_mode::eliminate_markowitz);
}
