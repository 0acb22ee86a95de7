// SPDX-License-Identifier: MIT
// Verbs are functions like others: they can be called by user code that is differentiated itself.
#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <etad/call/opaque.hpp>
#include <etad/expr/functions.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/products.hpp>
#include <tuple>

namespace {

constexpr bool close(double got, double exact, double tolerance = 1e-14) {
  const double error = got < exact ? exact - got : got - exact;
  return error <= tolerance * (exact < 0 ? -exact : exact);
}

constexpr auto f = [](const auto& x) {
  using std::exp, std::sin;
  return sin(x[0] * x[1]) + x[0] * x[0] * exp(x[1]);
};
constexpr auto g = [](const auto& x) { return std::array{x[0] * x[1], x[0] + x[1] * x[1] * x[1]}; };
constexpr std::array point{0.5, 1.25};

TEST_CASE("the gradient of a gradient's component is a row of the Hessian") {
  constexpr auto component = [](const auto& x) { return etad::gradient(f)(x)[1]; };
  const auto row = etad::gradient(component)(point);
  const auto hessian = etad::hessian(f)(point);
  CHECK(close(row[0], hessian(1, 0)));
  CHECK(close(row[1], hessian(1, 1)));
  const auto& [x, y] = point;
  CHECK(close(row[0], std::cos(x * y) - x * y * std::sin(x * y) + 2 * x * std::exp(y)));
}

TEST_CASE("the Hessian is the Jacobian of the gradient") {
  const auto jacobian = etad::jacobian(etad::gradient(f))(point);
  const auto hessian = etad::hessian(f)(point);
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) CHECK(close(jacobian(i, j), hessian(i, j)));
  }
}

TEST_CASE("a jvp of a vjp is a product with second derivatives") {
  // w' g(x) = w0 x0 x1 + w1 (x0 + x1^3), whose Hessian is {0, w0; w0, 6 w1 x1}.
  constexpr auto pulled_back = [](const auto& x, const auto& w) { return etad::vjp(g)(x, w); };
  constexpr std::array w{2.0, -3.0};
  constexpr std::array v{0.75, -0.5};
  const auto product = etad::jvp(pulled_back, etad::wrt<0>)(point, w, v);
  CHECK(close(product[0], 2.0 * -0.5));
  CHECK(close(product[1], 2.0 * 0.75 + 6.0 * -3.0 * 1.25 * -0.5));
}

TEST_CASE("a jvp is linear in its tangent, so its derivative is the Jacobian") {
  constexpr auto pushed_forward = [](const auto& x, const auto& v) { return etad::jvp(g)(x, v); };
  const auto by_tangent =
      etad::jacobian(pushed_forward, etad::wrt<1>)(point, std::array{0.3, -0.2});
  const auto jacobian = etad::jacobian(g)(point);
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) CHECK(close(by_tangent(i, j), jacobian(i, j)));
  }
}

TEST_CASE("f(g) gives the same as f with g written out, and as the chain rule") {
  constexpr auto composed = [](const auto& x) { return f(g(x)); };
  constexpr auto inlined = [](const auto& x) {
    using std::exp, std::sin;
    const auto a = x[0] * x[1];
    const auto b = x[0] + x[1] * x[1] * x[1];
    return sin(a * b) + a * a * exp(b);
  };
  CHECK(etad::gradient(composed)(point) == etad::gradient(inlined)(point));
  const auto outer = etad::gradient(f)(g(point));
  const auto chained = etad::vjp(g)(point, outer);
  const auto direct = etad::gradient(composed)(point);
  CHECK(close(chained[0], direct[0]));
  CHECK(close(chained[1], direct[1]));
}

TEST_CASE("permuted arguments give permuted derivatives") {
  constexpr auto straight = [](auto x, auto y, auto z) {
    using std::sin;
    return sin(x * y) / z + x * z;
  };
  constexpr auto permuted = [](auto z, auto x, auto y) {
    using std::sin;
    return sin(x * y) / z + x * z;
  };
  const auto [dx, dy, dz] = etad::gradient(straight)(0.3, 1.5, -2.0);
  const auto [pz, px, py] = etad::gradient(permuted)(-2.0, 0.3, 1.5);
  CHECK(close(px, dx));
  CHECK(close(py, dy));
  CHECK(close(pz, dz));
}

