// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/show/formula_text.hpp>
#include <sstream>

using etad::arg;
using etad::derivative;
using etad::to_text;

TEST_CASE("a formula is printed as it was written") {
  CHECK(to_text(sin(arg<0> * arg<1>) + exp(arg<0>)) == "sin(x0 * x1) + exp(x0)");
  CHECK(to_text(arg<0> - (arg<1> - 2) * 0.5) == "x0 - (x1 - 2) * 0.5");
  CHECK(to_text((arg<0> - arg<1>)-2.5 / (3 * -arg<2>)) == "x0 - x1 - 2.5 / (3 * -x2)");
  CHECK(to_text(-(arg<0> + arg<1>)) == "-(x0 + x1)");
  CHECK(to_text(pow(arg<0>, -2) * hypot(arg<0>, arg<1>, 1)) == "pow(x0, -2) * hypot(x0, x1, 1)");
  CHECK(to_text(select(arg<0> > 1 && !(arg<1> == 2), arg<0>, etad::constant<7>)) ==
        "select(x0 > 1 && !(x1 == 2), x0, 7)");
  CHECK(to_text(max(arg<0>, 0.1) + fma(arg<0>, arg<1>, 1e-300)) ==
        "max(x0, 0.1) + fma(x0, x1, 1e-300)");
  CHECK(to_text(select(isfinite(arg<0>), 1.0, arg<0>)) == "select(isfinite(x0), 1, x0)");
}

TEST_CASE("a derivative is printed from its program") {
  const auto f = sin(arg<0> * arg<1>) + exp(arg<0>);
  CHECK(to_text(derivative<0>(f)) == "exp(x0) + x1 * cos(x0 * x1)");
  CHECK(to_text(derivative<1>(f)) == "x0 * cos(x0 * x1)");
  CHECK(to_text(derivative<1>(0.5 * f)) == "0.5 * (x0 * cos(x0 * x1))");
  CHECK(to_text(derivative<0>(arg<0> * exp(arg<0> * sin(arg<1>)))) ==
        "t1 = exp(x0 * sin(x1))\nt1 + x0 * (sin(x1) * t1)");
  std::ostringstream out;
  out << derivative(arg<0> * arg<0>) + 3;
  CHECK(out.str() == "3 + (x0 + x0)");
}
