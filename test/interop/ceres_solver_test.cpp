// SPDX-License-Identifier: MIT
// Cost functions of the Ceres Solver. Linked with Ceres where it is installed (test/meson.build).
#include <ceres/autodiff_cost_function.h>
#include <ceres/problem.h>
#include <ceres/solver.h>
// Ceres brings a CHECK of its own.
#undef CHECK
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <vector>

#include <etad/etad.hpp>
#include <etad/interop/ceres_solver.hpp>

namespace {

constexpr auto decay = [](const auto& rate, const auto& scale, const auto& time, const auto& seen) {
  using std::exp;
  return seen - scale[0] * exp(-rate[0] * time);
};
// The same as people write it: what is no parameter is double; and as Ceres wants it.
constexpr auto typed_decay = [](const auto& rate, const auto& scale, double time, double seen) {
  using std::exp;
  return seen - scale[0] * exp(-rate[0] * time);
};
struct decay_error {
  double time;
  double seen;
  template <class T>
  bool operator()(const T* rate, const T* scale, T* residual) const {
    using std::exp;
    if (scale[0] < 0.0) return false;
    residual[0] = seen - scale[0] * exp(-rate[0] * time);
    return true;
  }
};

template <class Make>
std::array<double, 2> fitted(const Make& make) {
  std::array parameters{0.1, 1.0};
  ceres::Problem problem;
  for (int i = 0; i < 20; ++i) {
    const double time = 0.1 * i;
    problem.AddResidualBlock(make(time, 3.0 * std::exp(-0.7 * time)), nullptr, &parameters[0],
                             &parameters[1]);
  }
  ceres::Solver::Options options;
  options.logging_type = ceres::SILENT;
  options.function_tolerance = options.gradient_tolerance = 1e-15;
  ceres::Solver::Summary summary;
  ceres::Solve(options, &problem, &summary);
  CHECK(summary.IsSolutionUsable());
  return parameters;
}

}  // namespace

TEST_CASE("a fit finds the same as with Ceres's own derivatives") {
  const auto by_ceres = fitted([](double time, double seen) {
    return new ceres::AutoDiffCostFunction<decay_error, 1, 1, 1>(new decay_error{time, seen});
  });
  const auto check = [&](const std::array<double, 2>& found) {
    CHECK(std::abs(found[0] - by_ceres[0]) < 1e-9);
    CHECK(std::abs(found[1] - by_ceres[1]) < 1e-9);
    CHECK(std::abs(found[0] - 0.7) < 1e-6);
  };
  check(fitted(
      [](double time, double seen) { return etad::cost_function<1, 1, 1>(decay, time, seen); }));
  check(fitted([](double time, double seen) {
    return etad::cost_function<1, 1, 1>(typed_decay, time, seen);
  }));
  check(fitted([](double time, double seen) {
    return etad::cost_function<1, 1, 1>(etad::ceres_functor<1>(decay_error{time, seen}));
  }));
}

TEST_CASE("what Ceres asks for") {
  constexpr auto f = [](const auto& p, const auto& q, const auto& data) {
    const auto& [a, b] = p;
    return std::array{a * b * data[0], b * q[0] + data[1], a};
  };
  const std::unique_ptr<ceres::CostFunction> cost(
      etad::cost_function<3, 2, 1>(f, std::array{10.0, 1.0}));
  CHECK(cost->num_residuals() == 3);
  CHECK(cost->parameter_block_sizes() == std::vector<int>{2, 1});
  const std::array p{2.0, 3.0};
  const std::array q{5.0};
  const double* const parameters[] = {p.data(), q.data()};
  std::array<double, 3> residuals{};
  std::array<double, 6> by_p{};
  std::array<double, 3> by_q{};
  SUBCASE("residuals alone") { CHECK(cost->Evaluate(parameters, residuals.data(), nullptr)); }
  SUBCASE("all Jacobians") {
    double* jacobians[] = {by_p.data(), by_q.data()};
    CHECK(cost->Evaluate(parameters, residuals.data(), jacobians));
    CHECK(by_p == std::array{30.0, 20.0, 0.0, 5.0, 1.0, 0.0});
    CHECK(by_q == std::array{0.0, 3.0, 0.0});
  }
  SUBCASE("not that of a constant block") {
    double* jacobians[] = {nullptr, by_q.data()};
    CHECK(cost->Evaluate(parameters, residuals.data(), jacobians));
    CHECK(by_q == std::array{0.0, 3.0, 0.0});
  }
  CHECK(residuals == std::array{60.0, 16.0, 2.0});
}

TEST_CASE("a functor that refuses") {
  const std::unique_ptr<ceres::CostFunction> cost(
      etad::cost_function<1, 1, 1>(etad::ceres_functor<1>(decay_error{1.0, 2.0})));
  const std::array p{1.0};
  const std::array q{-1.0};
  const double* const parameters[] = {p.data(), q.data()};
  std::array residual{7.0};
  CHECK_FALSE(cost->Evaluate(parameters, residual.data(), nullptr));
  CHECK(residual[0] == 7.0);
}
