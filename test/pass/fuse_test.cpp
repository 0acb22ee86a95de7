// SPDX-License-Identifier: MIT
#include <etad/pass/dce.hpp>
#include <etad/pass/fuse.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

program fuse(const std::string& code) {
  const program p = parse("inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\n" + code);
  const program result = fused(p);
  check_valid(result, "fuse");
  return without_dead_code(result);
}

std::string only_operation(const program& p) {
  REQUIRE(p.code.size() == 4);
  return text_of(p).substr(
      std::string("inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\n").size());
}

}  // namespace

TEST_CASE("sums of a product fuse") {
  CHECK(only_operation(fuse("r3 = multiply r0 r1 derivative\nr4 = add r2 r3 derivative\n"
                            "outputs r4\n")) ==
        "r3 = multiply_add r0 r1 r2 derivative\noutputs r3\n");
  CHECK(only_operation(fuse("r3 = multiply r0 r1 derivative\nr4 = subtract r3 r2 derivative\n"
                            "outputs r4\n")) ==
        "r3 = multiply_subtract r0 r1 r2 derivative\noutputs r3\n");
  CHECK(only_operation(fuse("r3 = multiply r0 r1 derivative\nr4 = subtract r2 r3 derivative\n"
                            "outputs r4\n")) ==
        "r3 = negative_multiply_add r0 r1 r2 derivative\noutputs r3\n");
}

TEST_CASE("the user's arithmetic is never fused") {
  CHECK(fuse("r3 = multiply r0 r1\nr4 = add r2 r3 derivative\noutputs r4\n").size() == 5);
  CHECK(fuse("r3 = multiply r0 r1 derivative\nr4 = add r2 r3\noutputs r4\n").size() == 5);
}

TEST_CASE("a product that is read elsewhere stays a product") {
  CHECK(fuse("r3 = multiply r0 r1 derivative\nr4 = add r2 r3 derivative\noutputs r3 r4\n").size() ==
        5);
  CHECK(fuse("r3 = multiply r0 r1 derivative\nr4 = add r2 r3 derivative\nr5 = sin r3\n"
             "outputs r4 r5\n")
            .size() == 6);
}

TEST_CASE("of two products in a sum one is fused") {
  const program p = fuse(
      "r3 = multiply r0 r1 derivative\nr4 = multiply r0 r2 derivative\nr5 = add r3 r4 derivative\n"
      "outputs r5\n");
  CHECK(count(p, opcode::multiply) == 1);
  CHECK(count(p, opcode::multiply_add) == 1);
  CHECK(values(p, {2.0, 3.0, 5.0}) == std::vector<double>{16.0});
}

TEST_CASE("of two products the one that is known later is fused") {
  const std::string code =
      "r3 = multiply r0 r1 derivative\nr4 = sin r2\nr5 = multiply r1 r4 derivative\n"
      "r6 = subtract r3 r5 derivative\noutputs r6\n";
  const program p = parse("inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\n" + code);
  const program late = without_dead_code(fused(p, true));
  check_valid(late, "fuse");
  CHECK(count(late, opcode::negative_multiply_add) == 1);
  CHECK(count(without_dead_code(fused(p, false)), opcode::multiply_subtract) == 1);
  CHECK(values(late, {2.0, 3.0, 0.0}) == std::vector<double>{6.0});
}

TEST_CASE("a product that several sums read is fused with all of them or none") {
  const program p = parse(
      "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = multiply r0 r1 derivative\n"
      "r4 = sin r2\nr5 = multiply r1 r4 derivative\nr6 = subtract r3 r5 derivative\n"
      "r7 = add r3 r2 derivative\noutputs r6 r7\n");
  for (const bool for_fast_fma : {false, true}) {
    const program q = without_dead_code(fused(p, for_fast_fma));
    CHECK(count(q, opcode::multiply) == 1);
    CHECK(values(q, {2.0, 3.0, 0.0}) == std::vector<double>{6.0, 6.0});
  }
}
