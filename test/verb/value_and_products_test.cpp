// SPDX-License-Identifier: MIT
// Value and product in one run: the value is f's to the bit, the product that of jvp and vjp, on every road.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <concepts>
#include <span>
#include <stdexcept>
#include <tuple>
#include <vector>

#include <etad/batch.hpp>
#include <etad/call/formula/formula.hpp>
#include <etad/call/opaque.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/value_and_products.hpp>

namespace {

constexpr auto f = [](const auto& x, auto y) {
  return std::array{x[0] * y * y, x[0] * x[1] - y, 3.0 + 0.0 * y};
};
constexpr std::array x{1.5, -0.7};
constexpr double y = 0.3;
constexpr std::array dx{0.25, 2.0};
constexpr std::array weights{1.0, -0.5, 4.0};

template <class F>
constexpr bool agrees(const F& g) {
  const auto [value, along] = etad::value_and_jvp(g)(x, y, dx, -1.5);
  const auto [again, sums] = etad::value_and_vjp(g)(x, y, weights);
  const auto some = etad::value_and_jvp(g, etad::wrt<1>)(x, y, -1.5);
  return value == g(x, y) && again == value && along == etad::jvp(g)(x, y, dx, -1.5) &&
         sums == etad::vjp(g)(x, y, weights) && some.value == value &&
         some.jvp == etad::jvp(g, etad::wrt<1>)(x, y, -1.5) &&
         etad::value_and_vjp(g, etad::wrt<0>)(x, y, weights).vjp == std::get<0>(sums);
}
static_assert(agrees(f));
static_assert(agrees(etad::opaque(f)));

// J(x, y) by hand.
constexpr bool products() {
  constexpr auto g = [](auto a, auto b) { return a * a * b; };
  const auto [value, along] = etad::value_and_jvp(g)(2.0, 3.0, 1.0, 10.0);
  const auto [again, sums] = etad::value_and_vjp(g)(2.0, 3.0, 0.5);
  static_assert(std::same_as<decltype(sums), const std::tuple<double, double>>);
  return value == 12.0 && along == 52.0 && again == 12.0 && sums == std::tuple{6.0, 2.0};
}
static_assert(products());

// Gradient and Hessian-vector product in one run, and derivatives of what value_and_jvp returns.
constexpr auto energy = [](const auto& a) { return a[0] * a[0] * a[1]; };
constexpr bool nests() {
  const auto [slopes, second] = etad::value_and_jvp(etad::gradient(energy))(x, dx);
  constexpr auto sum = [](const auto& a) {
    const auto r = etad::value_and_jvp(energy)(a, std::array{1.0, 0.0});
    return r.value + r.jvp;
  };
  constexpr auto of_adjoint = [](const auto& a) {
    return etad::value_and_vjp(energy)(a, 2.0).vjp[1];
  };
  return slopes == etad::gradient(energy)(x) && second == etad::hvp(energy)(x, dx) &&
         etad::gradient(sum)(std::array{2.0, 3.0}) == std::array{12.0 + 6.0, 4.0 + 4.0} &&
         etad::gradient(of_adjoint)(std::array{2.0, 3.0}) == std::array{8.0, 0.0};
}
static_assert(nests());

TEST_CASE("traced, on dual numbers, nested") {
  CHECK(agrees(f));
  CHECK(agrees(etad::opaque(f)));
  CHECK(products());
  CHECK(nests());
}

TEST_CASE("formulas: closures of numbers, and expressions") {
  double k = 2.0;
  const auto scaled = [&k](auto a, auto b) { return k * std::exp(1.0) * a * b + k; };
  static_assert(etad::detail::formula_callable<decltype(etad::value_and_jvp(scaled)), double,
                                               double, double, double>);
  static_assert(etad::detail::formula_callable<decltype(etad::value_and_vjp(scaled)), double,
                                               double, double>);
  for (const double now : {2.0, -0.5}) {
    k = now;
    const auto [value, along] = etad::value_and_jvp(scaled)(3.0, 4.0, 1.0, 0.5);
    CHECK(value == scaled(3.0, 4.0));
    CHECK(along == etad::jvp(scaled)(3.0, 4.0, 1.0, 0.5));
    const auto r = etad::value_and_vjp(scaled)(3.0, 4.0, 2.0);
    CHECK(r.value == value);
    CHECK(r.vjp == etad::vjp(scaled)(3.0, 4.0, 2.0));
  }
  constexpr auto product = 3.0 * etad::arg<0> * etad::arg<1>;
  static_assert(etad::value_and_jvp(product)(2.0, 5.0, 1.0, 0.0).value == 30.0);
  static_assert(etad::value_and_vjp(product)(2.0, 5.0, 1.0).vjp == std::tuple{15.0, 6.0});
}

TEST_CASE("into memory of the caller, which may be that of the arguments") {
  std::array<double, 3> value{};
  std::array<double, 3> along{};
  etad::value_and_jvp(f)(x, y, dx, -1.5, std::span<double>(value), std::span<double>(along));
  CHECK(value == f(x, y));
  CHECK(along == etad::jvp(f)(x, y, dx, -1.5));
  std::array<double, 2> here = x;
  etad::value_and_vjp(f, etad::wrt<0>)(here, y, weights, std::span<double>(value),
                                       std::span<double>(here));
  CHECK(value == f(x, y));
  CHECK(here == etad::vjp(f, etad::wrt<0>)(x, y, weights));
  std::array<double, 1> small{7.0};
  CHECK_THROWS_AS(
      etad::value_and_jvp(f)(x, y, dx, -1.5, std::span<double>(value), std::span<double>(small)),
      std::invalid_argument);
  CHECK(value == f(x, y));
}

// y_i = x_i x_{i+1}
constexpr auto neighbours = [](const auto& a) {
  std::vector<typename std::remove_cvref_t<decltype(a)>::value_type> r;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) r.push_back(a[i] * a[i + 1]);
  return r;
};

