// SPDX-License-Identifier: MIT
// Volatile arguments: read once, and results are of the plain type.
#include <doctest/doctest.h>

#include <array>
#include <concepts>

#include <etad/verb/derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/products.hpp>

namespace {

constexpr auto cube = [](const auto& x) { return x * x * x; };
constexpr auto product = [](const auto& x, const auto& y) { return x * y[0] * y[1]; };

}  // namespace

TEST_CASE("volatile numbers are arguments like others") {
  volatile double x = 2.0;
  volatile float z = 2.0f;
  const std::array<double, 2> y{3.0, 5.0};
  const auto slope = etad::derivative(cube)(x);
  static_assert(std::same_as<decltype(etad::derivative(cube)(x)), double>);
  static_assert(std::same_as<decltype(etad::derivative(cube)(z)), float>);
  CHECK(slope == 12.0);
  CHECK(etad::derivative(cube)(z) == 12.0f);
  const auto [dx, dy] = etad::gradient(product)(x, y);
  CHECK(dx == 15.0);
  CHECK(dy == std::array<double, 2>{10.0, 6.0});
  const auto [value, slopes] = etad::value_and_gradient(product)(x, y);
  CHECK(value == 30.0);
  CHECK(std::get<0>(slopes) == 15.0);
}
