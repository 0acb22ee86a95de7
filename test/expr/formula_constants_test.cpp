// SPDX-License-Identifier: MIT
// Subexpressions that hold run-time constants: equal types, whose constants may be equal or not.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <etad/ir/statistics.hpp>
#include <etad/verb/formula_derivative.hpp>
#include <etad/verb/gradient.hpp>

namespace {

using etad::arg;
using etad::traced;
namespace cx = etad::cx;
using namespace etad::detail;

// t / (1 + t) + t with t = exp(-k x), and the same with a constant of its own in each t.
constexpr auto reused = [](auto x, double k) {
  const auto t = exp(-k * x);
  return t / (1.0 + t) + t;
};
constexpr auto different = [](auto x, double k, double l, double m) {
  return exp(-k * x) / (1.0 + exp(-l * x)) + exp(-m * x);
};
using formula_type = decltype(reused(arg<0>, 1.0));
static_assert(std::same_as<formula_type, decltype(different(arg<0>, 1.0, 2.0, 3.0))>);

using node = formula_type::node;
static_assert(node_facts<node>::constants == 4 && distinct_constants<node> == 2);
static_assert(constant_origins<node> == std::array{0, 1, 0, 0});
static_assert(constant_places<node> == std::array{0, 1, 0, 0});

template <bool Merged>
constexpr int exponentials() {
  using body = formula_body<node, Merged>;
  using constants = std::array<traced, static_cast<std::size_t>(body::constants)>;
  return statistics_of(trace<body, traced, constants>(body{})).count(opcode::exp);
}
static_assert(exponentials<true>() == 1 && exponentials<false>() == 3);

// As exact as the formula written out for plain numbers.
constexpr bool close(double x, double y) {
  const double scale = y < 0 ? -y : y;
  return x - y <= 1e-15 * scale && y - x <= 1e-15 * scale;
}
constexpr bool values() {
  const double e = cx::exp(-0.5);
  bool ok = close(reused(arg<0>, 2.0)(0.25), e / (1.0 + e) + e);
  const double f = cx::exp(-0.75);
  const double g = cx::exp(-1.25);
  ok = ok && close(different(arg<0>, 2.0, 3.0, 5.0)(0.25), e / (1.0 + f) + g);
  ok = ok && close(etad::derivative(reused(arg<0>, 2.0))(0.25),
                   -2.0 * e / ((1.0 + e) * (1.0 + e)) - 2.0 * e);
  return ok && close(etad::derivative(different(arg<0>, 2.0, 3.0, 5.0))(0.25),
                     (-2.0 * e * (1.0 + f) + 3.0 * e * f) / ((1.0 + f) * (1.0 + f)) - 5.0 * g);
}
static_assert(values());

// 0 and -0 are not the same constant.
constexpr bool zeros() {
  constexpr auto two = [](double a, double b) { return 1.0 / (a / arg<0>)+1.0 / (b / arg<0>); };
  using sum = decltype(two(0.0, 0.0))::node;
  return distinct_constants<sum> == 2 && is_identical(0.0, 0.0) && !is_identical(0.0, -0.0);
}
static_assert(zeros());

// Only cheap operations: no second program for 2 x and 3 x.
static_assert(distinct_constants<decltype(2.0 * arg<0> * arg<0> + 3.0 * arg<0>)::node> == 2);

}  // namespace

TEST_CASE("equal constants are merged when they are equal") {
  CHECK(values());
  CHECK(zeros());
  for (const double k : {0.5, 1.0, 2.0}) {
    CHECK(reused(arg<0>, k)(0.75) == different(arg<0>, k, k, k)(0.75));
    CHECK(different(arg<0>, k, 1.0, 3.0)(0.75) ==
          std::exp(-k * 0.75) / (1.0 + std::exp(-0.75)) + std::exp(-3.0 * 0.75));
  }
}
