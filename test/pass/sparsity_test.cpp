// SPDX-License-Identifier: MIT
#include <etad/pass/activity.hpp>
#include <etad/pass/sparsity.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

std::vector<std::vector<std::size_t>> rows_of(const nonzeros& pattern) {
  std::vector<std::vector<std::size_t>> rows(pattern.rows());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    pattern.for_row(i, [&](std::size_t j) { rows[i].push_back(j); });
  }
  return rows;
}

std::vector<std::vector<std::size_t>> rows_of_jacobian(const program& p,
                                                       const buffer<char>& wanted) {
  return rows_of(jacobian_pattern(p, wanted, active_values(p, wanted)));
}

using rows = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("an output depends on what its operands depend on") {
  const program p = parse(
      "inputs 4\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = input 3\nr4 = multiply r0 r2\n"
      "r5 = sin r4\nr6 = add r5 r1\nr7 = exp r3\noutputs r6 r4 r7 r1\n");
  CHECK(rows_of_jacobian(p, {1, 1, 1, 1}) == rows{{0, 1, 2}, {0, 2}, {3}, {1}});
  // Columns are counted over the wanted inputs.
  CHECK(rows_of_jacobian(p, {0, 1, 1, 0}) == rows{{0, 1}, {1}, {}, {0}});
  CHECK(rows_of(jacobian_pattern(p, {1, 1, 1, 1}, active_values(p, {1, 1, 1, 1}), 2)) ==
        rows{{3}, {1}});
}

TEST_CASE("steps and conditions carry no derivative") {
  const program p = parse(
      "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nm3 = less r0 r1\n"
      "r4 = select m3 r1 r2\nr5 = floor r0\noutputs r4 r5\n");
  CHECK(rows_of_jacobian(p, {1, 1, 1}) == rows{{1, 2}, {}});
}

TEST_CASE("more than one word of columns") {
  program p;
  for (unsigned k = 0; k < 130; ++k) p.code.push_back(instruction(opcode::input, k));
  p.inputs = 130;
  p.code.push_back(instruction(opcode::multiply, 1, 129));
  p.code.push_back(instruction(opcode::add, 64, 130));
  p.outputs = {131};
  CHECK(rows_of_jacobian(p, buffer<char>(130, 1)) == rows{{1, 64, 129}});
}

TEST_CASE("the triangle below the diagonal decides a symmetric pattern") {
  nonzeros pattern(3);
  for (const std::size_t j : {0u, 2u}) pattern.append(j);
  pattern.end_row();
  pattern.append(0);
  pattern.end_row();
  pattern.append(2);
  pattern.end_row();
  CHECK(rows_of(mirrored(pattern)) == rows{{0, 1}, {0}, {2}});
}
