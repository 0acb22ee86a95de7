// SPDX-License-Identifier: MIT
// Verbs on so many numbers that a tape is cheaper than sweeps of duals.
#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <stdexcept>
#include <tuple>
#include <vector>

#include <etad/etad.hpp>
#include <etad/rules.hpp>

namespace {

std::vector<double> some_numbers(std::size_t count) {
  std::vector<double> x(count);
  for (std::size_t k = 0; k < count; ++k) x[k] = 0.5 + 0.25 * std::sin(static_cast<double>(7 * k));
  return x;
}

/// Branches on the values, reuses them, mixes in plain numbers, ends by the data.
constexpr auto energy = [](const auto& x) {
  using std::exp, std::log, std::max;
  auto sum = 0.0 * x[0];
  for (std::size_t k = 0; k + 1 < x.size(); ++k) {
    const auto t = x[k + 1] - x[k] * x[k];
    if (t > 0.1) {
      sum += 3 * t * t;
    } else {
      sum -= exp(t) / (2.0 + x[k]);
    }
    if (sum < -1e6) break;
  }
  return max(sum, x[0]) + log(1.0 + exp(sum / 100.0));
};

/// Entries agree but for the order of additions.
template <class X, class Y>
void check_close(const X& x, const Y& y) {
  REQUIRE(x.size() == y.size());
  for (std::size_t k = 0; k < x.size(); ++k) {
    CHECK(std::abs(x[k] - y[k]) <= 1e-13 * (1 + std::abs(y[k])));
  }
}

/// The row of the Jacobian by duals.
template <class F>
std::vector<double> by_duals(const F& f, const std::vector<double>& x) {
  const auto row =
      etad::jacobian([&f](const auto& v) { return std::vector{f(v)}; }, etad::forward)(x);
  std::vector<double> slopes;
  for (std::size_t k = 0; k < x.size(); ++k) slopes.push_back(row(0, k));
  return slopes;
}

}  // namespace

TEST_CASE("gradients by many numbers agree with sweeps of duals") {
  for (const std::size_t count : {1U, 2U, 20U, 100U, 500U}) {
    const auto x = some_numbers(count);
    const std::vector<double> expected = by_duals(energy, x);
    check_close(etad::gradient(energy)(x), expected);
    const auto [value, slopes] = etad::value_and_gradient(energy)(x);
    CHECK(value == energy(x));
    check_close(slopes, expected);
    std::vector<double> out(count);
    etad::workspace memory;
    etad::gradient(energy)(std::span<const double>(x), std::span(out), memory);
    check_close(out, expected);
    etad::gradient(energy)(std::span<const double>(x), std::span(out), memory);
    check_close(out, expected);
  }
}

TEST_CASE("some of several arguments, and structures of float") {
  const auto x = some_numbers(300);
  const std::vector<double> y(300, 2.0);
  const auto f = [](const auto& u, const auto& v, const auto& c) {
    auto sum = 0.0 * u[0] * v[0];
    for (std::size_t k = 0; k < u.size(); ++k) sum += c * u[k] * v[k] * v[k];
    return sum;
  };
  const auto by_second = etad::gradient(f, etad::wrt<1>)(x, y, 3.0);
  CHECK(by_second[17] == 12.0 * x[17]);
  const auto [by_u, by_v] = etad::gradient(f, etad::wrt<0, 1>)(x, y, 3.0);
  CHECK(by_u[299] == 12.0);
  CHECK(by_v[299] == 12.0 * x[299]);
  const std::vector<std::pair<float, float>> pairs(200, std::pair{2.0F, 3.0F});
  const auto slopes = etad::gradient([](const auto& p) {
    auto sum = p[0].first * 0;
    for (const auto& [a, b] : p) sum += a * b;
    return sum;
  })(pairs);
  CHECK(slopes[199] == std::pair{3.0F, 2.0F});
}

