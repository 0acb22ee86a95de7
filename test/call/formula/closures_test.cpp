// SPDX-License-Identifier: MIT
// Lambdas that capture values are written out as formulas, whose run-time constants are those values;
// what cannot be written out goes to dual numbers and has the same derivatives.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <etad/call/opaque.hpp>
#include <etad/verb/formula_derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/products.hpp>
#include <memory>
#include <span>
#include <stdexcept>
#include <tuple>
#include <vector>

namespace {

using etad::arg;

template <class... A, class F>
constexpr bool written_out(const F&) {
  return etad::detail::writes_formula<F, A...>;
}

// f(x, y) = k sin(x y)
constexpr bool constant_evaluation() {
  const double k = 3.0;
  const auto f = [k](auto x, auto y) {
    using std::sin;
    return k * sin(x * y);
  };
  bool ok = written_out<double, double>(f);
  ok = ok && etad::gradient(f)(0.0, 2.0) == std::tuple{6.0, 0.0};
  ok = ok && etad::gradient(f, etad::wrt<1>)(2.0, 0.0) == 6.0;
  ok = ok && etad::value_and_gradient(f)(0.0, 2.0).value == 0.0;
  ok = ok && etad::hessian(f)(0.0, 2.0) == etad::matrix<double, 2, 2>{{{{0, 3}, {3, 0}}}};
  ok = ok && etad::jvp(f)(0.0, 2.0, 0.5, 7.0) == 3.0;
  ok = ok && etad::vjp(f)(0.0, 2.0, 0.5) == std::tuple{3.0, 0.0};
  ok = ok && etad::hvp(f)(0.0, 2.0, 1.0, 0.0) == std::tuple{0.0, 3.0};
  const auto cubic = [k](auto x) { return k * x * x * x; };
  ok = ok && etad::derivative<2>(cubic)(2.0) == 36.0 && etad::derivative<3>(cubic)(2.0) == 18.0;
  return ok && etad::derivative(etad::gradient(cubic))(2.0) == 36.0;
}
static_assert(constant_evaluation());

// Formulas with run-time constants of their own go the same way.
constexpr bool formulas_with_constants() {
  constexpr auto f = 2.0 * arg<0> * arg<0> * arg<1>;
  bool ok = etad::gradient(f)(3.0, 2.0) == std::tuple{24.0, 18.0};
  ok = ok && etad::gradient(f, etad::wrt<1>)(3.0f, 2.0f) == 18.0f;
  ok = ok && std::same_as<decltype(etad::gradient(f, etad::wrt<1>)(3.0f, 2.0f)), float>;
  ok = ok && etad::hessian(f)(3.0, 2.0) == etad::matrix<double, 2, 2>{{{{8, 12}, {12, 0}}}};
  return ok && etad::gradient(etad::derivative(f, etad::wrt<0>))(3.0, 2.0) == std::tuple{8.0, 12.0};
}
static_assert(formulas_with_constants());

}  // namespace

TEST_CASE("a captured reference is read at each call") {
  CHECK(constant_evaluation());
  CHECK(formulas_with_constants());
  double k = 1.0;
  const auto slope = etad::derivative([&k](auto x) {
    using std::exp;
    return exp(k * x);
  });
  CHECK(slope(0.0) == 1.0);
  k = 5.0;
  CHECK(slope(0.0) == 5.0);
}

TEST_CASE("captured values of several types, and captured formulas' helpers") {
  const int n = 3;
  const float half = 0.5f;
  const std::array<double, 2> w{2.0, -1.0};
  const auto square = [](auto x) { return x * x; };
  const auto f = [=](auto x, auto y) {
    using std::max, std::pow;
    return half * pow(x, n) + w[0] * square(y) + w[1] * max(x, y);
  };
  CHECK(written_out<double, double>(f));
  CHECK(etad::gradient(f)(2.0, 1.0) == std::tuple{5.0, 4.0});
}

TEST_CASE("a result buffer receives it, too") {
  const double k = 2.0;
  const auto f = [k](auto x, auto y) { return k * x * y; };
  std::array<double, 2> g{3.0, 5.0};
  etad::gradient(f)(g[0], g[1], std::span<double>(g));
  CHECK(g == std::array{10.0, 6.0});
  double value = 0;
  etad::value_and_gradient(f)(1.0, 2.0, std::span<double>(&value, 1), std::span<double>(g));
  CHECK(value == 4.0);
  CHECK(g == std::array{4.0, 2.0});
}

