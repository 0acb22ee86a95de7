// SPDX-License-Identifier: MIT
// Packed forward mode at the level of programs: lane by lane it is forward mode.
#include <etad/pass/pipeline.hpp>

#include <memory>

#include "fuzz/random_program.hpp"
#include "pass_text.hpp"

using namespace pass_text;

namespace {

std::vector<double> outputs_of(const program& p, const std::vector<double>& x) {
  const auto s = std::make_unique<wide_schedule>(freeze(p));
  std::vector<double> reals(p.code.size() + 1);
  const auto masks = std::make_unique<bool[]>(p.code.size() + 1);
  std::vector<double> y;
  interpret<all_operations>(
      *s, reals.data(), masks.get(), [&](int k) { return x[static_cast<std::size_t>(k)]; },
      [&](int, double value) { y.push_back(value); });
  return y;
}

/// What the packs hold, by one run for each lane; then every number put into its place.
std::vector<double> run_packed(const packed_program& packed, const std::vector<double>& x,
                               std::size_t width, std::size_t size) {
  std::vector<std::vector<double>> lanes;
  for (std::size_t lane = 0; lane < width; ++lane) {
    std::vector<double> in = x;
    for (int c = packed.first_unit; c < packed.code.inputs; ++c) {
      in.push_back(static_cast<std::size_t>(c - packed.first_unit) % width == lane ? 1.0 : 0.0);
    }
    lanes.push_back(outputs_of(packed.code, in));
  }
  std::vector<double> result(size, std::nan(""));
  std::size_t written = 0;
  for (const placement& p : packed.placements) {
    result[p.target] = lanes[p.lane][p.output];
    ++written;
  }
  for (const std::uint16_t target : packed.zeros) {
    result[target] = 0;
    ++written;
  }
  CHECK(written == size);
  return result;
}

void check_same(const std::vector<double>& seen, const std::vector<double>& expected) {
  REQUIRE(seen.size() == expected.size());
  for (std::size_t k = 0; k < seen.size(); ++k) {
    CAPTURE(k);
    if (std::isnan(expected[k])) {
      CHECK(std::isnan(seen[k]));
    } else if (std::isinf(expected[k])) {
      CHECK(seen[k] == expected[k]);
    } else {
      CHECK(std::abs(seen[k] - expected[k]) <= 1e-9 * (1 + std::abs(expected[k])));
    }
  }
}

}  // namespace

TEST_CASE("random programs, dense and sparse, packs of two to five lanes") {
  fuzz::random_source random(fuzz::setting("ETAD_SEED", 31));
  for (int round = 0; round < 300; ++round) {
    fuzz::program_shape shape;
    shape.inputs = 1 + random.below(9);
    shape.steps = 4 + random.below(30);
    shape.outputs = 1 + random.below(6);
    shape.branchy = random.chance(40);
    const program p = fuzz::program_generator(random, shape).make();

    jacobian_request request;
    request.with_value = random.chance(50);
    request.sparse = random.chance(50);
    request.wanted = buffer<char>(static_cast<std::size_t>(shape.inputs));
    std::size_t columns = 0;
    for (char& w : request.wanted) {
      w = random.chance(80) ? 1 : 0;
      columns += static_cast<std::size_t>(w);
    }
    request.row_blocks = {static_cast<std::size_t>(shape.outputs)};
    request.column_blocks = {columns};

    const auto width = static_cast<std::size_t>(2 + random.below(4));
    const packed_program packed = packed_jacobian_program(p, request, width);
    check_valid(packed.code, "packed");
    check_valid(regularized(packed.code), "regularize");
    const program scalar = jacobian_program(p, request, jacobian_mode::forward);
    std::vector<double> x;
    for (int k = 0; k < shape.inputs; ++k) x.push_back(random.between(-2.0, 2.0));
    const std::vector<double> expected = outputs_of(scalar, x);
    check_same(run_packed(packed, x, width, expected.size()), expected);
  }
}

TEST_CASE("a value in one lane stays a number") {
  const program p = parse(
      "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = sin r0\nr4 = multiply r3 r3\n"
      "r5 = multiply r1 r2\noutputs r4 r5\n");
  jacobian_request request;
  request.wanted = {1, 1, 1};
  request.row_blocks = {2};
  request.column_blocks = {3};
  const packed_program packed = packed_jacobian_program(p, request, 4);
  // x0 shares a colour with x1 or x2, so two directions suffice.
  CHECK(packed.code.inputs == 5);
  const program code = without_dead_code(packed.code);
  // d r4 is 2 r3 cos x0, without packs; d r5 is x2 e1 + x1 e2.
  CHECK(count(code, opcode::steep_multiply) == 2);
  CHECK(packed.zeros.size() == 3);
}
