// SPDX-License-Identifier: MIT
// Arguments that a callable takes as they are, such as `int n`, and that are left out of wrt.
#include <doctest/doctest.h>

#include <array>
#include <concepts>
#include <etad/check.hpp>
#include <etad/etad.hpp>
#include <etad/explain.hpp>
#include <map>
#include <memory>
#include <span>
#include <string>
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

/// What no header of etad's knows, and what cannot be copied.
struct config {
  std::vector<double> scales;
  int power;
  std::unique_ptr<int> unused = nullptr;
};
/// scale * x[0] * x[1]^power
constexpr auto scaled = [](const auto& x, const config& c) {
  auto product = x[0] * c.scales[0];
  for (int k = 0; k < c.power; ++k) product *= x[1];
  return product;
};
enum class unit { metre, kilometre };

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

TEST_CASE("a structure that etad does not know") {
  const config c{{2.0}, 2};
  const std::array x{2.0, 3.0};
  CHECK(etad::gradient(scaled, wrt<0>)(x, c) == std::array{18.0, 24.0});
  // What has no numbers has no say in the scalar type, nor has a whole number.
  static_assert(std::same_as<decltype(etad::gradient(scaled, wrt<0>)(std::array{2.0F, 3.0F}, c)),
                             std::array<float, 2>>);
  static_assert(std::same_as<decltype(etad::derivative(power, wrt<0>)(2.0F, 3)), float>);
  CHECK(etad::hessian(scaled, wrt<0>)(x, c)(1, 0) == 12.0);
  CHECK(etad::hvp(scaled, wrt<0>)(x, c, std::array{1.0, 0.0}) == std::array{0.0, 12.0});
  CHECK(etad::vjp(scaled, wrt<0>)(x, c, 2.0) == std::array{36.0, 48.0});
  CHECK(etad::check_derivatives(scaled, wrt<0>)(x, c).ok);
  CHECK(etad::road_of<std::array<double, 2>, config>(etad::gradient(scaled, wrt<0>)) ==
        etad::road::duals);
}

TEST_CASE("the same beside vectors") {
  const config c{{2.0}, 2};
  const std::vector x{2.0, 3.0};
  const auto g = etad::value_and_gradient(scaled, wrt<0>);
  CHECK(etad::gradient(scaled, etad::reverse, wrt<0>)(x, c) == std::vector{18.0, 24.0});
  std::array<double, 1> value{};
  std::array<double, 2> slopes{};
  etad::workspace memory;
  g(x, c, std::span<double>(value), std::span<double>(slopes), memory);
  CHECK((value[0] == 36.0 && slopes == std::array{18.0, 24.0}));
  CHECK(etad::road_of<std::vector<double>, config>(g).why_not_recorded == etad::obstacle::none);
}

TEST_CASE("text, tables, enumerations, pointers, functions and rows of rows") {
  // A second number of the type of the first is one of etad's, too.
  const auto f = []<class T>(T x, T y, const std::string& name, const auto& table, unit u,
                             const double* shift, const auto& g,
                             const std::vector<std::vector<double>>& rows) {
    T z = x * y * table.at(name) + *shift;
    if (u == unit::kilometre) z *= 1000.0;
    return g(z) * rows[0][1];
  };
  const double shift = 1.0;
  const std::vector<std::vector<double>> rows{{0.0, 2.0}};
  const auto square = [](auto z) { return z * z; };
  const std::map<std::string, double> table{{"a", 3.0}};
  const auto slope = etad::derivative(f, wrt<0>);
  CHECK(slope(2.0, 1.0, std::string("a"), table, unit::metre, &shift, square, rows) == 84.0);
}

TEST_CASE("a class of vectors that calculates like numbers is data beside other numbers") {
  struct arrow {
    double x, y;
    explicit constexpr arrow(double both) : x(both), y(both) {}
    constexpr arrow operator+(const arrow& b) const { return arrow(x + b.x); }
    constexpr arrow operator*(const arrow& b) const { return arrow(x * b.x); }
  };
  constexpr auto along = [](auto x, const arrow& a) { return x * x * a.y; };
  static_assert(etad::derivative(along, wrt<0>)(3.0, arrow(2.0)) == 12.0);
}
