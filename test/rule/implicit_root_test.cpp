// SPDX-License-Identifier: MIT
// Implicit functions of one unknown: Kepler's equation against the closed form and against
// differentiation through the iterations, fixed points, solvers of all kinds, higher orders.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <etad/rule/implicit_root.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/products.hpp>

namespace {

constexpr auto residual = [](auto anomaly, auto e, auto mean) {
  using std::sin;
  return anomaly - e * sin(anomaly) - mean;
};
// Newton's method, so many steps that the last ones change nothing.
constexpr auto iterated = [](auto e, auto mean) {
  using std::cos, std::sin;
  auto anomaly = mean + e * sin(mean);
  for (int k = 0; k < 6; ++k) {
    anomaly -= (anomaly - e * sin(anomaly) - mean) / (1.0 - e * cos(anomaly));
  }
  return anomaly;
};
// As it would be written for numbers: how often it loops depends on them.
double solve(double e, double mean) {
  double anomaly = mean;
  for (double step = 1; std::fabs(step) > 1e-15;) {
    step = (anomaly - e * std::sin(anomaly) - mean) / (1 - e * std::cos(anomaly));
    anomaly -= step;
  }
  return anomaly;
}

constexpr auto traced_kepler = etad::implicit_root(residual, iterated);
constexpr auto kepler =
    etad::implicit_root(residual, [](double e, double mean) { return solve(e, mean); });
static_assert(etad::traceable<decltype(traced_kepler), double, double>);
static_assert(!etad::traceable<decltype(kepler), double, double>);

constexpr double e = 0.3, mean = 1.2;

bool near(double a, double b) { return std::fabs(a - b) <= 1e-13 * (1 + std::fabs(b)); }

template <class F>
void check_first_order(const F& f) {
  const double anomaly = solve(e, mean);
  const double by_mean = 1 / (1 - e * std::cos(anomaly));
  const double by_e = std::sin(anomaly) * by_mean;
  const auto [value, slopes] = etad::value_and_gradient(f)(e, mean);
  CHECK(near(value, anomaly));
  CHECK(near(std::get<0>(slopes), by_e));
  CHECK(near(std::get<1>(slopes), by_mean));
  CHECK(near(etad::jvp(f)(e, mean, 2.0, -1.0), 2 * by_e - by_mean));
  CHECK(near(std::get<0>(etad::vjp(f)(e, mean, 3.0)), 3 * by_e));
}
template <class F>
void check_second_order(const F& f) {
  const auto h = etad::hessian(f)(e, mean);
  const auto wanted = etad::hessian(iterated)(e, mean);
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) CHECK(near(h[i][j], wanted[i][j]));
  }
}

}  // namespace

TEST_CASE("Kepler's equation, a solver that is traced") {
  check_first_order(traced_kepler);
  check_second_order(traced_kepler);
}

TEST_CASE("Kepler's equation, any solver") {
  check_first_order(kepler);
  check_second_order(kepler);
  const double stored = solve(e, mean);
  const auto recalled = etad::implicit_root(residual, [&](double, double) { return stored; });
  CHECK(near(std::get<1>(etad::gradient(recalled)(e, mean)), 1 / (1 - e * std::cos(stored))));
}

TEST_CASE("an implicit function inside another function") {
  constexpr auto radius = [](auto ecc, auto m) {
    using std::cos;
    return 1.0 - ecc * cos(traced_kepler(ecc, m));
  };
  constexpr auto through = [](auto ecc, auto m) {
    using std::cos;
    return 1.0 - ecc * cos(iterated(ecc, m));
  };
  const auto [by_e, by_mean] = etad::gradient(radius)(e, mean);
  const auto [wanted_e, wanted_mean] = etad::gradient(through)(e, mean);
  CHECK(near(by_e, wanted_e));
  CHECK(near(by_mean, wanted_mean));
}

TEST_CASE("the value is what the solver returns, in its type") {
  CHECK(traced_kepler(e, mean) == iterated(e, mean));
  CHECK(etad::value_and_gradient(traced_kepler)(e, mean).value == iterated(e, mean));
  CHECK(std::is_same_v<decltype(kepler(0.3F, 1.2F)), float>);
}

TEST_CASE("a fixed point, orders 1 to 3") {
  constexpr auto step = [](auto x, auto a) { return 0.5 * (x + a / x); };
  constexpr auto square_root = etad::fixed_point(step, [](double a) { return std::sqrt(a); });
  constexpr auto traced_root = etad::fixed_point(step, [](auto a) {
    auto x = 0.5 + 0.5 * a;
    for (int k = 0; k < 6; ++k) x = 0.5 * (x + a / x);
    return x;
  });
  CHECK(near(etad::derivative(square_root)(2.0), 0.5 / std::sqrt(2.0)));
  CHECK(near(etad::derivative<2>(square_root)(2.0), -0.125 / std::sqrt(2.0)));
  CHECK(near(etad::derivative<3>(square_root)(2.0), 0.375 * std::pow(2.0, -2.5)));
  CHECK(near(etad::derivative(traced_root)(2.0), 0.5 / std::sqrt(2.0)));
  CHECK(near(etad::derivative<3>(traced_root)(2.0), 0.375 * std::pow(2.0, -2.5)));
  static_assert(etad::derivative(traced_root)(4.0) == 0.25);
}