TEST_CASE("Jacobians of few rows, and products with weights") {
  const auto x = some_numbers(300);
  const auto f = [](const auto& v) {
    return std::vector{energy(v), v[0] * v[299], 0.0 * v[0] + 5.0};
  };
  const auto forward = etad::jacobian(f, etad::forward)(x);
  const auto reverse = etad::jacobian(f, etad::reverse)(x);
  const auto automatic = etad::value_and_jacobian(f)(x);
  CHECK(automatic.value[1] == x[0] * x[299]);
  for (std::size_t j = 0; j < x.size(); ++j) {
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(std::abs(reverse(i, j) - forward(i, j)) <= 1e-13);
      CHECK(automatic.jacobian(i, j) == reverse(i, j));
    }
  }
  const std::vector<double> weights{2.0, 0.5, 1.0};
  const auto [value, product] = etad::value_and_vjp(f)(x, weights);
  CHECK(value[2] == 5.0);
  for (std::size_t j = 0; j < x.size(); ++j) {
    CHECK(product[j] == doctest::Approx(2.0 * forward(0, j) + 0.5 * forward(1, j)));
  }
  CHECK_THROWS_AS(etad::vjp(f)(x, std::vector{1.0}), std::invalid_argument);
}

TEST_CASE("functions with stated derivatives") {
  const auto x = some_numbers(200);
  constexpr auto cube = etad::custom_derivative([](double u) { return u * u * u; },
                                                [](auto u) { return 4.0 * u * u; });
  constexpr auto root = etad::implicit_root([](auto r, auto a) { return r * r - a; },
                                            [](double a) { return std::sqrt(a); });
  const auto f = [&](const auto& v) {
    auto sum = cube(v[0]);
    for (const auto& u : v) sum += cube(u) + root(u) + etad::stop_gradient(u) * u;
    return sum;
  };
  check_close(etad::gradient(f)(x), by_duals(f, x));
  CHECK(etad::gradient(f)(x)[1] == doctest::Approx(4 * x[1] * x[1] + 0.5 / std::sqrt(x[1]) + x[1]));
}

TEST_CASE("an exception out of the function leaves the workspace usable") {
  const auto x = some_numbers(200);
  etad::workspace memory;
  std::vector<double> out(200);
  bool fail = true;
  const auto f = [&](const auto& v) {
    auto sum = 0.0 * v[0];
    for (const auto& u : v) sum += u * u;
    if (fail) throw std::runtime_error("no");
    return sum;
  };
  CHECK_THROWS_AS(etad::gradient(f)(std::span<const double>(x), std::span(out), memory),
                  std::runtime_error);
  fail = false;
  etad::gradient(f)(std::span<const double>(x), std::span(out), memory);
  CHECK(out[199] == 2 * x[199]);
}

TEST_CASE("Hessians and their products: a tape over duals") {
  const auto x = some_numbers(90);
  const auto hessian = etad::hessian(energy)(x);
  const std::vector<double> v(90, 0.5);
  const std::vector<double> product = etad::hvp(energy)(x, v);
  std::vector<double> up = x, down = x;
  for (double& u : up) u += 0.5e-5;
  for (double& u : down) u -= 0.5e-5;
  const auto above = etad::gradient(energy)(up), below = etad::gradient(energy)(down);
  for (std::size_t i = 0; i < x.size(); ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < x.size(); ++j) {
      CHECK(hessian(i, j) == hessian(j, i));
      sum += 0.5 * hessian(i, j);
    }
    CHECK(product[i] == doctest::Approx(sum));
    CHECK(product[i] == doctest::Approx((above[i] - below[i]) / 2e-5).epsilon(1e-6));
  }
}

TEST_CASE("gradients in a forced mode, and callables that duals alone accept") {
  const auto x = some_numbers(100);
  const auto f = [](const auto& v) {
    auto sum = 0.0 * v[0];
    for (const auto& u : v) sum += u * u;
    return sum;
  };
  // A result type that says so is looked at beforehand; a body that does not compile needs etad::forward.
  const auto constrained = [&]<class T>(const std::vector<T>& v) requires etad::detail::is_dual<T> {
    return f(v);
  };
  const auto body = [&](const auto& v) {
    const auto y = f(v);
    return decltype(f(v))(y.value(), y.all_tangents());
  };
  const auto expected = etad::gradient(f, etad::reverse)(x);
  CHECK(expected[3] == 2 * x[3]);
  check_close(etad::gradient(f, etad::forward)(x), expected);
  check_close(etad::gradient(constrained)(x), expected);
  check_close(etad::gradient(body, etad::forward)(x), expected);
  check_close(etad::value_and_gradient(f, etad::reverse, etad::wrt<0>)(x).gradient, expected);
  constexpr auto g = [](auto u, auto w) { return u * w * w; };
  CHECK(etad::gradient(g, etad::forward)(2.0, 3.0) == std::tuple(9.0, 12.0));
  CHECK(etad::gradient(g, etad::reverse)(2.0, 3.0) == std::tuple(9.0, 12.0));
}
