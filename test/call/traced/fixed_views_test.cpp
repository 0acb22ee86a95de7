// SPDX-License-Identifier: MIT
// Built-in arrays and views of fixed extent: traced, with the results of std::array to the last bit.
#include <doctest/doctest.h>
#include <array>
#include <concepts>
#include <etad/etad.hpp>
#include <span>

namespace {

constexpr std::array point{0.5, -1.25, 2.0};

struct by_elements {
  constexpr auto operator()(const auto& x) const {
    using std::exp;
    return x[0] * x[1] / x[2] + exp(x[0] * x[0]) * x[2];
  }
};
struct by_span {
  template <class T>
  constexpr T operator()(std::span<const T, 3> x) const {
    return by_elements{}(x.template first<3>());
  }
};
struct by_range {
  constexpr auto operator()(const auto& x) const {
    auto sum = 0.0 * x[0];
    for (const auto& item : x) sum += item * item;
    return sum + x[2] / x[1];
  }
};
struct by_built_in_array {
  template <class T>
  constexpr T operator()(const T (&x)[3]) const {
    return by_elements{}(x);
  }
};
struct by_pointer {
  template <class T>
  constexpr T operator()(const T* x) const {
    return by_elements{}(x);
  }
};

/// All verbs on x, of fixed size, and on the same numbers in an array.
template <class F, class Reference, class X>
void check_verbs(const F& f, const Reference& reference, const X& x) {
  static_assert(etad::detail::road_of<decltype(etad::gradient(f)), F, X> == etad::road::traced);
  const auto gradient = etad::gradient(f)(x);
  static_assert(std::same_as<decltype(gradient), const std::array<double, 3>>);
  CHECK(gradient == etad::gradient(reference)(point));
  CHECK(etad::value_and_gradient(f)(x) == etad::value_and_gradient(reference)(point));
  CHECK(etad::jacobian(f)(x) == etad::jacobian(reference)(point));
  CHECK(etad::hessian(f)(x) == etad::hessian(reference)(point));
  CHECK(etad::value_gradient_hessian(f)(x) == etad::value_gradient_hessian(reference)(point));
  CHECK(etad::jvp(f)(x, x) == etad::jvp(reference)(point, point));
  CHECK(etad::vjp(f)(x, 2.0) == etad::vjp(reference)(point, 2.0));
  CHECK(etad::hvp(f)(x, x) == etad::hvp(reference)(point, point));
  std::array<double, 3> written{};
  etad::gradient(f)(x, std::span(written));
  CHECK(written == gradient);
}

TEST_CASE("a view of fixed extent") {
  const std::span<const double, 3> x(point);
  check_verbs(by_elements{}, by_elements{}, x);
  check_verbs(by_span{}, by_elements{}, x);
  check_verbs(by_range{}, by_range{}, x);
}

TEST_CASE("a built-in array") {
  const double x[] = {0.5, -1.25, 2.0};
  check_verbs(by_elements{}, by_elements{}, x);
  check_verbs(by_range{}, by_range{}, x);
  check_verbs(by_built_in_array{}, by_elements{}, x);
  check_verbs(by_pointer{}, by_elements{}, x);
}

TEST_CASE("built-in arrays of built-in arrays, and beside other arguments") {
  const double a[2][2] = {{1.0, 2.0}, {3.0, 4.0}};
  const auto g = etad::gradient(
      [](const auto& m, auto k) { return k * (m[0][0] * m[1][1] - m[0][1] * m[1][0]); })(a, 2.0);
  CHECK(std::get<0>(g) == std::array{std::array{8.0, -6.0}, std::array{-4.0, 2.0}});
  CHECK(std::get<1>(g) == -2.0);
}

TEST_CASE("whole numbers, and captures, which run on dual numbers") {
  const int whole[] = {1, 2, 4};
  CHECK(etad::gradient(by_range{})(whole) == etad::gradient(by_range{})(std::array{1.0, 2.0, 4.0}));
  const double limit = 0.25;
  const auto f = [limit](const auto& x) { return x[0] > limit ? x[0] * x[1] : x[2]; };
  CHECK(etad::gradient(f)(std::span<const double, 3>(point)) == std::array{-1.25, 0.5, 0.0});
  const double x[] = {0.5, -1.25, 2.0};
  CHECK(etad::gradient(f)(x) == std::array{-1.25, 0.5, 0.0});
}

TEST_CASE("in constant expressions") {
  static constexpr double x[] = {3.0, 4.0};
  constexpr auto square = [](const auto& a) { return a[0] * a[0] * a[1]; };
  static_assert(etad::gradient(square)(x) == std::array{24.0, 9.0});
  static_assert(etad::gradient(square)(std::span<const double, 2>(x)) == std::array{24.0, 9.0});
}

}  // namespace