TEST_CASE("f + 0 and 1 * f have the derivatives of f") {
  constexpr auto more = [](const auto& x) { return 1.0 * f(x) + 0.0; };
  CHECK(etad::gradient(more)(point) == etad::gradient(f)(point));
}

TEST_CASE("Newton's step uses a derivative inside a function that is differentiated") {
  // x - h(x) / h'(x) for h = x^2 - p: the step is (x + p/x) / 2, its derivative by p is 1 / (2 x).
  static constexpr auto h = [](auto x, auto p) { return x * x - p; };
  constexpr auto step = [](auto x, auto p) {
    return x - h(x, p) / etad::derivative(h, etad::wrt<0>)(x, p);
  };
  CHECK(close(step(1.5, 2.0), 0.5 * (1.5 + 2.0 / 1.5)));
  CHECK(close(etad::derivative(step, etad::wrt<1>)(1.5, 2.0), 1.0 / 3.0));
  CHECK(close(etad::derivative(step, etad::wrt<0>)(1.5, 2.0), 0.5 * (1.0 - 2.0 / 2.25)));
}

TEST_CASE("three levels: the third derivative as derivative of a Hessian") {
  static constexpr auto cubic = [](auto x, auto y) { return x * x * y + x * y * y * y; };
  constexpr auto hessian_entry = [](auto x, auto y) { return etad::hessian(cubic)(x, y)(1, 1); };
  const auto [dx, dy] = etad::gradient(hessian_entry)(2.0, 3.0);
  CHECK(dx == 18.0);
  CHECK(dy == 12.0);
}

TEST_CASE("a seed that is zero and changes is no zero, on every road") {
  // In each case the derivative of 2u * (u - 1) at u = 1.
  static constexpr auto square = [](auto u) { return u * u - 1.0; };
  constexpr auto pulled = [](auto u) { return etad::vjp(square)(u, u - 1.0); };
  constexpr auto pushed = [](auto u) { return etad::jvp(square)(u, u - 1.0); };
  static_assert(etad::derivative(pulled)(1.0) == 2.0);
  static_assert(etad::derivative(pushed)(1.0) == 2.0);
  CHECK(etad::derivative(pulled)(1.0) == 2.0);
  CHECK(etad::derivative(etad::opaque(pulled))(1.0) == 2.0);
  CHECK(etad::derivative(etad::opaque(pushed))(1.0) == 2.0);
  // The root makes the full program run.
  constexpr auto beside_a_root = [](auto u) {
    using std::sqrt;
    const auto kinked = [](auto v) {
      if (v > 0.5) return v * v;
      return v;
    };
    return std::array{etad::vjp(square)(u, u - 1.0), etad::vjp(kinked)(u, u - 1.0), sqrt(u - 1.0)};
  };
  const auto slopes = etad::jacobian(beside_a_root)(1.0);
  CHECK(slopes[0][0] == 2.0);
  CHECK(slopes[1][0] == 2.0);
  CHECK(std::isinf(slopes[2][0]));
  static constexpr auto twice = [](auto u, auto v) { return u * u * v; };
  constexpr auto bent = [](auto u) {
    return std::get<0>(etad::hvp(twice)(u, u, u - 1.0, 0.0 * u));
  };
  CHECK(etad::derivative(etad::opaque(bent))(1.0) == 2.0);
  CHECK(etad::derivative(bent)(1.0) == 2.0);
}

TEST_CASE("the pair of value and gradient can be used in traced code") {
  constexpr auto scaled = [](const auto& x) {
    const auto [value, gradient] = etad::value_and_gradient(f)(x);
    return value * gradient[0];
  };
  const auto got = etad::gradient(scaled)(point);
  const auto gradient = etad::gradient(f)(point);
  const auto hessian = etad::hessian(f)(point);
  for (std::size_t j = 0; j < 2; ++j) {
    CHECK(close(got[j], gradient[j] * gradient[0] + f(point) * hessian(0, j)));
  }
}

}  // namespace
