// SPDX-License-Identifier: MIT
// Vectors and views of run-time size: any length, before and behind the chunks of the sweeps.
#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <cstddef>
#include <etad/etad.hpp>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using vector = std::vector<double>;
constexpr std::size_t sizes[] = {0, 1, 7, 8, 9, 16, 17, 100};

vector point(std::size_t n) {
  vector x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = 0.5 + 0.25 * static_cast<double>(i % 7);
  return x;
}

// sum x_i^2 x_{i+1}, cyclic
constexpr auto ring = [](const auto& x) {
  typename std::remove_cvref_t<decltype(x)>::value_type sum{};
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * x[i] * x[(i + 1) % x.size()];
  return sum;
};
// y_i = x_i x_{i+1}, one fewer than x has
constexpr auto neighbours = [](const auto& x) {
  using scalar = typename std::remove_cvref_t<decltype(x)>::value_type;
  std::vector<scalar> y;
  for (std::size_t i = 0; i + 1 < x.size(); ++i) y.push_back(x[i] * x[i + 1]);
  return y;
};

double ring_slope(const vector& x, std::size_t i) {
  const std::size_t n = x.size();
  if (n == 1) return 3.0 * x[0] * x[0];
  return 2.0 * x[i] * x[(i + 1) % n] + x[(i + n - 1) % n] * x[(i + n - 1) % n];
}
bool close(double a, double b) {
  return std::abs(a - b) <= 16.0 * std::numeric_limits<double>::epsilon() * (1.0 + std::abs(b));
}

TEST_CASE("gradients of any length, of vectors, views and into views") {
  for (const std::size_t n : sizes) {
    const vector x = point(n);
    const auto [value, slopes] = etad::value_and_gradient(ring)(x);
    CHECK(value == ring(x));
    REQUIRE(slopes.size() == n);
    for (std::size_t i = 0; i < n; ++i) CHECK(close(slopes[i], ring_slope(x, i)));
    CHECK(etad::gradient(ring)(x) == slopes);
    CHECK(etad::gradient(ring)(std::span<const double>(x)) == slopes);
    vector out(n, -1.0);
    etad::gradient(ring)(std::span<const double>(x), std::span(out));
    CHECK(out == slopes);
    double scalar = -1.0;
    out.assign(n, -1.0);
    etad::value_and_gradient(ring)(x, std::span(&scalar, 1), std::span(out));
    CHECK(scalar == value);
    CHECK(out == slopes);
  }
}

TEST_CASE("Jacobians, their products") {
  for (const std::size_t n : sizes) {
    const vector x = point(n);
    const std::size_t rows = n == 0 ? 0 : n - 1;
    const auto [value, j] = etad::value_and_jacobian(neighbours)(x);
    CHECK(value == neighbours(x));
    REQUIRE(j.rows() == rows);
    REQUIRE(j.columns() == n);
    vector v(n);
    vector w(rows);
    for (std::size_t i = 0; i < n; ++i) v[i] = 1.0 + static_cast<double>(i);
    for (std::size_t i = 0; i < rows; ++i) w[i] = 2.0 - static_cast<double>(i);
    vector along(rows);
    vector weighted(n);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t k = 0; k < n; ++k) {
        CHECK(j(i, k) == (k == i ? x[i + 1] : k == i + 1 ? x[i] : 0.0));
        along[i] += j(i, k) * v[k];
        weighted[k] += w[i] * j(i, k);
      }
    }
    CHECK(etad::jacobian(neighbours)(std::span<const double>(x)) == j);
    const auto product = etad::jvp(neighbours)(x, v);
    const auto adjoint = etad::vjp(neighbours)(x, w);
    REQUIRE(product.size() == rows);
    REQUIRE(adjoint.size() == n);
    for (std::size_t i = 0; i < rows; ++i) CHECK(close(product[i], along[i]));
    for (std::size_t i = 0; i < n; ++i) CHECK(close(adjoint[i], weighted[i]));
    vector out(rows, -1.0);
    etad::jvp(neighbours)(x, v, std::span(out));
    CHECK(out == product);
    out.assign(n, -1.0);
    etad::vjp(neighbours)(x, w, std::span(out));
    CHECK(out == adjoint);
  }
}

TEST_CASE("Hessians are symmetric and agree with their products") {
  for (const std::size_t n : std::array<std::size_t, 5>{0, 1, 3, 9, 17}) {
    const vector x = point(n);
    const auto [value, slopes, h] = etad::value_gradient_hessian(ring)(x);
    CHECK(value == ring(x));
    CHECK(slopes == etad::gradient(ring)(x));
    CHECK(etad::hessian(ring)(x) == h);
    vector out(n * n, -1.0);
    etad::hessian(ring)(x, std::span(out));
    double value_into = -1.0;
    vector slopes_into(n, -1.0);
    vector out_with_value(n * n, -1.0);
    etad::value_gradient_hessian(ring)(x, std::span(&value_into, 1), std::span(slopes_into),
                                       std::span(out_with_value));
    CHECK(value_into == value);
    CHECK(slopes_into == slopes);
    CHECK(out_with_value == out);
    const vector v = point(n);
    const vector product = etad::hvp(ring)(x, v);
    REQUIRE(product.size() == n);
    for (std::size_t i = 0; i < n; ++i) {
      double sum = 0.0;
      for (std::size_t k = 0; k < n; ++k) {
        CHECK(h(i, k) == h(k, i));
        CHECK(out[i * n + k] == h(i, k));
        sum += h(i, k) * v[k];
      }
      CHECK(close(product[i], sum));
    }
  }
}

