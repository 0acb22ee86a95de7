// SPDX-License-Identifier: MIT
// Gradients of recurrences against those of the same steps written out, for every number of
// checkpoints.
#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <cstddef>
#include <etad/scan/scan.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace {

// A driven pendulum: angle and speed, a torque as input, gravity and friction as parameters.
constexpr auto swing = [](const auto& carry, auto torque, const auto& p, auto dt) {
  using std::sin;
  const auto speed = carry[1] + dt * (torque - p[0] * sin(carry[0]) - p[1] * carry[1]);
  return std::array{carry[0] + dt * speed, speed};
};
constexpr auto energy = [](const auto& c) { return 0.5 * c[1] * c[1] + 3.0 * c[0] * c[0]; };
constexpr auto motion = etad::scan(swing);
constexpr auto loss = motion.then(energy);

constexpr std::size_t count = 5;
constexpr auto written_out = [](const auto& start, const auto& torques, const auto& p, auto dt) {
  auto carry = start;
  for (std::size_t i = 0; i < count; ++i) carry = swing(carry, torques[i], p, dt);
  return energy(carry);
};

constexpr std::array start{0.4, -0.3};
constexpr std::array<double, count> torques{0.1, -0.2, 0.3, 0.5, -0.4};
constexpr std::array p{9.81, 0.2};
constexpr double dt = 0.05;

template <class A>
auto leaves_of(const A& a) {
  std::vector<double> leaves;
  const auto add = [&](const auto& leaf) { leaves.push_back(static_cast<double>(leaf)); };
  etad::detail::shape<A>::visit(a, add);
  return leaves;
}

void check_close(const std::vector<double>& a, const std::vector<double>& b, double tolerance) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(std::abs(a[i] - b[i]) <= tolerance * (1.0 + std::abs(b[i])));
  }
}

constexpr bool runs_in_constant_expressions() {
  constexpr auto power = etad::scan([](auto x, auto factor) { return x * factor; });
  return power(3.0, etad::steps(4), 2.0) == 48.0 && power(3.0, std::array{2.0, 5.0}) == 30.0 &&
         power.then([](auto x) { return x + 1.0; })(3.0, etad::steps(0), 2.0) == 4.0;
}
static_assert(runs_in_constant_expressions());

TEST_CASE("the value, in constant expressions and at run time") {
  CHECK(runs_in_constant_expressions());
  CHECK(loss(start, torques, p, dt) ==
        doctest::Approx(written_out(start, torques, p, dt)).epsilon(1e-14));
  const double beside = etad::value_and_gradient(loss)(start, torques, p, dt).value;
  if (ETAD_HAS_FAST_FMA == 0) {
    CHECK(beside == loss(start, torques, p, dt));
  } else {  // the compiler may fuse products and sums here and not there
    CHECK(beside == doctest::Approx(loss(start, torques, p, dt)).epsilon(1e-14));
  }
}

TEST_CASE("the gradient is that of the steps written out, by all arguments or some") {
  const auto expected = etad::gradient(written_out)(start, torques, p, dt);
  const auto all = etad::gradient(loss)(start, torques, p, dt);
  static_assert(std::same_as<decltype(all), decltype(expected)>);
  check_close(leaves_of(all), leaves_of(expected), 1e-14);

  CHECK(etad::gradient(loss, etad::wrt<0>)(start, torques, p, dt) == std::get<0>(all));
  CHECK(etad::gradient(loss, etad::wrt<3>)(start, torques, p, dt) == std::get<3>(all));
  CHECK(etad::gradient(loss, etad::wrt<1, 2>)(start, torques, p, dt) ==
        std::tuple(std::get<1>(all), std::get<2>(all)));

  const std::vector<double> inputs(torques.begin(), torques.end());
  const std::vector<double> by_vector = etad::gradient(loss, etad::wrt<1>)(start, inputs, p, dt);
  const std::vector<double> by_span =
      etad::gradient(loss, etad::wrt<1>)(start, std::span<const double>(inputs), p, dt);
  CHECK(leaves_of(std::get<1>(all)) == by_vector);
  CHECK(by_vector == by_span);
}

TEST_CASE("every number of checkpoints gives the same bits") {
  for (std::size_t n = 0; n <= 12; ++n) {
    std::vector<double> inputs;
    for (std::size_t i = 0; i < n; ++i) inputs.push_back(0.1 * static_cast<double>(i % 5) - 0.2);
    const auto expected = etad::value_and_gradient(loss)(start, inputs, p, dt);
    for (std::size_t k = 1; k <= n + 1; ++k) {
      const auto bounded = etad::scan(swing, etad::checkpoints(k)).then(energy);
      CHECK(etad::value_and_gradient(bounded)(start, inputs, p, dt) == expected);
    }
  }
}

