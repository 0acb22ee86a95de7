// SPDX-License-Identifier: MIT
// Functions that the compiler cannot look into, called in traced functions: every mode and order against
// the library's own functions.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <etad/check/derivative_report_io.hpp>
#include <etad/etad.hpp>
#include <tuple>
#include <type_traits>
#include <vector>

namespace {

// Functions of another library: Bessel's of the first kind, whose rules call each other.
struct slope_of_bessel0 {
  template <class T>
  constexpr T operator()(const T& x) const;
};
struct slope_of_bessel1 {
  template <class T>
  constexpr T operator()(const T& x) const;
};
constexpr auto bessel0 =
    etad::custom_derivative([](double x) { return std::cyl_bessel_j(0.0, x); }, slope_of_bessel0{});
constexpr auto bessel1 = etad::custom_derivative(
    etad::opaque([](const auto& x) { return std::cyl_bessel_j(decltype(x + x)(1), x); }),
    slope_of_bessel1{});
template <class T>
constexpr T slope_of_bessel0::operator()(const T& x) const {
  return -bessel1(x);
}
template <class T>
constexpr T slope_of_bessel1::operator()(const T& x) const {
  return bessel0(x) - bessel1(x) / x;
}

double bessel(int order, double x) { return std::cyl_bessel_j(static_cast<double>(order), x); }
bool near(double a, double b) { return std::fabs(a - b) <= 1e-13 * (1 + std::fabs(b)); }

constexpr auto wave = [](auto r, auto t) {
  using std::cos;
  return bessel0(r) * cos(t);
};
const double bessel_0 = bessel(0, 1.5), bessel_1 = bessel(1, 1.5);
const double bessel_2 = bessel(2, 1.5), bessel_3 = bessel(3, 1.5);

// A table that is filled at run time; its slope is a table, too.
std::vector<double> heights;
constexpr auto slope_at = etad::custom_derivative(
    [](double x) {
      return heights[static_cast<std::size_t>(x) + 1] - heights[static_cast<std::size_t>(x)];
    },
    [](auto) { return 0.0; });
constexpr auto height_at = etad::custom_derivative(
    [](double x) {
      const auto k = static_cast<std::size_t>(x);
      return heights[k] + (x - static_cast<double>(k)) * (heights[k + 1] - heights[k]);
    },
    [](auto x) { return slope_at(x); });

// u^v with the rule that uses the value; infinite slope by v at u = 0.
struct power_value {
  double operator()(double u, double v) const { return std::pow(u, v); }
};
constexpr auto power =
    etad::custom_derivative(power_value{}, [](const auto& u, const auto& v, const auto& value) {
      using std::log;
      return std::tuple(v * value / u, log(u) * value);
    });

constexpr auto cube =
    etad::custom_derivative([](double x) { return x * x * x; }, [](auto x) { return 3.0 * x * x; });

}  // namespace

TEST_CASE("orders 1 to 3") {
  static_assert(etad::traceable<decltype(bessel0), double>);
  CHECK(etad::derivative(bessel0)(1.5) == -bessel_1);
  CHECK(near(etad::derivative<2>(bessel0)(1.5), (bessel_2 - bessel_0) / 2));
  CHECK(near(etad::derivative<3>(bessel0)(1.5), (3 * bessel_1 - bessel_3) / 4));
  CHECK(
      near(etad::derivative<3>(bessel1)(1.5), (4 * bessel_2 - 3 * bessel_0 - bessel(4, 1.5)) / 8));
  CHECK(near(etad::derivative<3>(etad::opaque(bessel0))(1.5), (3 * bessel_1 - bessel_3) / 4));
}

TEST_CASE("every mode") {
  const double by_r = -bessel_1 * std::cos(0.5), by_t = -bessel_0 * std::sin(0.5);
  const auto check = [&](const auto& jacobian) {
    const auto j = jacobian(1.5, 0.5);
    CHECK(near(j(0, 0), by_r));
    CHECK(near(j(0, 1), by_t));
  };
  check(etad::jacobian(wave));
  check(etad::jacobian(wave, etad::forward));
  check(etad::jacobian(wave, etad::reverse));
  check(etad::jacobian(wave, etad::elimination));
  const auto [value, slopes] = etad::value_and_gradient(wave)(1.5, 0.5);
  CHECK(value == bessel_0 * std::cos(0.5));
  CHECK(near(std::get<0>(slopes), by_r));
  CHECK(near(etad::jvp(wave)(1.5, 0.5, 2.0, 0.0), 2 * by_r));
  CHECK(near(std::get<1>(etad::vjp(wave)(1.5, 0.5, 3.0)), 3 * by_t));
  CHECK(etad::check_derivatives(wave)(1.5, 0.5));
}

