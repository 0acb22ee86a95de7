// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <etad/expr/functions.hpp>
#include <etad/verb/derivative.hpp>

namespace {

constexpr auto exponential = [](auto x) {
  using std::exp;
  return exp(2.0 * x);
};
constexpr auto sine = [](auto x) {
  using std::sin;
  return sin(x);
};
constexpr auto geometric = [](auto x) { return 1.0 / (1.0 - x); };
constexpr auto logarithm = [](auto x) {
  using std::log;
  return log(x);
};
constexpr auto sixth_power = [](auto x) { return x * x * x * x * x * x; };

constexpr double power(double x, int n) {
  double p = 1.0;
  for (int i = 0; i < n; ++i) p *= x;
  return p;
}
constexpr double factorial(int n) { return n <= 1 ? 1.0 : n * factorial(n - 1); }

constexpr bool close(double got, double exact, double tolerance = 1e-14) {
  const double error = got < exact ? exact - got : got - exact;
  return error <= tolerance * (exact < 0 ? -exact : exact);
}

// The K-th derivatives of the series that everybody knows.
template <int K>
constexpr bool series() {
  const double x = 0.25;
  return close(etad::derivative<K>(geometric)(x), factorial(K) / power(1.0 - x, K + 1)) &&
         (K == 0 || close(etad::derivative<K>(logarithm)(1.5),
                          (K % 2 == 0 ? -1.0 : 1.0) * factorial(K - 1) / power(1.5, K))) &&
         close(etad::derivative<K>(sixth_power)(2.0),
               factorial(6) / factorial(6 - K) * power(2.0, 6 - K));
}
static_assert(etad::derivative<1>(sine)(0.0) == 1.0);
static_assert(etad::derivative<2>(sine)(0.0) == 0.0);
static_assert(etad::derivative<3>(sine)(0.0) == -1.0);
static_assert(etad::derivative<6>(sixth_power)(0.5) == 720.0);
static_assert(close(etad::derivative<6>(geometric)(0.25), 720.0 / power(0.75, 7)));

TEST_CASE("derivatives up to the sixth follow the known series") {
  CHECK(etad::derivative<0>(sine)(0.3) == std::sin(0.3));
  CHECK(series<1>());
  CHECK(series<2>());
  CHECK(series<3>());
  CHECK(series<4>());
  CHECK(series<5>());
  CHECK(series<6>());
  CHECK(close(etad::derivative<4>(exponential)(0.3), 16 * std::exp(0.6)));
  CHECK(close(etad::derivative<6>(exponential)(0.3), 64 * std::exp(0.6)));
  CHECK(close(etad::derivative<4>(sine)(0.3), std::sin(0.3)));
  CHECK(close(etad::derivative<5>(sine)(0.3), std::cos(0.3)));
  CHECK(close(etad::derivative<6>(sine)(0.3), -std::sin(0.3)));
}

TEST_CASE("the derivative has the shape of the function's result") {
  constexpr auto curve = [](auto t) {
    return std::array{std::array{t * t, t}, std::array{t * t * t, decltype(t)(1.0)}};
  };
  constexpr std::array<std::array<double, 2>, 2> velocity = etad::derivative(curve)(3.0);
  static_assert(velocity == std::array{std::array{6.0, 1.0}, std::array{27.0, 0.0}});
  CHECK(etad::derivative<2>(curve)(3.0) == std::array{std::array{2.0, 0.0}, std::array{18.0, 0.0}});
}

TEST_CASE("the other arguments are data") {
  constexpr auto f = [](auto x, auto p, const auto& q) { return x * x * p * q[1]; };
  CHECK(etad::derivative(f, etad::wrt<0>)(3.0, 2.0, std::array{0.0, 5.0}) == 60.0);
  CHECK(etad::derivative(f, etad::wrt<1>)(3.0, 2.0, std::array{0.0, 5.0}) == 45.0);
  CHECK(etad::derivative<2>(f, etad::wrt<0>)(3.0, 2.0, std::array{0.0, 5.0}) == 20.0);
}

}  // namespace
