// SPDX-License-Identifier: MIT
#include <etad/pass/dce.hpp>

#include "pass_text.hpp"

using namespace pass_text;

TEST_CASE("only what outputs depend on stays, and every input") {
  const program p = parse(
      "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = constant 2\nr3 = sin r1\nr4 = constant 0.5\n"
      "r5 = multiply r1 r4\nr6 = add r3 r2\nr7 = exp r5 derivative\nr8 = input 2\noutputs r7\n");
  const program lean = without_dead_code(p);
  check_valid(lean, "dce");
  CHECK(text_of(lean) ==
        "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = constant 0.5\nr3 = multiply r1 r2\n"
        "r4 = exp r3 derivative\nr5 = input 2\noutputs r4\n");
  CHECK(lean.literals.size() == 1);
  CHECK(text_of(without_dead_code(lean)) == text_of(lean));
}

TEST_CASE("live values") {
  const program p = parse(
      "inputs 1\nr0 = input 0\nr1 = sin r0\nr2 = cos r0\nm3 = less r0 r1\nr4 = select m3 r0 r1\n"
      "outputs r4 r0\n");
  std::string marks;
  for (const char l : live_values(p)) marks += l != 0 ? 'l' : '-';
  CHECK(marks == "ll-ll");
}
