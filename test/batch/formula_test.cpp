// SPDX-License-Identifier: MIT
// Formulas and closures in batches: programs in lanes that read their constants at each call.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <etad/batch/sum_over.hpp>
#include <etad/call/opaque.hpp>
#include <etad/verb/products.hpp>
#include <tuple>
#include <vector>

namespace {

using etad::arg;
using etad::detail::batch_formula;

const std::vector<double> x{0.25, 1.0, -2.0, 0.5, 3.0};
const std::vector<double> y{2.0, -1.0, 0.75, 4.0, 0.125};

auto wave(double& k) {
  return [&k](auto u, auto v) {
    using std::sin;
    return k * sin(u * v);
  };
}

void check(double seen, double required) {
  CHECK(seen == doctest::Approx(required).epsilon(1e-13));
}

}  // namespace

TEST_CASE("verbs of closures at many points read what is captured at each call") {
  double k = 3.0;
  const auto f = wave(k);
  static_assert(batch_formula<decltype(etad::value_and_gradient(f)), double, double>);
  const auto batch = etad::vmap(etad::value_and_gradient(f));
  for (const double now : {3.0, -0.5}) {
    k = now;
    const auto results = batch(x, y);
    REQUIRE(results.size() == x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      check(results[i].value, k * std::sin(x[i] * y[i]));
      check(std::get<0>(results[i].gradient), k * y[i] * std::cos(x[i] * y[i]));
      check(std::get<1>(results[i].gradient), k * x[i] * std::cos(x[i] * y[i]));
    }
  }
}

TEST_CASE("products of closures: constants stand between points and tangents") {
  double k = 3.0;
  const auto f = wave(k);
  static_assert(batch_formula<decltype(etad::hvp(f)), double, double, double, double>);
  const auto along = etad::vmap(etad::jvp(f))(x, y, 0.5, -2.0);
  const auto back = etad::vmap(etad::vjp(f))(x, y, 0.5);
  const auto curved = etad::vmap(etad::hvp(f))(x, y, 0.5, -2.0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    check(along[i], etad::jvp(f)(x[i], y[i], 0.5, -2.0));
    check(std::get<0>(back[i]), std::get<0>(etad::vjp(f)(x[i], y[i], 0.5)));
    check(std::get<1>(back[i]), std::get<1>(etad::vjp(f)(x[i], y[i], 0.5)));
    check(std::get<1>(curved[i]), std::get<1>(etad::hvp(f)(x[i], y[i], 0.5, -2.0)));
  }
}

TEST_CASE("formulas with constants, Hessians, memory of the caller") {
  const auto f = 2.5 * exp(-1.5 * arg<0>) * arg<1> * arg<1>;
  static_assert(batch_formula<std::remove_const_t<decltype(f)>, double, double>);
  static_assert(batch_formula<decltype(etad::hessian(f)), double, double>);
  std::vector<double> values(x.size());
  etad::vmap(f)(x, y, etad::into(values));
  const auto hessians = etad::vmap(etad::hessian(f))(x, y);
  for (std::size_t i = 0; i < x.size(); ++i) {
    check(values[i], f(x[i], y[i]));
    check(hessians[i](0, 1), etad::hessian(f)(x[i], y[i])(0, 1));
    check(hessians[i](1, 1), 5.0 * std::exp(-1.5 * x[i]));
  }
}

TEST_CASE("sums whose kernel captures numbers") {
  double rate = 0.75;
  const auto residual = [&rate](auto p, auto time, auto seen) {
    using std::exp;
    return p * exp(-rate * time) - seen;
  };
  const auto sum = etad::sum_over(residual);
  for (const double now : {0.75, 2.0}) {
    rate = now;
    double value = 0, slope = 0, squares = 0, right = 0, left = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double e = std::exp(-rate * x[i]);
      const double r = 1.5 * e - y[i];
      value += r;
      slope += e;
      squares += 0.5 * r * r;
      right += r * e;
      left += e * e;
    }
    check(sum(1.5, x, y), value);
    check(sum.value_and_gradient(1.5, x, y).value, value);
    check(sum.gradient(1.5, x, y), slope);
    const auto [half, g, m] = sum.gauss_newton(1.5, x, y);
    check(half, squares);
    check(g, right);
    check(m(0, 0), left);
  }
}

// Written twice, the constants of an exponential may differ.
TEST_CASE("constants that repeat: merged if equal, else point by point") {
  const auto pair = [](double k, double l) {
    return [k, l](auto u, auto v) {
      using std::exp;
      return exp(-k * u) * v + exp(-l * u) * v * v;
    };
  };
  using repeated = etad::detail::formula_route<decltype(pair(2.0, 3.0)), double, double>;
  static_assert(etad::detail::has_repeated_constants<repeated::node>);
  for (const double l : {2.0, 3.0}) {
    const auto f = pair(2.0, l);
    const auto slopes = etad::vmap(etad::gradient(f))(x, y);
    double total = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double a = std::exp(-2.0 * x[i]);
      const double b = std::exp(-l * x[i]);
      check(std::get<0>(slopes[i]), -2.0 * a * y[i] - l * b * y[i] * y[i]);
      check(std::get<1>(slopes[i]), a + 2 * b * y[i]);
      total += -2.0 * std::exp(-1.0) * y[i] - l * std::exp(-l * 0.5) * y[i] * y[i];
    }
    check(etad::sum_over(f).gradient(0.5, y), total);
  }
}

TEST_CASE("closures that only run on plain numbers are called point by point as ever") {
  const std::array table{1.0, 4.0, 9.0};
  const auto look_up = [&table](auto u) { return table[static_cast<std::size_t>(std::abs(u))]; };
  const auto results = etad::vmap(look_up)(std::vector<double>{0.5, 2.5});
  CHECK(results == std::vector<double>{1.0, 9.0});
}
