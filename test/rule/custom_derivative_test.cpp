// SPDX-License-Identifier: MIT
// Stated derivatives: in every mode and on every kind of number they are what the function's own
// derivative is, and a wrong one shows everywhere.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <etad/check/check_derivatives.hpp>
#include <etad/rule/custom_derivative.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/products.hpp>

namespace {

constexpr auto own_log_sum_exp = [](const auto& x) {
  using std::exp, std::log, std::max;
  auto largest = x[0];
  for (const auto& each : x) largest = max(largest, each);
  auto sum = exp(x[0] - largest);
  for (std::size_t k = 1; k < x.size(); ++k) sum += exp(x[k] - largest);
  return largest + log(sum);
};
constexpr auto softmax = [](const auto& x, const auto& v) {
  using std::exp;
  auto p = x;
  for (std::size_t k = 0; k < x.size(); ++k) p[k] = exp(x[k] - v);
  return p;
};
constexpr auto log_sum_exp = etad::custom_derivative(own_log_sum_exp, softmax);

// Twice a function of the function, so that slopes meet on the way.
constexpr auto own_subject = [](const auto& x) {
  using std::sin;
  const auto y = own_log_sum_exp(x);
  return y * sin(y) * x[0];
};
constexpr auto subject = [](const auto& x) {
  using std::sin;
  const auto y = log_sum_exp(x);
  return y * sin(y) * x[0];
};

constexpr std::array x{0.3, -0.4, 1.1};
constexpr std::array v{1.0, 0.5, -0.25};

constexpr bool near(double a, double b) {
  const double d = a - b;
  return (d < 0 ? -d : d) <= 1e-13 * (1 + (b < 0 ? -b : b));
}
constexpr bool near(const auto& a, const auto& b) {
  bool all = true;
  for (std::size_t k = 0; k < x.size(); ++k) all = all && near(a[k], b[k]);
  return all;
}

constexpr bool first_derivatives_agree() {
  const auto wanted = etad::gradient(own_subject)(x);
  return near(etad::gradient(subject)(x), wanted) &&
         near(etad::jacobian(subject, etad::forward)(x)[0], wanted) &&
         near(etad::jacobian(subject, etad::elimination)(x)[0], wanted) &&
         near(etad::jvp(subject)(x, v), wanted[0] * v[0] + wanted[1] * v[1] + wanted[2] * v[2]) &&
         near(etad::vjp(subject)(x, 1.0), wanted);
}
constexpr bool second_derivatives_agree() {
  const auto h = etad::hessian(subject)(x);
  const auto wanted = etad::hessian(own_subject)(x);
  bool agree = true;
  for (std::size_t i = 0; i < x.size(); ++i) agree = agree && near(h[i], wanted[i]);
  return agree;
}
static_assert(first_derivatives_agree());
static_assert(second_derivatives_agree());

// The slope of a sine stated wrongly.
constexpr auto wrong = etad::custom_derivative(
    [](auto u) {
      using std::sin;
      return sin(u);
    },
    [](auto) { return 2.0; });
constexpr auto wrong_twice = [](auto u, auto w) { return wrong(u) * w; };

constexpr bool wrong_slope_shows() {
  const auto [du, dw] = etad::gradient(wrong_twice)(0.5, 3.0);
  return du == 6.0 && dw > 0.479 && dw < 0.48 && etad::derivative(wrong)(0.5) == 2.0 &&
         etad::derivative<2>(wrong)(0.5) == 0.0 && etad::jvp(wrong)(0.5, 3.0) == 6.0 &&
         etad::vjp(wrong)(0.5, 3.0) == 6.0 &&
         etad::jacobian(wrong_twice, etad::forward)(0.5, 3.0)(0, 0) == 6.0 &&
         !etad::check_derivatives(wrong)(0.5);
}
static_assert(wrong_slope_shows());

}  // namespace

TEST_CASE("a stated derivative in all modes") {
  CHECK(first_derivatives_agree());
  CHECK(second_derivatives_agree());
  CHECK(wrong_slope_shows());
}

TEST_CASE("the value keeps its bits, in every type") {
  CHECK(log_sum_exp(x) == own_log_sum_exp(x));
  CHECK(etad::value_and_gradient(log_sum_exp)(x).value == own_log_sum_exp(x));
  const std::array y{0.3F, -0.4F, 1.1F};
  CHECK(etad::value_and_gradient(log_sum_exp)(y).value == own_log_sum_exp(y));
}

TEST_CASE("dual numbers") {
  CHECK(near(etad::gradient(etad::opaque(subject))(x), etad::gradient(own_subject)(x)));
  const auto h = etad::hessian(etad::opaque(subject))(x);
  const auto wanted = etad::hessian(own_subject)(x);
  for (std::size_t k = 0; k < x.size(); ++k) CHECK(near(h[k], wanted[k]));
  CHECK(etad::derivative(etad::opaque(wrong))(0.5) == 2.0);
}

TEST_CASE("several arguments, arrays among them, one a whole number") {
  constexpr auto product = etad::custom_derivative(
      [](const auto& a, auto b, auto n) { return (a[0] + a[1]) * b * n; },
      [](const auto& a, auto b, auto n) {
        const auto one = b * n;
        return std::tuple(std::array{one, one}, (a[0] + a[1]) * n, (a[0] + a[1]) * b);
      });
  const auto [da, db, dn] = etad::gradient(product)(std::array{1.0, 2.0}, 5.0, 7);
  CHECK(da == std::array{35.0, 35.0});
  CHECK(db == 21.0);
  CHECK(dn == 15.0);
}
