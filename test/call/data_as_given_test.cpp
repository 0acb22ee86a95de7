// SPDX-License-Identifier: MIT
// Arguments that a callable takes as they are, such as `int n`, and that are left out of wrt.
#include <doctest/doctest.h>

#include <array>
#include <etad/check.hpp>
#include <etad/etad.hpp>
#include <etad/explain.hpp>
#include <span>
#include <vector>

namespace {

using etad::wrt;

constexpr auto power = [](auto x, int n) {
  auto y = x;
  for (int k = 1; k < n; ++k) y = y * x;
  return y;
};
/// Squares of the distances from data.
constexpr auto distances = [](const auto& x, const std::vector<double>& data) {
  auto sum = 0 * x[0];
  for (const double each : data) sum += (x[0] - each) * (x[0] - each) * x[1];
  return sum;
};

}  // namespace

TEST_CASE("whole numbers that a callable takes as they are") {
  static_assert(etad::derivative(power, wrt<0>)(3.0, 2) == 6.0);
  CHECK(etad::gradient(power, wrt<0>)(3.0, 2) == 6.0);
  CHECK(etad::hessian(power, wrt<0>)(3.0, 3)(0, 0) == 18.0);
  CHECK(etad::jvp(power, wrt<0>)(3.0, 3, 2.0) == 54.0);
  CHECK(etad::vjp(power, wrt<0>)(3.0, 3, 2.0) == 54.0);
  CHECK(etad::derivative(etad::derivative(power, wrt<0>), wrt<0>)(3.0, 3) == 18.0);
  CHECK(etad::gradient(etad::opaque(power), wrt<0>)(3.0, 2) == 6.0);
  CHECK(etad::check_derivatives(power, wrt<0>)(1.5, 3).ok);
  std::array<double, 1> value{}, slope{};
  etad::value_and_gradient(power, wrt<0>)(3.0, 3, std::span<double>(value),
                                          std::span<double>(slope));
  CHECK((value[0] == 27.0 && slope[0] == 27.0));
  const auto report = etad::road_of<double, int>(etad::gradient(power, wrt<0>));
  CHECK(report.taken == etad::road::duals);
  CHECK(report.why_not_traced == etad::obstacle::not_generic);
}

TEST_CASE("containers that a callable takes as they are") {
  const auto g = etad::gradient(distances, wrt<0>);
  CHECK(g(std::array{1.0, 2.0}, std::vector{0.0, 3.0}) == std::array{-4.0, 5.0});
  CHECK(g(std::vector{1.0, 2.0}, std::vector{0.0, 3.0}) == std::vector{-4.0, 5.0});
  const auto report = etad::road_of<std::vector<double>, std::vector<double>>(g);
  CHECK(report.why_not_recorded == etad::obstacle::none);
}