TEST_CASE("arguments of run-time size, with spans and a workspace") {
  const std::vector a{2.0, 3.0, 5.0};
  const std::vector da{1.0, 0.0, -1.0};
  const std::vector w{10.0, 1.0};
  const auto [value, along] = etad::value_and_jvp(neighbours)(a, da);
  CHECK(value == std::vector{6.0, 15.0});
  CHECK(along == std::vector{3.0, -3.0});
  const auto [again, sums] = etad::value_and_vjp(neighbours)(a, w);
  CHECK(again == value);
  CHECK(sums == std::vector{30.0, 25.0, 3.0});
  std::vector<double> values(2), products(2), adjoints(3);
  etad::value_and_jvp(neighbours)(a, da, std::span(values), std::span(products));
  CHECK(values == value);
  CHECK(products == along);
  values.assign(2, 0.0);
  etad::workspace memory;
  etad::value_and_vjp(neighbours)(a, w, std::span(values), std::span(adjoints), memory);
  CHECK(values == value);
  CHECK(adjoints == sums);
  adjoints.assign(2, 7.0);
  CHECK_THROWS_AS(etad::value_and_vjp(neighbours)(a, w, std::span(values), std::span(adjoints)),
                  std::invalid_argument);
  CHECK(adjoints == std::vector{7.0, 7.0});
  constexpr auto sum = [](const auto& v) { return v[0] * v[1] + v[2]; };
  CHECK(etad::value_and_jvp(sum)(a, da).value == 11.0);
  CHECK(etad::value_and_vjp(sum)(a, 1.0).vjp == std::vector{3.0, 2.0, 1.0});
}

TEST_CASE("many points") {
  const std::vector points{0.5, 1.0, 1.5, 2.0, 2.5};
  constexpr auto g = [](auto a, auto b) { return a * a * b; };
  const auto all = etad::vmap(etad::value_and_jvp(g))(points, 3.0, 1.0, 0.0);
  REQUIRE(all.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(all[i].value == points[i] * points[i] * 3.0);
    CHECK(all[i].jvp == 6.0 * points[i]);
  }
}

}  // namespace
