// SPDX-License-Identifier: MIT
// Every verb on one function, once traced and once on duals: the same types, the same values within
// rounding. And what only duals can differentiate.
#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <etad/etad.hpp>
#include <limits>
#include <span>
#include <vector>

namespace {

constexpr auto scalar = [](const auto& x, auto y) {
  using std::exp, std::sin;
  return x[0] * sin(x[1]) * y + exp(x[2] * y) * x[0] + (x[1] > 0.0 ? x[1] * x[1] : -x[1]);
};
constexpr auto several = [](const auto& x, auto y) {
  using std::sqrt;
  return std::array{x[0] * y, sqrt(x[1] * x[1] + y * y), x[2] * x[2] * x[0]};
};
constexpr auto single = [](auto t) {
  using std::sin;
  return t * t * sin(t);
};

/// Every number of a result of any shape.
template <class T, class Result>
std::vector<T> numbers(const Result& result) {
  std::vector<T> all;
  const auto add = [&](const auto& leaf) { all.push_back(static_cast<T>(leaf)); };
  etad::detail::shape<Result>::visit(result, add);
  return all;
}

template <class T, class Traced, class Fallen>
bool agree(const Traced& traced, const Fallen& fallen) {
  static_assert(std::same_as<Traced, Fallen>);
  const auto a = numbers<T>(traced);
  const auto b = numbers<T>(fallen);
  bool close = !a.empty();
  for (std::size_t i = 0; i < a.size(); ++i) {
    close = close &&
            std::abs(a[i] - b[i]) <= 32 * std::numeric_limits<T>::epsilon() * (1 + std::abs(a[i]));
  }
  return close;
}

template <class T, class Verb, class F, class... A>
bool same(const Verb& verb, const F& f, const A&... a) {
  return agree<T>(verb(f)(a...), verb(etad::opaque(f))(a...));
}

TEST_CASE_TEMPLATE("traced or not, the same shapes and values", T, float, double, long double) {
  const std::array<T, 3> x{T(0.5), T(-1.25), T(0.75)};
  const T y = T(1.5);
  const std::array<T, 3> v{T(1), T(-2), T(0.5)};
  static_assert(!etad::traceable<decltype(etad::opaque(scalar)), std::array<T, 3>, T>);
  static_assert(etad::traceable<decltype(scalar), std::array<T, 3>, T>);

  CHECK(same<T>([](auto f) { return etad::derivative(f); }, single, y));
  CHECK(same<T>([](auto f) { return etad::derivative<3>(f); }, single, y));
  CHECK(same<T>([](auto f) { return etad::gradient(f); }, scalar, x, y));
  CHECK(same<T>([](auto f) { return etad::gradient(f, etad::wrt<0>); }, scalar, x, y));
  CHECK(same<T>([](auto f) { return etad::gradient(f, etad::wrt<1>); }, scalar, x, y));
  CHECK(same<T>([](auto f) { return etad::value_and_gradient(f); }, scalar, x, y));
  CHECK(same<T>([](auto f) { return etad::jacobian(f); }, several, x, y));
  CHECK(same<T>([](auto f) { return etad::jacobian(f, etad::wrt<0>); }, several, x, y));
  CHECK(same<T>([](auto f) { return etad::value_and_jacobian(f); }, several, x, y));
  CHECK(same<T>([](auto f) { return etad::jvp(f, etad::wrt<0>); }, several, x, y, v));
  CHECK(same<T>([](auto f) { return etad::vjp(f); }, several, x, y, v));
}

TEST_CASE("second derivatives") {
  const std::array x{0.5, -1.25, 0.75};
  const std::array v{1.0, -2.0, 0.5};
  CHECK(same<double>([](auto f) { return etad::hessian(f); }, scalar, x, 1.5));
  CHECK(same<double>([](auto f) { return etad::hessian(f, etad::wrt<0>); }, scalar, x, 1.5));
  CHECK(same<double>([](auto f) { return etad::value_gradient_hessian(f); }, scalar, x, 1.5));
  CHECK(same<double>([](auto f) { return etad::hvp(f, etad::wrt<0>); }, scalar, x, 1.5, v));
}

TEST_CASE("into spans") {
  const std::array x{0.5, -1.25, 0.75};
  std::vector<double> value(3);
  std::vector<double> jacobian(9);
  etad::value_and_jacobian(etad::opaque(several), etad::wrt<0>)(x, 1.5, std::span(value),
                                                                std::span(jacobian));
  const auto expected = etad::value_and_jacobian(etad::opaque(several), etad::wrt<0>)(x, 1.5);
  CHECK(std::equal(value.begin(), value.end(), expected.value.data()));
  CHECK(std::equal(jacobian.begin(), jacobian.end(), expected.jacobian.data()));
}

// Captured state, a helper that is not constexpr, a loop whose length depends on the data.
template <class T>
T newton_root(const T& square) {
  T root(1.0);
  for (int i = 0; i < 100; ++i) {
    const T next = 0.5 * (root + square / root);
    if (next == root) break;
    root = next;
  }
  return root;
}

TEST_CASE("what cannot be traced") {
  double factor = 3.0;
  const auto root = etad::opaque([&factor](auto x) { return factor * newton_root(x); });
  static_assert(!etad::traceable<decltype(root), double>);
  CHECK(etad::derivative(root)(4.0) == doctest::Approx(0.75));
  CHECK(etad::derivative<2>(root)(4.0) == doctest::Approx(-3.0 / 32.0));
  factor = 5.0;
  CHECK(etad::derivative(root)(4.0) == doctest::Approx(1.25));

  const std::vector<double> samples{1.0, 2.0, 4.0};
  const auto misfit = [&samples](const auto& p) {
    auto sum = 0.0 * p[0];
    for (const double t : samples) sum += (p[0] * t - p[1]) * (p[0] * t - p[1]);
    return sum;
  };
  const auto [value, slopes] = etad::value_and_gradient(misfit)(std::array{2.0, 1.0});
  CHECK(value == 1.0 + 9.0 + 49.0);
  CHECK(slopes == std::array{2.0 * (1.0 + 3.0 * 2.0 + 7.0 * 4.0), -2.0 * (1.0 + 3.0 + 7.0)});
  const auto h = etad::hessian(misfit)(std::array{2.0, 1.0});
  CHECK(h == etad::matrix<double, 2, 2>{{{{42.0, -14.0}, {-14.0, 6.0}}}});
}

// A derivative that is wrong: duals see a constant where plain numbers see the square.
struct forgetful {
  double scale;
  template <class T>
  constexpr T operator()(const std::array<T, 2>& x) const {
    if constexpr (std::floating_point<T>) {
      return static_cast<T>(scale) * x[0] * x[0] + x[1];
    } else {
      return T(scale * value(x[0]) * value(x[0])) + x[1];
    }
  }
};

TEST_CASE("check_derivatives of what cannot be traced") {
  const double factor = 3.0;
  const auto good = [factor](const auto& x) {
    using std::sin;
    return std::array{factor * sin(x[0]) * x[1], x[1] * x[1] * x[0]};
  };
  const auto report = etad::check_derivatives(good)(std::array{0.5, 1.25});
  CHECK(report.ok);
  CHECK(report.forward == report.reverse);
  const auto gradient = etad::gradient(etad::opaque(scalar), etad::wrt<0>);
  CHECK(etad::check_derivatives(gradient, etad::wrt<0>)(std::array{0.5, -1.25, 0.75}, 1.5).ok);
  const auto wrong = etad::check_derivatives(forgetful{2.0})(std::array{0.5, 1.25});
  CHECK_FALSE(wrong.ok);
  CHECK(wrong.column == 0);
  CHECK(wrong.forward == 0.0);
  CHECK(wrong.difference == doctest::Approx(2.0));
}
static_assert(etad::check_derivatives(etad::opaque([](auto x) { return x * x * x; }))(2.0));

// d/dx [x d/dy (x y)] at y = 3 is 2 x. Confusing the two levels would give another number.
constexpr auto inner = [](auto x, auto y) { return x * y; };
constexpr auto outer = [](auto x) {
  const auto slope = etad::derivative(etad::opaque(inner), etad::wrt<1>)(x, decltype(x)(3.0));
  return x * slope;
};
static_assert(etad::derivative(etad::opaque(outer))(5.0) == 10.0);
static_assert(etad::derivative<2>(etad::opaque(outer))(5.0) == 2.0);

// The same function at both levels: d/dx [x f'(x)] with f = x^3 is 9 x^2.
constexpr auto cube = etad::opaque([](auto x) { return x * x * x; });
constexpr auto around = etad::opaque([](auto x) { return x * etad::derivative(cube)(x); });
static_assert(etad::derivative(around)(2.0) == 36.0);

static_assert(etad::gradient(etad::opaque(inner))(2.0, 5.0) == std::tuple{5.0, 2.0});
static_assert(etad::hessian(etad::opaque(inner))(2.0, 5.0) ==
              etad::matrix<double, 2, 2>{{{{0.0, 1.0}, {1.0, 0.0}}}});
static_assert(etad::jvp(etad::opaque(inner))(2.0, 5.0, 1.0, 10.0) == 25.0);

}  // namespace