// The fewest steps that reverse mode runs with so many carries (dynamic programming), without the last.
std::size_t fewest(std::size_t length, std::size_t kept,
                   std::vector<std::vector<std::size_t>>& table) {
  if (length == 1) return 0;
  if (kept == 1) return length * (length - 1) / 2;
  std::size_t& known = table[length][kept];
  if (known != 0) return known;
  std::size_t best = length * length;
  for (std::size_t j = 1; j < length; ++j) {
    const std::size_t steps = j + fewest(length - j, kept - 1, table) + fewest(j, kept, table);
    best = steps < best ? steps : best;
  }
  return known = best;
}

// Counts its runs on plain numbers; it has state, so its adjoints come from dual numbers.
struct counted_step {
  long* runs;
  template <class Carry>
  Carry operator()(const Carry& x) const {
    if constexpr (std::same_as<Carry, double>) ++*runs;
    return x * (1.5 - x);
  }
};

TEST_CASE("the number of steps is the least possible, and the one that cost() states") {
  std::vector<std::vector<std::size_t>> table(41, std::vector<std::size_t>(41, 0));
  double expected = 0;
  for (const std::size_t n : {std::size_t{1}, std::size_t{2}, std::size_t{9}, std::size_t{40}}) {
    for (std::size_t k = 1; k <= n; ++k) {
      const etad::checkpoints kept(k);
      CHECK(kept.cost(n) == etad::scan_cost{fewest(n, k, table) + 1, k});
      long runs = 0;
      const double slope =
          etad::gradient(etad::scan(etad::opaque(counted_step{&runs}), kept))(0.3, etad::steps(n));
      CHECK(static_cast<std::size_t>(runs) == kept.cost(n).steps);
      if (k == 1) expected = slope;
      CHECK(slope == expected);
    }
  }
  constexpr std::size_t many = 3000;
  for (const std::size_t k : {std::size_t{2}, std::size_t{7}, std::size_t{77}, many - 1, many}) {
    long runs = 0;
    const auto f = etad::scan(etad::opaque(counted_step{&runs}), etad::checkpoints(k));
    CHECK(etad::gradient(f)(0.4, etad::steps(many)) != 0.0);
    CHECK(static_cast<std::size_t>(runs) == f.cost(many).steps);
  }
  static_assert(etad::checkpoints::all().cost(1000) == etad::scan_cost{1000, 1000});
  static_assert(etad::checkpoints(20).cost(10000) == etad::scan_cost{37977, 20});
  static_assert(etad::checkpoints(3).cost(0) == etad::scan_cost{0, 0});
  CHECK(motion.cost(5) == etad::scan_cost{5, 5});
}

TEST_CASE("no more memory than the bound") {
  for (const std::size_t k : {std::size_t{1}, std::size_t{3}, std::size_t{100}}) {
    const etad::workspace memory;
    const auto bounded = etad::scan(swing, etad::checkpoints(k)).then(energy);
    etad::gradient(bounded, etad::wrt<0>)(start, std::vector<double>(100, 0.1), p, dt, memory);
    // A carry is two numbers; unless all are kept, each comes with its place.
    CHECK(memory.capacity() <= k * 2 * sizeof(double) + (k + 1) * sizeof(std::size_t));
  }
}

TEST_CASE("checkpoints(0) is refused") {
  std::string text;
  try {
    static_cast<void>(etad::checkpoints(0));
  } catch (const std::invalid_argument& error) {
    text = error.what();
  }
  CHECK(text.find("ETAD-068: etad::checkpoints requires at least one carry") == 0);
  CHECK_THROWS_WITH_AS(etad::steps(-1), doctest::Contains("ETAD-156"), std::invalid_argument);
  CHECK(etad::steps(0).count == 0);
}

TEST_CASE("results in memory of the caller") {
  const std::vector<double> inputs(torques.begin(), torques.end());
  const auto expected = etad::value_and_gradient(loss)(start, inputs, p, dt);
  double value = 0;
  std::vector<double> out(2 + count + 2 + 1);
  etad::value_and_gradient(loss)(start, inputs, p, dt, std::span(&value, 1), std::span(out));
  CHECK(value == expected.value);
  std::vector<double> flat = leaves_of(std::get<0>(expected.gradient));
  for (const double slope : std::get<1>(expected.gradient)) flat.push_back(slope);
  for (const double slope : std::get<2>(expected.gradient)) flat.push_back(slope);
  flat.push_back(std::get<3>(expected.gradient));
  CHECK(out == flat);

  etad::gradient(loss, etad::wrt<2>)(start, inputs, p, dt, std::span(out).first(2));
  CHECK(std::array{out[0], out[1]} == std::get<2>(expected.gradient));
  CHECK_THROWS_AS(etad::gradient(loss)(start, inputs, p, dt, std::span(out).first(3)),
                  std::invalid_argument);
}

}  // namespace
