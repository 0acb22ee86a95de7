// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <array>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <etad/check/check_derivatives.hpp>
#include <etad/check/derivative_report_io.hpp>
#include <etad/expr/functions.hpp>
#include <etad/verb/gradient.hpp>
#include <sstream>

namespace {

constexpr auto smooth = [](auto x, auto y) {
  using std::exp, std::sin;
  return x * y + sin(x) * exp(x * y);
};
constexpr auto several = [](const auto& x) {
  using std::sin, std::sqrt;
  return std::array{x[0] * x[1] + sin(x[2]), sqrt(x[0]), x[2] - x[1]};
};
constexpr auto positive_part = [](auto x) { return x > 0.0 ? x : decltype(x)(0.0); };

// The derivative of a step function is 0 everywhere, so no mode sees the jump at 2.
constexpr auto jumping = [](auto x) {
  using std::floor;
  return floor(x) + x;
};

static_assert(etad::check_derivatives(smooth)(0.5, 2.0));
static_assert(etad::check_derivatives(smooth, etad::wrt<1>)(0.5, 2.0));
static_assert(etad::check_derivatives(several)(std::array{0.5f, 2.0f, 0.3f}));
static_assert(!etad::check_derivatives(jumping)(2.0));

TEST_CASE("smooth functions agree in every built-in type") {
  CHECK(etad::check_derivatives(smooth)(0.5, 2.0));
  CHECK(etad::check_derivatives(smooth)(0.5f, 2.0f));
  CHECK(etad::check_derivatives(smooth)(0.5L, 2.0L));
  CHECK(etad::check_derivatives(smooth)(1, 2));
  CHECK(etad::check_derivatives(several)(std::array{0.5, 2.0, 0.3}));
  CHECK(etad::check_derivatives(several)(std::array{0.5L, 2.0L, 0.3L}));
}

TEST_CASE("the report names the worst entry and its three derivatives") {
  const auto report = etad::check_derivatives(smooth, etad::wrt<1>)(0.5, 2.0);
  const double exact = 0.5 + std::sin(0.5) * 0.5 * std::exp(1.0);
  CHECK(report.ok);
  CHECK(report.row == 0);
  CHECK(report.column == 0);
  CHECK(report.worst_error <= 1e-3);
  CHECK(report.forward == doctest::Approx(exact).epsilon(1e-15));
  CHECK(report.reverse == doctest::Approx(exact).epsilon(1e-15));
  CHECK(report.difference == doctest::Approx(exact).epsilon(1e-14));
}

TEST_CASE("a jump between the points of the differences is a disagreement") {
  const auto report = etad::check_derivatives(jumping)(2.0);
  CHECK(!report);
  CHECK(report.forward == 1.0);
  CHECK(report.difference > 2.0);
  CHECK(etad::check_derivatives(jumping)(2.25));
}

// In double both modes may be off by the square root of the precision, 1.5e-8, and not by twice that.
TEST_CASE("slopes that are wrong by little") {
  constexpr auto off_by = [](auto x, auto error) {
    return etad::straight_through(x * x, (1.0 + error) * x * x);
  };
  CHECK(etad::check_derivatives(off_by, etad::wrt<0>)(1.5, 3e-9));
  CHECK(!etad::check_derivatives(off_by, etad::wrt<0>)(1.5, 3e-8));
  CHECK(!etad::check_derivatives(off_by, etad::wrt<0>)(1.5, -3e-8));
}

TEST_CASE(
    "slopes that the rounding of a large value hides, and jumps that differences nearly hide") {
  constexpr auto flat = [](auto x, auto slope) {
    return 1000.0 + etad::straight_through(0.0 * x, slope * x);
  };
  CHECK(etad::check_derivatives(flat, etad::wrt<0>)(0.5, 5e-12));
  CHECK(!etad::check_derivatives(flat, etad::wrt<0>)(0.5, 3e-11));
  // Quotients that do not converge do not pass for inexact ones.
  constexpr auto small_jump = [](auto x) {
    using std::floor;
    return x + 0.001 * floor(x);
  };
  CHECK(!etad::check_derivatives(small_jump)(2.0));
}

TEST_CASE("a kink disagrees unless the derivative there is the mean of both sides") {
  const auto at_kink = etad::check_derivatives(positive_part)(0.0);
  CHECK(!at_kink);
  CHECK(at_kink.cause == etad::disagreement_cause::other);
  CHECK(etad::check_derivatives(positive_part)(1e-3));
  CHECK(etad::check_derivatives([](auto x) {
    using std::abs;
    return abs(x);
  })(0.0));
}

TEST_CASE("what is not finite is a disagreement") {
  const auto at_edge = etad::check_derivatives(several)(std::array{0.0, 2.0, 0.3});
  CHECK(!at_edge);
  CHECK(at_edge.row == 1);
  CHECK(at_edge.column == 0);
  CHECK(std::isinf(at_edge.worst_error));
  CHECK(at_edge.difference > 1e3);
  const auto outside = etad::check_derivatives(several)(std::array{-1.0, 2.0, 0.3});
  CHECK(!outside);
  CHECK(outside.row == 1);
  CHECK(std::isnan(outside.difference));
  CHECK(outside.cause == etad::disagreement_cause::not_finite);
}

TEST_CASE("differences find their step: steep, flat, near a pole, far from 1") {
  CHECK(etad::check_derivatives([](auto x) {
    using std::sin;
    return sin(1000.0 * x);
  })(3.3));
  CHECK(etad::check_derivatives([](auto x) {
    using std::log;
    return log(x);
  })(1e-9));
  CHECK(etad::check_derivatives([](auto x) { return 1.0 / (x - 1.0); })(1.01));
  CHECK(etad::check_derivatives([](auto x) { return x * x * 1e-20; })(1e30));
  CHECK(etad::check_derivatives([](auto x) { return x * x; })(0.0));
}

TEST_CASE("at large numbers differences see the scale of the function") {
  constexpr auto wave = [](auto x) {
    using std::sin;
    return x + sin(x);
  };
  for (const double x : {1e5, 1e6, 1e8, 1e10}) CHECK(etad::check_derivatives(wave)(x));
}

TEST_CASE("gradients can be checked, too") {
  CHECK(etad::check_derivatives(etad::gradient(smooth))(0.5, 2.0));
}

// f is smooth, but the rules of its operations at 0 cannot know.
TEST_CASE("second derivatives through a kink of an operation name the cause") {
  constexpr auto kinked = [](auto x) {
    using std::abs;
    return abs(-x * x);
  };
  const auto report = etad::check_derivatives(etad::gradient(kinked))(0.0);
  CHECK(!report);
  CHECK(report.forward == 0.0);
  CHECK(report.difference == doctest::Approx(2.0));
  CHECK(report.cause == etad::disagreement_cause::singular_operation);
  std::ostringstream out;
  out << report;
  CHECK(out.str().find("f is smooth here") != std::string::npos);
  CHECK(etad::check_derivatives(etad::gradient(kinked))(0.5).cause ==
        etad::disagreement_cause::none);
  const auto norm = etad::check_derivatives(etad::gradient([](auto x, auto y) {
    using std::hypot;
    const auto h = hypot(x, y);
    return h * h;
  }))(0.0, 0.0);
  CHECK(!norm);
  CHECK(norm.cause == etad::disagreement_cause::singular_operation);
}

TEST_CASE("number classes are checked in their own precision") {
  using number = boost::multiprecision::cpp_bin_float_50;
  const auto report = etad::check_derivatives(smooth)(number(0.5), number(2));
  CHECK(report);
  CHECK(abs(number(report.forward - report.difference)) < number("1e-30"));
}

TEST_CASE("a report prints as one line") {
  std::ostringstream out;
  out << etad::check_derivatives(jumping)(2.0);
  CHECK(out.str().find("DISAGREE; worst: number 0 of the result by number 0 of argument 0: forward "
                       "1, reverse 1, difference ") != std::string::npos);
  out.str("");
  out << etad::check_derivatives(jumping)(2.25);
  CHECK(out.str().find("derivatives agree; ") == 0);
  CHECK(out.str().find('\n') == std::string::npos);
}

}  // namespace