TEST_CASE("repeated parts with captured values are merged or not, by their values") {
  const auto logistic = [](double k, double l) {
    return [k, l](auto x) {
      using std::exp;
      return exp(-k * x) / (1.0 + exp(-l * x));
    };
  };
  const double e = std::exp(-0.5);
  CHECK(etad::derivative(logistic(2.0, 2.0))(0.25) ==
        doctest::Approx(-2.0 * e / ((1 + e) * (1 + e))).epsilon(1e-15));
  const double f = std::exp(-0.75);
  CHECK(etad::derivative(logistic(2.0, 3.0))(0.25) ==
        doctest::Approx((-2.0 * e * (1 + f) + 3.0 * e * f) / ((1 + f) * (1 + f))).epsilon(1e-15));
}

TEST_CASE("loops, branches and arrays go to dual numbers, with the same derivatives") {
  const std::vector<double> data{1.0, 2.0, 4.0};
  const auto sum = [&data](auto a, auto b) {
    using std::exp;
    auto s = 0.0 * a;
    for (const double t : data) s += a * exp(-b * t);
    return s;
  };
  CHECK(!written_out<double, double>(sum));
  const auto formula = [&data](auto a, auto b) {
    using std::exp;
    return a * exp(-b * data[0]) + a * exp(-b * data[1]) + a * exp(-b * data[2]);
  };
  CHECK(written_out<double, double>(formula));
  const auto [da, db] = etad::gradient(sum)(2.0, 0.5);
  const auto [ea, eb] = etad::gradient(formula)(2.0, 0.5);
  CHECK(da == doctest::Approx(ea).epsilon(1e-15));
  CHECK(db == doctest::Approx(eb).epsilon(1e-15));

  const double knee = 1.0;
  const auto huber = [knee](auto x) {
    using std::abs;
    if (abs(x) > knee) return knee * abs(x) - 0.5 * knee * knee;
    return 0.5 * x * x;
  };
  CHECK(!written_out<double>(huber));
  CHECK(etad::derivative(huber)(-3.0) == -1.0);
  CHECK(etad::derivative(huber)(0.25) == 0.25);

  // Opaque: never called with formulas.
  const auto hidden = etad::opaque(formula);
  CHECK(!written_out<double, double>(hidden));
  CHECK(std::get<0>(etad::gradient(hidden)(2.0, 0.5)) == doctest::Approx(ea).epsilon(1e-15));
}

// A closure in a traced function: what it captures is traced.
TEST_CASE("nested closures") {
  constexpr auto outer = [](auto x) {
    const auto inner = [x](auto y) { return x * y * y; };
    return etad::derivative(inner)(x);  // 2 x y at y = x
  };
  static_assert(etad::derivative(outer)(3.0) == 12.0);
  CHECK(etad::derivative(outer)(3.0) == 12.0);
}

// With constants that differ the closure runs on dual numbers; with equal ones as a program.
TEST_CASE("second derivatives of repeated parts") {
  const auto pair = [](double k, double l) {
    return [k, l](auto x, auto y) {
      using std::exp;
      return exp(-k * x) * y + exp(-l * x) * y * y;
    };
  };
  const double e = std::exp(-0.5);
  const double f = std::exp(-0.75);
  const auto merged = etad::hessian(pair(2.0, 2.0))(0.25, 3.0);
  CHECK(merged(0, 0) == doctest::Approx(4 * e * 3 + 4 * e * 9).epsilon(1e-15));
  CHECK(merged(0, 1) == doctest::Approx(-2 * e - 12 * e).epsilon(1e-15));
  CHECK(merged(1, 1) == doctest::Approx(2 * e).epsilon(1e-15));
  const auto apart = etad::hessian(pair(2.0, 3.0))(0.25, 3.0);
  CHECK(apart(0, 0) == doctest::Approx(4 * e * 3 + 9 * f * 9).epsilon(1e-15));
  CHECK(apart(0, 1) == doctest::Approx(-2 * e - 18 * f).epsilon(1e-15));
  CHECK(apart(1, 1) == doctest::Approx(2 * f).epsilon(1e-15));
  const auto [hx, hy] = etad::hvp(pair(2.0, 3.0))(0.25, 3.0, 0.5, -1.0);
  CHECK(hx == doctest::Approx(0.5 * apart(0, 0) - apart(0, 1)).epsilon(1e-14));
  CHECK(hy == doctest::Approx(0.5 * apart(0, 1) - apart(1, 1)).epsilon(1e-14));
}

// Bodies that formulas cannot run, although nothing in them is marked: declared result types.
struct spring {
  double stiffness;
  template <class T>
  T operator()(const T& x) const {
    return 0.5 * stiffness * x * x;
  }
};
struct attraction {
  double strength;
  template <class T>
  T operator()(const T& x, const T& y) const {
    return strength / (x * x + y * y);
  }
};