TEST_CASE("several arguments, one of them data; arrays in a view; whole numbers and floats") {
  const auto weighted = [](const auto& x, const auto& w, auto shift) {
    typename std::remove_cvref_t<decltype(x)>::value_type sum{};
    for (std::size_t i = 0; i < x.size(); ++i) sum += w[i] * (x[i] - shift) * (x[i] - shift);
    return sum;
  };
  const vector x = point(11);
  const vector w(11, 2.0);
  const auto [dx, ds] = etad::gradient(weighted, etad::wrt<0, 2>)(x, w, 0.5);
  double value = -1.0;
  vector gradient(12, -1.0);
  vector second(144, -1.0);
  etad::value_gradient_hessian(weighted, etad::wrt<0, 2>)(
      x, w, 0.5, std::span(&value, 1), std::span(gradient), std::span(second), etad::workspace());
  CHECK(value == weighted(x, w, 0.5));
  CHECK(vector(gradient.begin(), gradient.end() - 1) == dx);
  CHECK(gradient[11] == ds);
  for (std::size_t i = 0; i < 11; ++i) {
    CHECK(second[12 * i + i] == 4.0);
    CHECK(second[12 * i + 11] == -4.0);
    CHECK(second[12 * 11 + i] == -4.0);
  }
  CHECK(second[143] == 44.0);
  CHECK(second[1] == 0.0);
  const auto all = etad::value_gradient_hessian(weighted, etad::wrt<0, 2>)(x, w, 0.5);
  CHECK(all.gradient == std::tuple(dx, ds));
  const auto h = etad::hessian(weighted, etad::wrt<0, 2>)(x, w, 0.5);
  REQUIRE(h.rows() == 12);
  CHECK(h == all.hessian);
  for (std::size_t i = 0; i < 144; ++i) CHECK(h(i / 12, i % 12) == second[i]);
  const auto [along_x, along_s] =
      etad::hvp(weighted, etad::wrt<0, 2>)(x, w, 0.5, vector(11, 1.0), 2.0);
  CHECK(along_x == vector(11, -4.0));
  CHECK(along_s == 44.0);
  double sum = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    CHECK(close(dx[i], 4.0 * (x[i] - 0.5)));
    sum -= dx[i];
  }
  CHECK(close(ds, sum));
  CHECK(etad::gradient(weighted, etad::wrt<1>)(x, w, 0.5)[3] == (x[3] - 0.5) * (x[3] - 0.5));
  const std::vector<float> few{1.0f, 2.0f};
  const std::vector<float> slopes = etad::gradient(ring)(few);
  CHECK(slopes[0] == 8.0f);

  const auto norms = [](const auto& points) {
    typename std::remove_cvref_t<decltype(points[0])>::value_type total{};
    for (const auto& p : points) total += p[0] * p[0] + p[0] * p[1];
    return total;
  };
  const std::vector<std::array<double, 2>> plane{{1.0, 2.0}, {3.0, 4.0}, {-1.0, 0.5}};
  const std::vector<std::array<double, 2>> expected{{4.0, 1.0}, {10.0, 3.0}, {-1.5, -1.0}};
  CHECK(etad::gradient(norms)(plane) == expected);
  CHECK(etad::gradient(norms)(std::span<const std::array<double, 2>>(plane)) == expected);
}

template <class Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("wrong sizes are refused, and nothing is written") {
  const vector x = point(9);
  vector out(8, -1.0);
  const vector untouched = out;
  const auto into = std::span(out);
  CHECK(message_of([&] { etad::gradient(ring)(x, into); }).find("ETAD-030") == 0);
  CHECK(message_of([&] { etad::jacobian(neighbours)(x, into); }).find("ETAD-030") == 0);
  CHECK(message_of([&] { etad::hessian(ring)(x, into); }).find("ETAD-030") == 0);
  CHECK(message_of([&] { (void)etad::jvp(neighbours)(x, out); }).find("ETAD-035") == 0);
  CHECK(message_of([&] { (void)etad::vjp(neighbours)(x, x); }).find("ETAD-035") == 0);
  CHECK(message_of([&] { (void)etad::hvp(ring)(x, out); }).find("ETAD-035") == 0);
  std::vector<double> longer(9, -1.0);
  CHECK(message_of([&] { etad::jvp(neighbours)(x, x, std::span(longer)); }).find("ETAD-030") == 0);
  CHECK(message_of([&] { etad::vjp(neighbours)(x, out, into); }).find("ETAD-030") == 0);
  double value = -1.0;
  CHECK(message_of([&] {
          etad::value_and_gradient(ring)(x, std::span(&value, 1), into);
        }).find("ETAD-030") == 0);
  vector fitting(9, -1.0);
  CHECK(message_of([&] {
          etad::value_gradient_hessian(ring)(x, std::span(&value, 1), std::span(fitting), into);
        }).find("ETAD-030: etad requires output span 2 to hold 81") == 0);
  CHECK(message_of([&] {
          etad::value_gradient_hessian(ring)(x, std::span(&value, 1), into, std::span(longer));
        }).find("ETAD-030: etad requires output span 1 to hold 9") == 0);
  CHECK(message_of([&] {
          etad::value_gradient_hessian(ring)(x, std::span(&value, 1), into, into.last(1));
        }).find("ETAD-131") == 0);
  CHECK(value == -1.0);
  CHECK(fitting == vector(9, -1.0));
  CHECK(out == untouched);
  CHECK(longer == vector(9, -1.0));
}

}  // namespace
