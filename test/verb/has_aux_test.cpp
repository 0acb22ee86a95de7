// SPDX-License-Identifier: MIT
// Auxiliary output: whatever a callable returns beside the value that is differentiated.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <concepts>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <etad/verb/has_aux.hpp>

namespace {

constexpr auto loss = [](const auto& x, auto y) {
  const auto residual = x[0] * y - x[1];
  return std::pair{residual * residual, std::array{residual, 2.0 * residual}};
};
constexpr std::array x{3.0, 1.0};

constexpr bool numbers_in_traced_code() {
  const auto [value, g, aux] = etad::value_and_gradient(loss, etad::has_aux)(x, 2.0);
  bool same = value == 25.0 && g == std::tuple{std::array{20.0, -10.0}, 30.0} &&
              aux == std::array{5.0, 10.0};
  const auto [slopes, residuals] = etad::gradient(loss, etad::has_aux, etad::wrt<0>)(x, 2.0);
  same = same && slopes == std::array{20.0, -10.0} && residuals == aux;
  // A function of a derivative and its auxiliary output.
  constexpr auto outer = [](auto y) {
    const auto r = etad::value_and_gradient(loss, etad::has_aux, etad::wrt<1>)(
        std::array{0.0 * y + 3.0, 0.0 * y + 1.0}, y);
    return r.value + r.gradient * r.aux[0];
  };
  // r = 3y - 1: r^2 + 6 r^2, whose derivative is 42 r.
  static_assert(etad::traceable<decltype(outer), double>);
  return same && etad::gradient(outer)(2.0) == 210.0;
}
static_assert(numbers_in_traced_code());

constexpr auto residuals = [](const auto& a) {
  return std::tuple{std::array{a[0] * a[1], a[1] * a[1]}, 7};
};
constexpr bool jacobians() {
  const auto [value, j, seven] = etad::value_and_jacobian(residuals, etad::has_aux)(x);
  const auto [k, again] = etad::jacobian(residuals, etad::has_aux)(x);
  return value == std::array{3.0, 1.0} && j == k && seven == 7 && again == 7 &&
         j == etad::matrix<double, 2, 2>{{{{1.0, 3.0}, {0.0, 2.0}}}};
}
static_assert(jacobians());

TEST_CASE("numbers beside a loss, in constant expressions too") {
  CHECK(numbers_in_traced_code());
  CHECK(jacobians());
}

template <class T>
struct outcome {
  T loss;
  std::string log;
};

TEST_CASE(
    "text and vectors beside a loss: the callable runs on dual numbers, the value is its own") {
  std::vector<double> data{1.0, 2.0, 4.0};
  const auto f = [&data](const auto& p) {
    auto sum = 0.0 * p[0];
    std::vector<decltype(sum)> seen;
    for (const double d : data) seen.push_back(p[0] * d - p[1]);
    for (const auto& s : seen) sum += s * s;
    return std::pair{sum, seen};
  };
  const auto [value, g, seen] = etad::value_and_gradient(f, etad::has_aux)(std::array{2.0, 1.0});
  CHECK(value == 59.0);
  CHECK(g == std::array{70.0, -22.0});
  static_assert(std::same_as<decltype(seen), const std::vector<double>>);
  CHECK(seen == std::vector{1.0, 3.0, 7.0});

  const auto logged = [&data](const auto& p) {
    return outcome<std::remove_cvref_t<decltype(p[0])>>{p[0] * p[1] * data[1], "three data"};
  };
  const auto [slopes, log] = etad::gradient(logged, etad::has_aux)(std::array{2.0, 1.0});
  CHECK(slopes == std::array{2.0, 4.0});
  CHECK(log == "three data");

  const auto scaled = [k = data[2]](auto u, auto v) { return std::pair{k * u * v, u - v}; };
  const auto [du, difference] = etad::gradient(scaled, etad::has_aux, etad::wrt<0>)(3.0, 5.0);
  CHECK(du == 20.0);
  CHECK(difference == -2.0);

  const auto opaque = etad::opaque(loss);
  CHECK(etad::gradient(opaque, etad::has_aux)(x, 2.0).gradient ==
        etad::gradient(loss, etad::has_aux)(x, 2.0).gradient);
}

TEST_CASE("the derivative into spans, the auxiliary output returned") {
  std::array<double, 2> g{};
  double value = 0;
  const auto aux = etad::value_and_gradient(loss, etad::has_aux, etad::wrt<0>)(
      x, 2.0, std::span(&value, 1), std::span<double>(g));
  CHECK(value == 25.0);
  CHECK(g == std::array{20.0, -10.0});
  CHECK(aux == std::array{5.0, 10.0});
}

TEST_CASE("arguments of run-time size") {
  constexpr auto f = [](const auto& v) { return std::pair{v[0] * v[1], v.size()}; };
  const auto [value, g, size] = etad::value_and_gradient(f, etad::has_aux)(std::vector{2.0, 3.0});
  CHECK(value == 6.0);
  CHECK(g == std::vector{3.0, 2.0});
  CHECK(size == 2);
}

}  // namespace
