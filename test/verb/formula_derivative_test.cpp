// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <etad/verb/formula_derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <tuple>

namespace {

using etad::arg;
using etad::derivative;

constexpr auto f = 3.0 * arg<0> * arg<0> * arg<1> + sin(arg<1>);
constexpr auto fx = derivative<0>(f);

constexpr bool first_and_higher() {
  bool ok = fx(2.0, 3.0) == 36.0;
  ok = ok && derivative<0>(fx)(2.0, 3.0) == 18.0 && derivative<1>(fx)(2.0, 3.0) == 12.0;
  ok = ok && derivative<1>(f)(2.0, 0.0) == 13.0;
  // Constants of its own, one argument: no index.
  constexpr auto square = 0.5 * arg<0> * arg<0>;
  ok = ok && derivative(square)(3.0) == 3.0 && derivative(derivative(square))(3.0) == 1.0;
  // Another argument plays no part.
  return ok && derivative<2>(f)(2.0, 3.0, 4.0) == 0.0;
}

constexpr bool part_of_formulas() {
  bool ok = (2.0 * fx + arg<1>)(2.0, 3.0) == 75.0;
  ok = ok && derivative<1>(fx * fx)(2.0, 3.0) == 2 * 36.0 * 12.0;
  // g(t) = 6 (2t) t, with constants before, in and behind the derivative.
  constexpr auto g = 1.0 + fx(2.0 * arg<0>, arg<0>) - 0.25;
  ok = ok && g(3.0) == 108.75 && derivative(g)(3.0) == 72.0;
  return ok &&
         etad::gradient(derivative<0>(sin(arg<0> * arg<1>)))(0.0, 3.0) == std::tuple{0.0, 1.0};
}

// The derivative of other callables still counts orders.
constexpr bool orders() {
  constexpr auto cube = [](auto x) { return x * x * x; };
  return derivative<2>(cube)(3.0) == 18.0 && derivative(cube)(3.0) == 27.0;
}

}  // namespace

static_assert(first_and_higher());
static_assert(part_of_formulas());
static_assert(orders());

TEST_CASE("the derivative of a formula is a formula") {
  CHECK(first_and_higher());
  CHECK(part_of_formulas());
  CHECK(orders());
  CHECK(derivative<1>(f)(2.0, 0.75) == 12.0 + std::cos(0.75));
}