TEST_CASE("functors with declared types go to dual numbers") {
  CHECK(!written_out<double>(spring{3.0}));
  CHECK(etad::derivative(spring{3.0})(2.0) == 6.0);
  CHECK(!written_out<double, double>(attraction{2.0}));
  CHECK(etad::gradient(attraction{2.0})(1.0, 1.0) == std::tuple{-1.0, -1.0});
}

template <class T>
constexpr T squared(const T& x) {
  return x * x;
}
struct scaled {
  double factor;
  template <class T>
  constexpr T twice(const T& x) const {
    return 2 * factor * x;
  }
  constexpr double slope(double at) const {
    return etad::derivative([*this](auto x) { return x * twice(x); })(at);
  }
};

// Each of these wants one type for two expressions, or declares the type of one.
TEST_CASE("closures that decide on what they captured, and helpers with declared results") {
  for (const double k : {1.0, 3.0}) {
    const bool on = k > 2;
    const auto conditional = [k](auto x) { return k > 2 ? x * x : x; };
    CHECK(!written_out<double>(conditional));
    CHECK(etad::derivative(conditional)(5.0) == (on ? 10.0 : 1.0));
    const auto returns = [on](auto x) {
      if (on) return x * x;
      return x;
    };
    CHECK(!written_out<double>(returns));
    CHECK(etad::derivative(returns)(5.0) == (on ? 10.0 : 1.0));
    CHECK(etad::derivative<2>(returns)(5.0) == (on ? 2.0 : 0.0));
    const auto declared = [k](auto x) {
      decltype(x) y = k * x;
      return y * x;
    };
    CHECK(etad::derivative(declared)(5.0) == 10 * k);
    const auto helped = [k](auto x, auto y) { return k * squared(x) + squared(k * y); };
    CHECK(etad::gradient(helped)(5.0, 2.0) == std::tuple{10 * k, 4 * k * k});
    const auto larger = [k](auto x) { return std::max(x * k, x * x); };
    CHECK(etad::derivative(larger)(2.0) == (on ? k : 4.0));
    CHECK(scaled{k}.slope(5.0) == 20 * k);
  }
}

TEST_CASE("closures that can be moved, not copied") {
  const auto make = [](double k) {
    return [k = std::make_unique<double>(k)](auto x) { return *k * x * x; };
  };
  CHECK(etad::derivative(make(3.0))(2.0) == 12.0);
  CHECK(etad::gradient(make(3.0))(2.0) == 12.0);
  CHECK(etad::value_and_gradient(make(3.0))(2.0).gradient == 12.0);
  CHECK(etad::jvp(make(3.0))(2.0, 0.5) == 6.0);
  CHECK(etad::derivative<2>(make(3.0))(2.0) == 6.0);
}

TEST_CASE("closures too large for a formula go to dual numbers") {
  const double k = 0.5;
  const auto large = [k](auto x) {
    const auto a = k * x + x;
    const auto b = a * a + x;
    const auto c = b * b + a;
    const auto d = c * c + b;
    const auto e = d * d + c;
    const auto f = e * e + d;
    return f * f + e;
  };
  CHECK(!written_out<double>(large));
  const auto small = [k](auto x) {
    const auto a = k * x + x;
    const auto b = a * a + x;
    return b * b + a;
  };
  CHECK(written_out<double>(small));
  constexpr auto traced = [](auto x, auto half) {
    const auto a = half * x + x;
    const auto b = a * a + x;
    const auto c = b * b + a;
    const auto d = c * c + b;
    const auto e = d * d + c;
    const auto f = e * e + d;
    return f * f + e;
  };
  CHECK(etad::derivative(large)(0.25) ==
        doctest::Approx(etad::derivative(traced, etad::wrt<0>)(0.25, k)).epsilon(1e-14));
}

TEST_CASE("a closure is called even if its formula holds no captured number") {
  int calls = 0;
  const auto counting = [&calls](auto x) {
    ++calls;
    return x * x;
  };
  CHECK(etad::derivative(counting)(3.0) == 6.0);
  CHECK(calls == 1);
  bool valid = false;
  const auto refusing = [&valid](auto x, auto y) {
    if (!valid) throw std::invalid_argument("refused");
    return x * y;
  };
  CHECK_THROWS_AS(etad::gradient(refusing)(1.0, 2.0), std::invalid_argument);
  CHECK_THROWS_AS(etad::hessian(refusing)(1.0, 2.0), std::invalid_argument);
}
