// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>
#include <etad/io.hpp>

#include <doctest/doctest.h>

#include <array>
#include <iomanip>
#include <sstream>
#include <vector>

namespace {

template <class A>
std::string text_of(const A& a, int precision = 6) {
  std::ostringstream out;
  out << std::setprecision(precision) << a;
  return out.str();
}

constexpr auto g = [](const auto& x) { return std::array{x[0] * x[1], x[0] / x[1]}; };
constexpr auto f = [](const auto& x, const auto& y) { return x[0] * y + x[1] * x[1]; };

}  // namespace

TEST_CASE("matrices") {
  CHECK(text_of(etad::jacobian(g)(std::array{1.0, 3.0}), 3) == "     3      1\n 0.333 -0.111");
  CHECK(text_of(etad::jacobian(g)(std::vector{1.0, 2.0})) == "    2     1\n  0.5 -0.25");
  CHECK(text_of(etad::dynamic_matrix<double>()).empty());
  CHECK(text_of(etad::sparse_jacobian(g)(std::array{1.0, 2.0})) ==
        "(0, 0) 2\n(0, 1) 1\n(1, 0) 0.5\n(1, 1) -0.25");
  CHECK(text_of(etad::sparse_hessian([](const auto& x) { return x[0] * x[2]; })(
            std::vector{1.0, 2.0, 3.0})) == "(0, 2) 1\n(2, 0) 1");
}

TEST_CASE("structures") {
  CHECK(text_of(etad::value_and_gradient(f)(std::array{1.0, 2.0}, 3.0)) ==
        "value = 7\ngradient = ([3, 4], 1)");
  CHECK(text_of(etad::value_and_jacobian(g)(std::array{1.0, 2.0})) ==
        "value = [2, 0.5]\njacobian =\n    2     1\n  0.5 -0.25");
  CHECK(text_of(etad::value_and_jvp(g)(std::array{1.0, 2.0}, std::array{1.0, 0.0})) ==
        "value = [2, 0.5]\njvp = [2, 0.5]");
}

TEST_CASE("what has no operator of its own") {
  CHECK(text_of(etad::shown(etad::gradient(f)(std::array{1.0, 2.0}, 3.0))) == "([3, 4], 1)");
  CHECK(text_of(etad::shown(etad::hessian(f)(std::array{1.0, 2.0}, 3.0))) ==
        "0 0\n0 2\n\n1\n0\n\n1 0\n\n0");
  CHECK(text_of(etad::shown(1.5)) == "1.5");
  CHECK(text_of(etad::shown(std::vector<double>{})) == "[]");
}

#if defined(__cpp_lib_format)
TEST_CASE("std::format") {
  CHECK(std::format("{:.2f}", etad::jacobian(g)(std::array{1.0, 2.0})) ==
        " 2.00  1.00\n 0.50 -0.25");
}
#endif
