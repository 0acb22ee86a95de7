// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/pass/pipeline.hpp>
#include <etad/print/text.hpp>

#include "ir/parse.hpp"

namespace {

using namespace etad::detail;

program sample() {
  builder b;
  const value_id x = b.input();
  const value_id y = b.input();
  const value_id mask = b.record(opcode::less, x, y);
  const value_id scaled = b.record(opcode::multiply, x, b.constant(0.1));
  b.result().outputs = {b.record(opcode::select, mask, b.record(opcode::sqrt, scaled), y)};
  return b.result();
}

}  // namespace

TEST_CASE("a program as text") {
  CHECK(text_of(sample()) ==
        "inputs 2\n"
        "r0 = input 0\n"
        "r1 = input 1\n"
        "m2 = less r0 r1\n"
        "r3 = constant 0.1\n"
        "r4 = multiply r0 r3\n"
        "r5 = sqrt r4\n"
        "r6 = select m2 r5 r1\n"
        "outputs r6\n");
  CHECK(text_of(freeze<schedule<16, 4, 4>>(sample())) == text_of(sample()));
}

TEST_CASE("a derivative program as text") {
  jacobian_request request;
  request.with_value = true;
  request.wanted = {1, 0};
  request.row_blocks = {1};
  request.column_blocks = {1};
  const program p = without_dead_code(jacobian_program(sample(), request, jacobian_mode::reverse));
  CHECK(text_of(p) ==
        "inputs 2\n"
        "r0 = input 0\n"
        "r1 = input 1\n"
        "m2 = less r0 r1\n"
        "r3 = constant 0.1\n"
        "r4 = multiply r0 r3\n"
        "r5 = sqrt r4\n"
        "r6 = select m2 r5 r1\n"
        "r7 = constant 0\n"
        "r8 = constant 0.5\n"
        "r9 = divide r8 r5 derivative\n"
        "m10 = is_finite r9 derivative\n"
        "r11 = multiply r5 r5 derivative\n"
        "r12 = add r5 r11 derivative\n"
        "r13 = divide r8 r12 derivative\n"
        "r14 = edge m10 r9 r13 derivative\n"
        "r15 = multiply r3 r14 derivative\n"
        "r16 = select m2 r15 r7 derivative\n"
        "outputs r6 r16\n");
}

TEST_CASE("literals") {
  CHECK(text_of(literal(1.0)) == "1");
  CHECK(text_of(literal(-0.0)) == "-0");
  CHECK(text_of(literal(1e22)) == "1e+22");
  const literal third = fold_quotient(literal(1.0), literal(3.0));
  CHECK(text_of(third) ==
        "0.3333333333333333 float 0.33333334 long 0.33333333333333333334 inexact");
}

TEST_CASE("reading the text gives the program back") {
  builder b(sample());
  deriver d(b);
  const value_id third = b.constant(fold_quotient(literal(1.0), literal(3.0)));
  b.result().outputs.push_back(d.derive(opcode::multiply, third, value_id{0}));
  const program& p = b.result();
  const program again = ir_text::parse(text_of(p));
  CHECK(text_of(again) == text_of(p));
  CHECK(again.code == p.code);
  CHECK(again.outputs == p.outputs);
  CHECK(again.literals.size() == p.literals.size());
  for (std::size_t k = 0; k < p.literals.size(); ++k) CHECK(again.literals[k].same(p.literals[k]));
  CHECK_THROWS_AS(ir_text::parse("inputs 1\nr0 = nonsense 1\n"), std::invalid_argument);
  CHECK_THROWS_AS(ir_text::parse("inputs 1\nr1 = input 0\n"), std::invalid_argument);
}

TEST_CASE("a report of verify as a sentence") {
  program p = sample();
  CHECK(text_of(verify(p, "tangent")) == "tangent: valid");
  p.code[4] = instruction(opcode::multiply, 0, 9);
  CHECK(text_of(verify(p, "tangent")) ==
        "tangent: instruction 4: an operand is not defined before");
}
