// SPDX-License-Identifier: MIT
// The types of results for every kind of argument, and what a verb is.
#include <doctest/doctest.h>
#include <array>
#include <concepts>
#include <etad/etad.hpp>
#include <tuple>
#include <type_traits>

namespace {

template <class T, class U>
constexpr bool same(const U&) {
  return std::same_as<T, U>;
}

using vector2 = std::array<double, 2>;
using vector3 = std::array<double, 3>;
using square = std::array<std::array<double, 2>, 2>;

constexpr auto one = [](auto x) { return x * x; };
constexpr auto two = [](auto x, auto y) { return x * y; };
constexpr auto of_array = [](const auto& x) { return x[0] * x[1]; };
constexpr auto of_square = [](const auto& x) { return x[0][0] * x[1][1] - x[0][1] * x[1][0]; };
constexpr auto of_both = [](const auto& x, auto y) { return x[0] * x[1] * y; };
constexpr auto to_array = [](const auto& x) { return std::array{x[0], x[1], x[0] * x[1]}; };
constexpr auto to_square = [](auto x) {
  return std::array{std::array{x, x * x}, std::array{2.0 * x, x}};
};

constexpr vector2 v{2.0, 3.0};
constexpr square q{{{1.0, 2.0}, {3.0, 4.0}}};

// derivative: the shape of f(x).
static_assert(same<double>(etad::derivative(one)(1.0)));
static_assert(same<square>(etad::derivative(to_square)(1.0)));

// gradient: the shape of the arguments, a tuple of several.
static_assert(same<double>(etad::gradient(one)(1.0)));
static_assert(same<std::tuple<double, double>>(etad::gradient(two)(1.0, 2.0)));
static_assert(same<vector2>(etad::gradient(of_array)(v)));
static_assert(same<square>(etad::gradient(of_square)(q)));
static_assert(same<std::tuple<vector2, double>>(etad::gradient(of_both)(v, 1.0)));
static_assert(same<double>(etad::gradient(of_both, etad::wrt<1>)(v, 1.0)));
static_assert(same<vector2>(etad::gradient(of_both, etad::wrt<0>)(v, 1.0)));

// jacobian: a matrix, or a tuple of blocks as soon as one of several arguments is an array.
static_assert(same<etad::matrix<double, 1, 1>>(etad::jacobian(one)(1.0)));
static_assert(same<etad::matrix<double, 1, 2>>(etad::jacobian(two)(1.0, 2.0)));
static_assert(same<etad::matrix<double, 3, 2>>(etad::jacobian(to_array)(v)));
static_assert(same<etad::matrix<double, 1, 4>>(etad::jacobian(of_square)(q)));
static_assert(same<etad::matrix<double, 4, 1>>(etad::jacobian(to_square)(2.0)));
static_assert(same<std::tuple<etad::matrix<double, 1, 2>, etad::matrix<double, 1, 1>>>(
    etad::jacobian(of_both)(v, 1.0)));
static_assert(same<etad::matrix<double, 1, 2>>(etad::jacobian(of_both, etad::wrt<0>)(v, 1.0)));

// hessian: the same for rows and columns.
static_assert(same<etad::matrix<double, 2, 2>>(etad::hessian(two)(1.0, 2.0)));
static_assert(same<etad::matrix<double, 4, 4>>(etad::hessian(of_square)(q)));
static_assert(same<std::tuple<std::tuple<etad::matrix<double, 2, 2>, etad::matrix<double, 2, 1>>,
                              std::tuple<etad::matrix<double, 1, 2>, etad::matrix<double, 1, 1>>>>(
    etad::hessian(of_both)(v, 1.0)));

// products: the shape of f(x), or of the arguments.
static_assert(same<vector3>(etad::jvp(to_array)(v, v)));
static_assert(same<vector2>(etad::vjp(to_array)(v, vector3{1.0, 2.0, 3.0})));
static_assert(same<std::tuple<vector2, double>>(etad::vjp(of_both)(v, 1.0, 1.0)));
static_assert(same<vector2>(etad::hvp(of_array)(v, v)));
static_assert(same<std::tuple<double, double>>(etad::hvp(two)(1.0, 2.0, 1.0, 0.0)));

// The scalar type is the common type of all arguments; whole numbers count as double.
static_assert(same<double>(etad::derivative(one)(3)));
static_assert(same<float>(etad::derivative(one)(3.0f)));
static_assert(same<long double>(etad::derivative(one)(3.0L)));
static_assert(same<std::tuple<double, double>>(etad::gradient(two)(1.0f, 2.0)));
static_assert(same<std::tuple<long double, long double>>(etad::gradient(two)(1.0f, 2.0L)));
static_assert(same<std::tuple<double, double>>(etad::gradient(two)(1, 2.0f)));
static_assert(same<std::tuple<double, double>>(etad::gradient(two)(1, 2)));

// A verb is a function object without state, and so is what it returns.
template <class Verb>
constexpr bool stateless = std::is_empty_v<Verb>&& std::is_trivially_copyable_v<Verb>&&
                               std::is_trivially_default_constructible_v<Verb> &&
                           sizeof(Verb) == 1;
static_assert(stateless<decltype(etad::derivative(one))>);
static_assert(stateless<decltype(etad::derivative<3>(one))>);
static_assert(stateless<decltype(etad::gradient(one))>);
static_assert(stateless<decltype(etad::value_and_gradient(one, etad::wrt<0>))>);
static_assert(stateless<decltype(etad::jacobian(one, etad::reverse))>);
static_assert(stateless<decltype(etad::value_and_jacobian(one))>);
static_assert(stateless<decltype(etad::hessian(one))>);
static_assert(stateless<decltype(etad::value_gradient_hessian(one))>);
static_assert(stateless<decltype(etad::jvp(one))>);
static_assert(stateless<decltype(etad::vjp(one))>);
static_assert(stateless<decltype(etad::hvp(one))>);
static_assert(stateless<decltype(etad::check_derivatives(one))>);
static_assert(noexcept(etad::gradient(one)) && noexcept(etad::jacobian(one)));

// What can be traced, and what cannot.
static_assert(etad::traceable<decltype(of_both), vector2, double>);
static_assert(etad::traceable<decltype(of_square), square>);
static_assert(etad::traceable<decltype(etad::gradient(of_array)), vector2>);
static_assert(!etad::traceable<decltype(two), double>);
static_assert(!etad::traceable<double (*)(double), double>);
struct with_member {
  double factor = 2.0;
  constexpr auto operator()(auto x) const { return factor * x; }
};
static_assert(!etad::traceable<with_member, double>);
struct not_constexpr {
  template <class T>
  T operator()(const T& x) const {
    static T last = x;
    return last;
  }
};
static_assert(!etad::traceable<not_constexpr, double>);
static_assert(!etad::traceable<decltype([](double x) { return x; }), double>);
static_assert(!etad::traceable<decltype([](const auto& x) { return &x; }), double>);

TEST_CASE("mixed and whole arguments have the derivatives of their values") {
  const auto [dx, dy] = etad::gradient(two)(3, 2.5f);
  CHECK(dx == 2.5);
  CHECK(dy == 3.0);
  const auto [fx, fy] = etad::gradient(two)(3.0f, 2.5f);
  static_assert(std::same_as<decltype(fx), const float>);
  CHECK(fx == 2.5f);
  CHECK(fy == 3.0f);
}

TEST_CASE("literals take part in the precision of the arguments") {
  constexpr auto tenth = [](auto x) { return 0.1 * x * x; };
  CHECK(etad::derivative(tenth)(3.0f) == doctest::Approx(0.6).epsilon(1e-7));
  CHECK(etad::derivative(tenth)(3.0) == doctest::Approx(0.6).epsilon(1e-15));
}

TEST_CASE("a matrix is what the documentation says") {
  constexpr etad::matrix<double, 3, 2> j = etad::jacobian(to_array)(v);
  static_assert(j.rows == 3 && j.columns == 2 && j.size() == 6);
  static_assert(j(2, 0) == 3.0 && j(2, 1) == 2.0);
  static_assert(j[2] == vector2{3.0, 2.0});
  CHECK(j.data()[5] == 2.0);
  const std::array<vector2, 3> nested = j;
  CHECK(nested[0] == vector2{1.0, 0.0});
}

TEST_CASE("blocks of several arguments hold what the whole matrix would") {
  const auto [by_array, by_scalar] = etad::jacobian(of_both)(v, 5.0);
  CHECK(by_array[0] == vector2{15.0, 10.0});
  CHECK(by_scalar(0, 0) == 6.0);
  const auto hessian = etad::hessian(of_both)(v, 5.0);
  const auto& [first, second] = hessian;
  CHECK(std::get<0>(first) == etad::matrix<double, 2, 2>{{{{0.0, 5.0}, {5.0, 0.0}}}});
  CHECK(std::get<1>(first) == etad::matrix<double, 2, 1>{{{{3.0}, {2.0}}}});
  CHECK(std::get<0>(second) == etad::matrix<double, 1, 2>{{{{3.0, 2.0}}}});
  CHECK(std::get<1>(second)(0, 0) == 0.0);
}

TEST_CASE("structured bindings name the parts") {
  const auto [value, gradient] = etad::value_and_gradient(of_array)(v);
  CHECK(value == 6.0);
  CHECK(gradient == vector2{3.0, 2.0});
  const auto [f, j] = etad::value_and_jacobian(to_array)(v);
  CHECK(f == vector3{2.0, 3.0, 6.0});
  CHECK(j(2, 1) == 2.0);
  const auto [w, g, h] = etad::value_gradient_hessian(of_array)(v);
  CHECK(w == 6.0);
  CHECK(g == gradient);
  CHECK(h == etad::matrix<double, 2, 2>{{{{0.0, 1.0}, {1.0, 0.0}}}});
}

}  // namespace