TEST_CASE("second order") {
  const auto h = etad::hessian(wave)(1.5, 0.5);
  CHECK(near(h(0, 0), (bessel_2 - bessel_0) / 2 * std::cos(0.5)));
  CHECK(near(h(1, 0), bessel_1 * std::sin(0.5)));
  CHECK(h(0, 1) == h(1, 0));
  CHECK(near(h(1, 1), -bessel_0 * std::cos(0.5)));
  const auto product = etad::hvp(wave)(1.5, 0.5, 1.0, 0.0);
  CHECK(near(std::get<1>(product), bessel_1 * std::sin(0.5)));
}

TEST_CASE("float and long double") {
  CHECK(std::is_same_v<decltype(etad::derivative(bessel1)(1.5F)), float>);
  CHECK(std::fabs(etad::derivative(bessel1)(1.5F) - static_cast<float>(bessel_0 - bessel_1 / 1.5)) <
        1e-6F);
  const long double wanted = -std::cyl_bessel_j(1.0L, 1.5L);
  CHECK(std::fabs(etad::derivative(bessel0)(1.5L) - wanted) < 1e-18L);
}

TEST_CASE("a table that is known at run time") {
  heights = {0.0, 1.0, 4.0, 9.0};
  constexpr auto f = [](auto x, auto y) { return x > 1.0 ? height_at(x) * y : y; };
  const auto g = etad::gradient(f)(2.5, 2.0);
  CHECK(std::get<0>(g) == 10.0);
  CHECK(std::get<1>(g) == 6.5);
  CHECK(etad::hessian(f)(2.5, 2.0)(0, 1) == 5.0);
  heights[3] = 6.0;
  CHECK(std::get<0>(etad::gradient(f)(2.5, 2.0)) == 4.0);
  CHECK(std::get<0>(etad::gradient(f)(0.5, 2.0)) == 0.0);
  // The table has no entry for this point: the branch is not taken.
  CHECK(std::get<1>(etad::gradient(f)(-50.0, 2.0)) == 1.0);
}

TEST_CASE("two arguments, a rule with the value, singular points") {
  const auto [u, v] = etad::gradient(power)(2.0, 3.0);
  CHECK(near(u, 12.0));
  CHECK(near(v, 8 * std::log(2.0)));
  const auto h = etad::hessian(power)(2.0, 3.0);
  CHECK(near(h(0, 0), 12.0));
  CHECK(near(h(0, 1), 4 + 12 * std::log(2.0)));
  CHECK(near(h(1, 1), 8 * std::log(2.0) * std::log(2.0)));
  // The slope of the root is infinite at 0, but nothing depends on it.
  constexpr auto f = [](auto x, auto y) { return power(0.0 * x, 0.5) * 0.0 + x * y; };
  CHECK(etad::gradient(f)(2.0, 3.0) == std::tuple{3.0, 2.0});
  constexpr auto root = [](auto x) { return power(x, 0.5); };
  CHECK(etad::jvp(root)(0.0, 0.0) == 0.0);
  CHECK(std::isnan(etad::derivative(root)(0.0)));
}

TEST_CASE("patterns and sparse derivatives") {
  constexpr auto f = [](const auto& x) {
    return std::array{bessel0(x[0]), x[1] * power(x[2], x[0]), cube(x[1])};
  };
  const std::array x{1.5, 3.0, 2.0};
  const auto sparse = etad::sparse_jacobian(f)(x);
  CHECK(sparse.values.size() == 5);
  const auto dense = etad::jacobian(f)(x);
  CHECK(dense(0, 0) == -bessel_1);
  CHECK(near(dense(1, 2), 3 * 1.5 * std::sqrt(2.0)));
  CHECK(dense(2, 1) == 27.0);
  CHECK(dense(2, 2) == 0.0);
}

TEST_CASE("within other verbs, in lanes and in constant expressions") {
  constexpr auto nested = [](auto x) { return etad::derivative(bessel0)(x) * x; };
  static_assert(etad::traceable<decltype(nested), double>);
  CHECK(near(etad::derivative(nested)(1.5), -bessel_1 - 1.5 * (bessel_0 - bessel_1 / 1.5)));
  constexpr auto many = [](const auto& x) {
    auto y = x;
    for (std::size_t i = 0; i < 4; ++i) y[i] = bessel0(x[i] * x[3 - i]) * x[(i + 1) % 4];
    return y;
  };
  constexpr std::array x{1.0, 2.0, 3.0, 4.0};
  const auto packed = etad::jacobian(many, etad::lanes)(x);
  const auto duals = etad::jacobian(etad::opaque(many))(x);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) CHECK(near(packed(i, j), duals(i, j)));
  }
  constexpr auto square_of_cube = [](auto u) { return cube(u) * cube(u); };
  static_assert(etad::derivative(square_of_cube)(2.0) == 192.0);
  // What has no function for a number type runs on duals.
  static_assert(!etad::traceable<decltype(nested), etad::dual<double, 1>>);
}

TEST_CASE("rules that are no programs leave the function to dual numbers") {
  constexpr auto f = etad::custom_derivative([](double x) { return std::sin(x); },
                                             [](double x) { return std::cos(x); });
  static_assert(!etad::traceable<decltype(f), double>);
  CHECK(etad::derivative(f)(1.0) == std::cos(1.0));
}
