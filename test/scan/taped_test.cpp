// SPDX-License-Identifier: MIT
// Recurrences of variables of a tape: one record, with the derivatives of the steps written out.
#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <etad/dual.hpp>
#include <etad/scan.hpp>
#include <etad/tape.hpp>
#include <tuple>
#include <vector>

namespace {

constexpr auto swing = [](const auto& carry, auto torque, auto gravity) {
  using std::sin;
  using number = std::remove_cvref_t<decltype(carry[0])>;
  const number speed = carry[1] + 0.1 * (torque - gravity * sin(carry[0]));
  return std::tuple(std::array<number, 2>{carry[0] + 0.1 * speed, speed}, number(speed * torque));
};
constexpr auto motion = etad::scan(swing, etad::checkpoints(2));

const auto plain = [](const auto& x) { return etad::value(etad::value(x)); };

/// The gradient by all that the recurrence depends on, and of the loop written out.
template <class V>
void check(etad::tape<typename V::number>& tape, const std::array<V, 2>& start,
           const std::vector<V>& torques, const V& gravity, std::size_t records) {
  const std::size_t before = tape.statistics().blocks;
  const auto found = motion(start, torques, gravity);
  CHECK(tape.statistics().blocks == before + records);
  const V y = found.carry[0] * found.carry[1] + found.outputs[0] * found.outputs[2];
  std::array<V, 2> carry = start;
  std::vector<V> outputs;
  for (const V& torque : torques) {
    const auto [next, output] = swing(carry, torque, gravity);
    carry = next;
    outputs.push_back(output);
  }
  const V z = carry[0] * carry[1] + outputs[0] * outputs[2];
  CHECK(plain(y) == doctest::Approx(plain(z)).epsilon(1e-14));
  const std::vector<V> all{start[0], start[1], torques[0], torques[1], torques[2], gravity};
  const auto got = tape.gradient(y, all), expected = tape.gradient(z, all);
  for (std::size_t k = 0; k < all.size(); ++k) {
    CHECK(plain(got[k]) == doctest::Approx(plain(expected[k])).epsilon(1e-13));
    if constexpr (requires { tangent(got[k]); }) {
      for (int j = 0; j < 2; ++j) {
        CHECK(tangent(got[k])[j] == doctest::Approx(tangent(expected[k])[j]).epsilon(1e-12));
      }
    }
  }
}

}  // namespace

TEST_CASE("on numbers, duals, variables of another tape") {
  const std::array start{0.4, -0.3};
  const std::vector torques{0.1, -0.2, 0.3};
  etad::tape<double> tape;
  check(tape, tape.variables(start), tape.variables(torques), tape.variable(9.8), 1);
  check(tape, tape.variables<etad::eager>(start), tape.variables<etad::eager>(torques),
        tape.variable<etad::eager>(9.8), 1);
  using dual = etad::dual<double, 2>;
  etad::tape<dual> over_duals;
  check(over_duals, over_duals.variables(std::array{dual(0.4, 0), dual(-0.3)}),
        over_duals.variables(std::vector{dual(0.1), dual(-0.2, 1), dual(0.3)}),
        over_duals.variable(dual(9.8)), 1);
  etad::tape<etad::variable<double>> outer;
  check(outer, outer.variables(tape.variables(start)), outer.variables(tape.variables(torques)),
        outer.variable(tape.variable(9.8)), 0);
}

TEST_CASE("data, expressions, losses and constants") {
  constexpr auto decay = etad::scan([](auto y, auto rate) { return y - 0.1 * rate * y; });
  constexpr auto loss = decay.then([](auto y) { return y * y; });
  etad::tape<double> tape;
  const auto x = tape.variable(3.0), rate = tape.variable(2.0);
  const etad::variable<double> y = decay(2.0 * x, etad::steps(3), rate);
  CHECK(y.value() == doctest::Approx(6.0 * 0.512));
  CHECK(tape.gradient(y, x) == doctest::Approx(2.0 * 0.512));
  CHECK(tape.gradient(y, rate) == doctest::Approx(-6.0 * 0.3 * 0.64));
  CHECK(tape.gradient(loss(x, etad::steps(1), 2.0), x) == doctest::Approx(2.0 * 3.0 * 0.64));
  CHECK(decay(etad::variable<double>(1.0), etad::steps(2), 5.0).is_constant());
  etad::tape<double> other;
  CHECK_THROWS_WITH_AS((void)decay(other.variable(1.0), etad::steps(2), rate),
                       doctest::Contains("ETAD-110"), std::invalid_argument);
  tape.limit_bytes(tape.statistics().reserved_bytes + 100);
  const auto sum = etad::scan([](auto s, auto t) { return s + t; });
  CHECK_THROWS_WITH_AS((void)sum(x, std::vector<double>(20)), doctest::Contains("ETAD-116"),
                       std::invalid_argument);
}
