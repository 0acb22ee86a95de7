// SPDX-License-Identifier: MIT
// Stated derivatives in lanes: what a call at each point gives, singular points and points of functions
// that cannot be traced among them.
#include <doctest/doctest.h>
#include <etad/batch/sum_over.hpp>
#include <etad/batch/vmap.hpp>
#include <etad/rule/custom_derivative.hpp>
#include <etad/verb/gradient.hpp>

#include <array>
#include <cmath>
#include <tuple>
#include <vector>

namespace {

// The slope of the root is infinite at 0; other sides of branches must not see that.
constexpr auto root = etad::custom_derivative(
    [](auto x) {
      using std::sqrt;
      return sqrt(x);
    },
    [](auto, auto value) { return 0.5 / value; });
constexpr auto mixed = [](auto x, auto y) {
  return x > 1.0 ? root(x) * y : etad::straight_through(floor(4.0 * y), y) * root(x * x);
};
constexpr auto bessel =
    etad::custom_derivative([](double x) { return std::cyl_bessel_j(0.0, x); },
                            [](double x) { return -std::cyl_bessel_j(1.0, x); });
constexpr auto opaque = [](auto x, auto y) { return bessel(x) * y; };

template <class T, class F>
void check_points(const F& f) {
  std::vector<T> x, y;
  for (int k = 0; k < 19; ++k) {
    x.push_back(k % 5 == 2 ? T(0) : T(0.2) * static_cast<T>(k));
    y.push_back(T(1) - T(0.3) * static_cast<T>(k));
  }
  const auto slopes = etad::vmap(etad::gradient(f))(x, y);
  for (std::size_t k = 0; k < x.size(); ++k) {
    const auto [dx, dy] = etad::gradient(f)(x[k], y[k]);
    const auto [got_x, got_y] = slopes[k];
    CHECK(((got_x == dx) || (got_x != got_x && dx != dx)));
    CHECK(got_y == dy);
  }
}

}  // namespace

TEST_CASE("points in lanes") {
  check_points<double>(mixed);
  check_points<float>(mixed);
  check_points<double>(opaque);
}

TEST_CASE("a sum over data") {
  constexpr auto kernel = [](const auto& p, auto y) {
    const auto r = root(p[0] * y) - p[1];
    return r * r;
  };
  const std::vector<double> rows{1.0, 2.0, 4.0, 0.5, 3.0};
  const std::array p{1.5, 1.0};
  const auto g = etad::sum_over(kernel).gradient(p, rows);
  std::array<double, 2> wanted{};
  for (const double y : rows) {
    const double r = std::sqrt(p[0] * y) - p[1];
    wanted[0] += r * std::sqrt(y / p[0]);
    wanted[1] -= 2 * r;
  }
  CHECK(std::fabs(g[0] - wanted[0]) < 1e-13);
  CHECK(std::fabs(g[1] - wanted[1]) < 1e-13);
}
