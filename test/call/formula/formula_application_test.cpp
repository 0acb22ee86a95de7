// SPDX-License-Identifier: MIT
// Verbs inside formulas and closures.
#include <doctest/doctest.h>

#include <array>
#include <etad/show/formula_text.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <tuple>

namespace {

using etad::arg;
using etad::detail::formula_callable;

constexpr auto cube = [](auto x) { return x * x * x; };
constexpr auto product = [](auto x, auto y) { return x * x * y; };

// Of traced callables and of formulas, with and without constants.
constexpr bool in_formulas() {
  constexpr auto a = 2.0 * etad::derivative(cube)(arg<0> * arg<1>) + arg<1>;
  bool ok = a(2.0, 1.0) == 25.0;
  constexpr auto b = std::get<1>(etad::gradient(product)(arg<0>, 3.0 * arg<0>));
  ok = ok && b(2.0) == 4.0 && etad::derivative(b)(2.0) == 4.0;
  constexpr auto scaled = 2.0 * arg<0> * arg<0> * arg<1>;
  constexpr auto c = std::get<0>(etad::gradient(scaled)(arg<1>, arg<0> + 1.0));
  return ok && c(2.0, 5.0) == 60.0 && etad::derivative<0>(c)(2.0, 5.0) == 20.0;
}
static_assert(in_formulas());

// One Newton step for k x^3 = 0 and its derivative, 1 - k/3.
constexpr bool in_closures() {
  const double k = 2.0;
  const auto step = [k](auto x) { return x - k * cube(x) / etad::derivative(cube)(x); };
  const double slope = etad::derivative(step)(2.0);
  return formula_callable<decltype(step), double> && slope - 1.0 / 3 < 1e-15 &&
         1.0 / 3 - slope < 1e-15;
}
static_assert(in_closures());

}  // namespace

TEST_CASE("derivatives are part of formulas") {
  CHECK(in_formulas());
  CHECK(in_closures());
  CHECK(etad::to_text(etad::derivative(cube)(arg<0>) + 1.0).find("x0") != std::string::npos);
}

TEST_CASE("closures take derivatives of functions of several numbers and of closures in them") {
  const double k = 2.0;
  const auto curvature = [k](auto x, auto y) { return k * etad::hessian(product)(x, y)(0, 1) * y; };
  const auto [dx, dy] = etad::gradient(curvature)(3.0, 5.0);  // 2 k x y
  CHECK(dx == 20.0);
  CHECK(dy == 12.0);
  const auto nested = [k](auto x) {
    const auto inner = [&](auto y) { return k * x * y * y; };
    return etad::derivative(inner)(x);
  };
  CHECK(etad::derivative(nested)(3.0) == 24.0);
}
