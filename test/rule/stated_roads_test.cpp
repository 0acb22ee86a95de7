// SPDX-License-Identifier: MIT
// Stated derivatives, stop_gradient, straight_through and select on every road: formulas, closures,
// dual numbers, packs and functions that cannot be traced.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <etad/check/derivative_report_io.hpp>
#include <etad/dual/functions.hpp>
#include <etad/etad.hpp>
#include <etad/lane/number.hpp>
#include <etad/lane/plain.hpp>
#include <etad/rule/implicit_root.hpp>
#include <type_traits>

namespace {

using etad::arg;

constexpr auto cube =
    etad::custom_derivative([](auto x) { return x * x * x; }, [](auto x) { return 3.0 * x * x; });

// Functions of another library: Bessel's of the first kind.
struct slope_of_bessel0 {
  template <class T>
  T operator()(const T& x) const;
};
struct slope_of_bessel1 {
  template <class T>
  T operator()(const T& x) const;
};
constexpr auto bessel0 =
    etad::custom_derivative([](double x) { return std::cyl_bessel_j(0.0, x); }, slope_of_bessel0{});
constexpr auto bessel1 = etad::custom_derivative(
    etad::opaque([](const auto& x) { return std::cyl_bessel_j(1.0, static_cast<double>(x)); }),
    slope_of_bessel1{});
template <class T>
T slope_of_bessel0::operator()(const T& x) const {
  return -bessel1(x);
}
template <class T>
T slope_of_bessel1::operator()(const T& x) const {
  return bessel0(x) - bessel1(x) / x;
}

// A value with an overload for each kind of number, and how often each was called.
int of_float = 0, of_double = 0, of_packs = 0;
using pack = etad::pack<double, etad::plain_lanes<4>>;
struct overloaded {
  float operator()(float x) const { return ++of_float, x * x; }
  double operator()(double x) const { return ++of_double, x * x; }
  pack operator()(const pack& x) const { return ++of_packs, x * x; }
};
constexpr auto square = etad::custom_derivative(overloaded{}, [](const auto& x) { return x + x; });

double bessel(int order, double x) { return std::cyl_bessel_j(static_cast<double>(order), x); }
bool near(double a, double b) { return std::fabs(a - b) <= 1e-13 * (1 + std::fabs(b)); }

}  // namespace

TEST_CASE("formulas") {
  constexpr auto f = cube(2.0 * arg<0>) + etad::stop_gradient(arg<0>) * arg<0>;
  static_assert(f(1.0) == 9.0);
  static_assert(etad::derivative(f)(1.0) == 25.0);
  static_assert(etad::derivative<0>(f)(1.0) == 25.0);
  static_assert(etad::derivative<0>(etad::derivative<0>(f))(1.0) == 48.0);
  constexpr auto g = etad::straight_through(round(arg<0>), arg<0> * arg<1>);
  static_assert(g(2.6, 4.0) == 3.0);
  static_assert(etad::gradient(g)(2.6, 4.0) == std::tuple{4.0, 2.6});
  CHECK(true);
}

TEST_CASE("closures become formulas, or run on duals") {
  const double k = 2.0;
  const auto traced = [k](auto x) { return cube(k * x); };
  static_assert(!etad::traceable<decltype(traced), double>);
  CHECK(etad::derivative(traced)(1.0) == 48.0 / 2);
  const auto opaque = [k](auto x) { return bessel0(k * x) * x; };
  CHECK(near(etad::derivative(opaque)(1.5), bessel(0, 3.0) - 3.0 * bessel(1, 3.0)));
}

TEST_CASE("opaque values: orders 1 to 3, several variables") {
  const double x = 1.5;
  const double j0 = bessel(0, x), j1 = bessel(1, x), j2 = bessel(2, x), j3 = bessel(3, x);
  static_assert(!etad::traceable<decltype(bessel0), double>);
  CHECK(near(etad::derivative(bessel0)(x), -j1));
  CHECK(near(etad::derivative<2>(bessel0)(x), (j2 - j0) / 2));
  CHECK(near(etad::derivative<3>(bessel0)(x), (3 * j1 - j3) / 4));
  CHECK(near(etad::derivative<3>(bessel1)(x), (4 * j2 - 3 * j0 - bessel(4, x)) / 8));

  constexpr auto wave = [](auto r, auto t) {
    using std::cos;
    return bessel0(r) * cos(t);
  };
  const auto [dr, dt] = etad::gradient(wave)(x, 0.5);
  CHECK(near(dr, -j1 * std::cos(0.5)));
  CHECK(near(dt, -j0 * std::sin(0.5)));
  const auto h = etad::hessian(wave)(x, 0.5);
  CHECK(near(h(0, 0), (j2 - j0) / 2 * std::cos(0.5)));
  CHECK(near(h(1, 0), j1 * std::sin(0.5)));
  CHECK(near(etad::jvp(wave)(x, 0.5, 2.0, 0.0), -2 * j1 * std::cos(0.5)));
  CHECK(near(etad::jacobian(wave)(x, 0.5)(0, 1), dt));
  CHECK(etad::check_derivatives(wave)(x, 0.5));
  CHECK(std::is_same_v<decltype(etad::derivative(bessel0)(1.5F)), float>);
}

