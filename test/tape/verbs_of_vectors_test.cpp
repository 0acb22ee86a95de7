// SPDX-License-Identifier: MIT
// Verbs of run-time size on variables of a tape: first and second order, in either mode.
#include <span>
#include <vector>

#include <etad/etad.hpp>
#include <etad/tape.hpp>

#include <doctest/doctest.h>

using real = etad::variable<double>;

TEST_CASE("verbs of vectors of variables are recorded") {
  // x^3 y + y^2
  const auto f = [](const auto& v) { return v[0] * v[0] * v[0] * v[1] + v[1] * v[1]; };
  etad::tape<double> tape;
  const std::vector<real> x = tape.variables(std::vector{2.0, 3.0});

  const auto forward = etad::gradient(f)(x);
  CHECK(tape.gradient(forward[0], x) == std::vector{36.0, 12.0});
  const auto reverse = etad::gradient(f, etad::reverse)(x);
  CHECK(reverse[0].value() == 36.0);
  CHECK(tape.gradient(reverse[0], x) == std::vector{36.0, 12.0});

  const auto hessian = etad::hessian(f)(x);
  CHECK(hessian(0, 0).value() == 36.0);
  CHECK(tape.gradient(hessian(0, 0), x) == std::vector{18.0, 12.0});
  const auto along = tape.variables(std::vector{1.0, 5.0});
  const auto product = etad::hvp(f)(x, along);
  CHECK(product[0].value() == 96.0);
  // 6 x y + 3 x^2 5, and the row of the Hessian.
  CHECK(tape.gradient(product[0], x) == std::vector{78.0, 12.0});
  CHECK(tape.gradient(product[0], along) == std::vector{36.0, 12.0});
}
