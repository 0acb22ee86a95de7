// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <etad/check.hpp>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

// Black boxes take numbers of the language alone.
double box(const std::vector<double>& x) { return std::sin(x[0]) * x[1] + std::exp(x[2]); }
double labelled(double x, const std::string& name, int count) {
  return x * x * count + static_cast<double>(name.size());
}

struct oscillator {
  double stiffness;
  std::array<double, 2> operator()(const std::array<double, 2>& state, double time) const {
    return {state[1] * time, -stiffness * state[0]};
  }
};

template <class F>
void has_slope(F f, double x, double slope, double error) {
  const auto found = etad::numerical_gradient(f)(x);
  CAPTURE(x);
  CHECK(std::abs(found.gradient - slope) <= error);
  CHECK(found.error <= error);
  CHECK(std::abs(found.gradient - slope) <= 100 * found.error);
}

TEST_CASE("a gradient comes with its error in the shape of the arguments") {
  const std::vector x{1.0, 2.0, 0.0};
  int calls = 0;
  const auto counted = [&](const std::vector<double>& at) { return ++calls, box(at); };
  const auto [gradient, error] = etad::numerical_gradient(counted)(x);
  const std::vector exact{2 * std::cos(1.0), std::sin(1.0), 1.0};
  REQUIRE(gradient.size() == 3);
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(std::abs(gradient[k] - exact[k]) <= 1e-12);
    CHECK(std::abs(gradient[k] - exact[k]) <= error[k]);
    CHECK(error[k] <= 1e-11);
  }
  CHECK(calls <= 40);
}

TEST_CASE("several arguments, and data of any type beside them") {
  CHECK(etad::numerical_gradient(&labelled, etad::wrt<0>)(3.0, std::string("abc"), 2).gradient ==
        doctest::Approx(12.0).epsilon(1e-12));
  // Without wrt all that is made of numbers is moved.
  const auto both = etad::numerical_gradient(
      [](double x, const std::string&, double n) { return x * n; })(3.0, std::string("abc"), 2);
  CHECK(std::get<0>(both.gradient) == doctest::Approx(2.0).epsilon(1e-12));
  CHECK(std::get<1>(both.gradient) == doctest::Approx(3.0).epsilon(1e-12));
}

TEST_CASE("a Jacobian has the form of jacobian(f)") {
  const auto blocks = etad::numerical_jacobian(oscillator{4.0})(std::array{1.0, 2.0}, 3.0);
  static_assert(std::same_as<decltype(blocks.jacobian),
                             std::tuple<etad::matrix<double, 2, 2>, etad::matrix<double, 2, 1>>>);
  const auto& [by_state, by_time] = blocks.jacobian;
  CHECK(by_state(0, 0) == 0.0);
  CHECK(by_state(0, 1) == doctest::Approx(3.0).epsilon(1e-12));
  CHECK(by_state(1, 0) == doctest::Approx(-4.0).epsilon(1e-12));
  CHECK(by_time(0, 0) == doctest::Approx(2.0).epsilon(1e-12));
  CHECK(by_time(1, 0) == 0.0);
  CHECK(std::get<0>(blocks.error)(0, 1) <= 1e-11);

  const std::vector x{4.0, 2.0};
  const auto rows = etad::numerical_jacobian([](std::span<const double> at) {
    return std::vector{at[0] * at[1], std::sqrt(at[0]), at[1]};
  })(std::span<const double>(x));
  CHECK(rows.jacobian.rows() == 3);
  CHECK(rows.jacobian.columns() == 2);
  CHECK(rows.jacobian(0, 1) == doctest::Approx(4.0).epsilon(1e-12));
  CHECK(rows.jacobian(1, 0) == doctest::Approx(0.25).epsilon(1e-12));
  CHECK(rows.jacobian(2, 1) == doctest::Approx(1.0).epsilon(1e-12));
}