TEST_CASE("a value with an overload for each kind of number") {
  constexpr auto f = [](auto x) { return 3.0F * square(x); };
  CHECK(etad::value_and_gradient(f)(2.0F).value == 12.0F);
  CHECK(etad::value_and_gradient(f)(2.0).gradient == 12.0);
  CHECK(of_float > 0);
  CHECK(of_double > 0);
  of_float = of_double = 0;
  const auto y = f(etad::dual<pack, 1>(pack(1.0).with(2, 5.0), 0));
  CHECK(of_packs == 1);
  CHECK(of_float + of_double == 0);
  CHECK(value(y)[2] == 75.0);
  CHECK(tangent(y)[0][2] == 30.0);
}

TEST_CASE("select on numbers, duals and packs") {
  CHECK(etad::select(true, 1.0F, 2.0) == 1.0);
  CHECK(std::is_same_v<decltype(etad::select(true, 1.0F, 2.0)), double>);
  using number = etad::dual<double, 1>;
  const number x(3.0, 0);
  CHECK(tangent(etad::select(x > 0.0, x, 0.0))[0] == 1.0);
  CHECK(tangent(etad::select(x < 0.0, x, 0.0))[0] == 0.0);
  CHECK(tangent(etad::select(x > 0.0, x * x, x))[0] == 6.0);

  const pack p = pack(1.0).with(2, -1.0);
  CHECK(etad::select(p > pack(0.0), p, pack(5.0))[2] == 5.0);
  CHECK(etad::select(p > pack(0.0), p, pack(5.0))[1] == 1.0);
  using lanes = etad::dual<pack, 1>;
  const lanes y(p, 0);
  const lanes chosen = etad::select(y > lanes(0.0), y * y, lanes(5.0));
  CHECK(value(chosen)[2] == 5.0);
  CHECK(tangent(chosen)[0][2] == 0.0);
  CHECK(tangent(chosen)[0][1] == 2.0);
  constexpr auto literals = [](auto u) { return u * etad::select(u > 1.0, 2.0, 3.0); };
  static_assert(etad::derivative(literals)(5.0) == 2.0);
}

TEST_CASE("stop_gradient and straight_through on duals, numbers and arrays") {
  using inner = etad::dual<double, 1>;
  using number = etad::dual<inner, 1>;
  const number x(inner(3.0, 0), 0);
  const number stopped = etad::stop_gradient(x);
  CHECK(value(value(stopped)) == 3.0);
  CHECK(tangent(value(stopped))[0] == 0.0);
  CHECK(value(tangent(stopped)[0]) == 0.0);
  const number through = etad::straight_through(floor(x), x * x);
  CHECK(value(value(through)) == 3.0);
  CHECK(value(tangent(through)[0]) == 6.0);
  CHECK(tangent(tangent(through)[0])[0] == 2.0);
  CHECK(tangent(value(through))[0] == 6.0);
  CHECK(value(tangent(etad::straight_through(1.0, x))[0]) == 1.0);
  CHECK(value(tangent(etad::straight_through(x, 1.0))[0]) == 0.0);
  CHECK(etad::stop_gradient(2) == 2);
  CHECK(etad::stop_gradient(std::array{1.0, 2.0})[1] == 2.0);
  CHECK(etad::straight_through(2.0F, 1.0) == 2.0);
  constexpr auto held = [](const auto& a) {
    const auto s = etad::stop_gradient(a);
    return s[0] * a[1] + s[1];
  };
  static_assert(etad::gradient(held)(std::array{2.0, 3.0}) == std::array{0.0, 2.0});
}

TEST_CASE("a tuple as argument, one as solution") {
  constexpr auto product = etad::custom_derivative(
      [](const auto& t) { return std::get<0>(t) * std::get<1>(t)[0]; },
      [](const auto& t) {
        return std::tuple(std::get<1>(t)[0], std::array{std::get<0>(t), 0.0 * std::get<0>(t)});
      });
  constexpr std::tuple t{3.0, std::array{4.0, 5.0}};
  constexpr std::tuple wanted{4.0, std::array{3.0, 0.0}};
  static_assert(etad::gradient(product)(t) == wanted);
  CHECK(etad::gradient(etad::opaque(product))(t) == wanted);

  constexpr auto polar = etad::implicit_root(
      [](const auto& x, auto p, auto q) {
        const auto& r = std::get<0>(x);
        return std::tuple(r * r - p, std::get<1>(x)[0] - q * r);
      },
      [](auto p, auto q) {
        using std::sqrt;
        const auto r = sqrt(p);
        return std::tuple(r, std::array{q * r});
      });
  constexpr auto second = [polar](auto p, auto q) { return std::get<1>(polar(p, q))[0]; };
  CHECK(etad::gradient(second)(4.0, 3.0) == std::tuple{0.75, 2.0});
  CHECK(near(etad::hessian(etad::opaque(second))(4.0, 3.0)(0, 1), 0.25));
}
