// SPDX-License-Identifier: MIT
// Checks of derivatives by vectors, of sums and of recurrences.
#include <doctest/doctest.h>
#include <array>
#include <etad/batch.hpp>
#include <etad/check.hpp>
#include <etad/rules.hpp>
#include <etad/scan.hpp>
#include <span>
#include <vector>

namespace {

constexpr auto product = [](const auto& x) {
  using std::exp;
  return x[0] * x[1] + exp(x[2]);
};
/// The slope by the second number is wrong by a tenth of a millionth.
constexpr auto wrong_second = [](const auto& x, auto y) {
  return x[0] * y + etad::straight_through(x[1] * y, (1.0 + 3e-7) * x[1] * y);
};

TEST_CASE("vectors, and views with several results") {
  const std::vector x{1.0, 2.0, 0.5};
  const auto report = etad::check_derivatives(product)(x);
  CHECK(report);
  CHECK(report.worst_error <= 1e-3);
  CHECK(report.cause == etad::disagreement_cause::none);
  const auto outside = etad::check_derivatives(product)(std::vector{1.0, 2.0, 1e5});
  CHECK(!outside);
  CHECK(outside.cause == etad::disagreement_cause::not_finite);
  CHECK(etad::check_derivatives([](const auto& at) {
    return std::array{at[0] * at[1], at[2]};
  })(std::span<const double>(x)));
  const double factor = 2.0;
  CHECK(etad::check_derivatives([&factor](const auto& at) {
    auto sum = 0.0 * at[0];
    for (const auto& entry : at) sum += factor * entry * entry;
    return sum;
  })(x));
}

TEST_CASE("the report names argument and element of the worst entry") {
  const std::vector x{1.0, 2.0};
  const auto report = etad::check_derivatives(wrong_second)(x, 3.0);
  CHECK(!report);
  CHECK(report.row == 0);
  CHECK(report.column == 1);
  CHECK(report.argument == 0);
  CHECK(report.element == 1);
  CHECK(report.forward == doctest::Approx(3.0 * (1.0 + 3e-7)).epsilon(1e-12));
  CHECK(report.reverse == report.forward);
  CHECK(report.difference == doctest::Approx(3.0).epsilon(1e-12));
  CHECK(report.cause == etad::disagreement_cause::other);
  const auto by_last = etad::check_derivatives(wrong_second, etad::wrt<1>)(x, 3.0);
  CHECK(!by_last);
  CHECK(by_last.column == 0);
  CHECK(by_last.argument == 1);
  CHECK(by_last.element == 0);
}

// The cube root has no slope at 0, the function has: 1.
TEST_CASE("a vector at a singular point of an operation") {
  const auto report = etad::check_derivatives([](const auto& x) {
    using std::cbrt;
    return cbrt(x[0] * x[0] * x[0]) + x[1];
  })(std::vector{0.0, 1.0});
  CHECK(!report);
  CHECK(report.column == 0);
  CHECK(report.difference == doctest::Approx(1.0).epsilon(1e-6));
  CHECK(report.cause == etad::disagreement_cause::singular_operation);
}

constexpr auto squared_error = [](const auto& p, auto time, auto seen) {
  const auto error = p[0] * time + p[1] - seen;
  return error * error;
};

TEST_CASE("sums by their parameters") {
  const std::vector times{1.0, 2.0, 3.0};
  const std::vector seen{2.0, 1.5, 0.5};
  constexpr auto sum = etad::sum_over(squared_error);
  const auto report = etad::check_derivatives(sum)(std::array{1.0, 0.5}, times, seen);
  CHECK(report);
  CHECK(report.difference == doctest::Approx(report.forward).epsilon(1e-10));
  CHECK(report.worst_error > 0.0);
}

constexpr auto swing = [](const auto& carry, auto torque, auto gravity) {
  const auto speed = carry[1] + 0.1 * (torque - gravity * carry[0] * carry[0]);
  return std::array{carry[0] + 0.1 * speed, speed};
};

TEST_CASE("recurrences by everything") {
  const std::vector torques{0.1, 0.3, -0.2};
  const std::array start{0.5, 0.1};
  CHECK(etad::check_derivatives(etad::scan(swing))(start, torques, 9.8));
  constexpr auto drifting = [](auto y, auto rate) {
    return etad::straight_through(rate * y, 2.0 * rate * y);
  };
  const auto report = etad::check_derivatives(etad::scan(drifting))(1.0, etad::steps(2), 0.5);
  CHECK(!report);
  CHECK(report.argument != 1);
}

}  // namespace