TEST_CASE("steps are found: scales, poles, kinks close by, periods") {
  has_slope([](double x) { return std::log(x); }, 1e-9, 1e9, 1e-2);
  has_slope([](double x) { return std::sin(1000 * x); }, 3.3, 1000 * std::cos(3300.0), 1e-7);
  has_slope([](double x) { return std::sin(16 * 3.141592653589793 * x); }, 0.0,
            16 * 3.141592653589793, 1e-10);
  has_slope([](double x) { return 1 / (x - 1); }, 1.01, -1e4, 1e-6);
  has_slope([](double x) { return std::abs(x); }, 0.01, 1.0, 1e-12);
  has_slope([](double x) { return x * x * 1e-20; }, 1e30, 2e10, 1.0);
  has_slope([](double) { return 3.0; }, 1.0, 0.0, 1e-12);
  has_slope([](double x) { return std::sin(x) / x + x; }, 0.0, 1.0, 1e-12);
}

TEST_CASE("at large numbers steps see the scale of the function, and not its periods") {
  for (const double x : {1e5, 1e6, 1e8, 1e10}) {
    has_slope([](double at) { return std::sin(at); }, x, std::cos(x), 1e-11);
  }
  // Here steps of about x agree on the slope 1, with an estimate of 1e-11 for its error.
  for (const double x : {1e5, 1e8}) {
    has_slope([](double at) { return at + std::sin(at); }, x, 1 + std::cos(x), 1e-5);
  }
  int calls = 0;
  const auto square = [&](double at) { return ++calls, at * at; };
  has_slope(square, 1e6, 2e6, 1e-4);
  CHECK(calls <= 12);
}

TEST_CASE("a function that rounds more coarsely than its result shows has a larger error") {
  has_slope([](double x) { return double(std::sin(static_cast<float>(x))); }, 1.0, std::cos(1.0),
            1e-5);
}

TEST_CASE("differences go to the side on which the function is finite") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  has_slope([&](double x) { return x < 1 ? nan : std::exp(x); }, 1.0, std::exp(1.0), 1e-9);
  has_slope([&](double x) { return x > 1 ? nan : std::exp(x); }, 1.0, std::exp(1.0), 1e-9);
}

TEST_CASE("at a kink the error is half the jump of the slope") {
  const auto error_at = [](auto f, double x) { return etad::numerical_gradient(f)(x).error; };
  const auto near_to = [](double found, double jump) {
    return std::abs(found - jump / 2) < 0.03 * jump;
  };
  CHECK(near_to(error_at([](double x) { return std::abs(x); }, 0.0), 2.0));
  CHECK(near_to(error_at([](double x) { return std::abs(x - 3) + 100 * (x - 3) * (x - 3); }, 3.0),
                2.0));
  CHECK(near_to(error_at([](double x) { return std::max(x * x, x); }, 1.0), 1.0));
  CHECK(near_to(error_at([](double x) { return std::max(std::sin(x), 0.0) + std::exp(x); }, 0.0),
                1.0));
  CHECK(error_at([](double x) { return std::sqrt(std::abs(x)); }, 0.0) > 1.0);
  // Even functions, and those whose curvature jumps or vanishes, have slopes.
  CHECK(error_at([](double x) { return std::cos(x); }, 0.0) < 1e-9);
  CHECK(error_at([](double x) { return x * x * x * x; }, 0.0) < 1e-9);
  CHECK(error_at([](double x) { return x * std::abs(x); }, 0.0) < 1e-6);
  CHECK(error_at([](double x) { return std::exp(-1 / (x * x + 1e-9)); }, 0.0) < 1e-6);
}

TEST_CASE("where there is no slope the error says so") {
  const auto jump = etad::numerical_gradient([](double x) { return std::floor(x); })(2.0);
  CHECK(jump.error > 1e6);
  const auto error_at = [](auto f, double x) { return etad::numerical_gradient(f)(x).error; };
  CHECK(error_at([](double x) { return x > 0.3 ? x * x : 0.0; }, 0.3) > 1e6);
  CHECK(error_at([](double x) { return std::sqrt(x); }, 0.0) > 1e6);
  CHECK(error_at([](double x) { return std::cbrt(x); }, 0.0) > 1e6);
  CHECK(error_at([](double x) { return x == 0.0 ? 0.0 : x * std::log(x); }, 0.0) > 10.0);
  const auto nothing = etad::numerical_gradient([](double x) { return std::sqrt(x); })(-1.0);
  CHECK(std::isnan(nothing.gradient));
  CHECK(std::isinf(nothing.error));
}

}  // namespace
