// SPDX-License-Identifier: MIT
// Elliptic integrals, associated Legendre functions and the zeta function on dual numbers: slopes against differences and
// known values. The roads are those of special_functions_test.
#include <doctest/doctest.h>

#include <cmath>
#include <etad/dual.hpp>
#include <etad/etad.hpp>
#include <etad/interop/special_functions.hpp>
#include <etad/tape.hpp>
#include <numbers>

namespace {

struct inner;
using first_order = etad::dual<double, 1>;
using second_order = etad::dual<etad::dual<double, 1, etad::array_lanes, inner>, 1>;

template <class F>
double slope(const F& f, double at) {
  return tangent(f(first_order(at, 0)))[0];
}
template <class F>
double second_slope(const F& f, double at) {
  using number = second_order::primal_type;
  return tangent(tangent(f(second_order(number(at, 0), 0)))[0])[0];
}

template <class F>
void holds(const char* name, const F& f, double at) {
  CAPTURE(name);
  const double h = 1e-4;
  const auto difference = [&](const auto& g) {
    return (8 * (g(at + h) - g(at - h)) - (g(at + 2 * h) - g(at - 2 * h))) / (12 * h);
  };
  const double first = difference(f);
  const double second = difference([&](double x) { return slope(f, x); });
  CHECK(value(f(first_order(at, 0))) == f(at));
  CHECK(std::abs(slope(f, at) - first) <= 1e-9 * (1 + std::abs(first)));
  CHECK(std::abs(second_slope(f, at) - second) <= 1e-9 * (1 + std::abs(second)));
}

}  // namespace

TEST_CASE("associated Legendre functions, spherical harmonics") {
  using std::assoc_legendre, std::sph_legendre;
  for (const unsigned m : {0u, 1u, 2u, 3u}) {
    holds(
        "P", [m](auto x) { return assoc_legendre(3, m, x); }, 0.7);
    holds(
        "Y", [m](auto x) { return sph_legendre(3, m, x); }, 0.7);
  }
  // 15 x (1 - x^2) at its edge
  constexpr auto at_edge = [](auto x) { return assoc_legendre(3, 2, x); };
  CHECK(slope(at_edge, 1.0) == -30.0);
  CHECK(second_slope(at_edge, 1.0) == -90.0);
  CHECK(slope([](auto x) { return assoc_legendre(3, 1, x); }, 1.0) == -HUGE_VAL);
}

TEST_CASE("zeta") {
  constexpr auto zeta = [](auto x) {
    using std::riemann_zeta;
    return riemann_zeta(x);
  };
  holds("zeta", zeta, 2.5);
  holds("zeta", zeta, 0.5);
  holds("zeta", zeta, -1.5);
  CHECK(std::abs(slope(zeta, 2.0) + 0.93754825431584375) < 1e-14);
  CHECK(std::abs(slope(zeta, 0.0) + 0.91893853320467274) < 1e-14);
  CHECK(std::abs(slope(zeta, 40.0) + std::log(2.0) * std::exp2(-40.0)) < 1e-18);
}

TEST_CASE("elliptic integrals") {
  using std::comp_ellint_1, std::comp_ellint_2, std::comp_ellint_3;
  using std::ellint_1, std::ellint_2, std::ellint_3;
  holds(
      "F(k)", [](auto k) { return ellint_1(k, 0.9); }, 0.4);
  holds(
      "F(phi)", [](auto phi) { return ellint_1(0.4, phi); }, 0.9);
  holds(
      "E(k)", [](auto k) { return ellint_2(k, 0.9); }, 0.4);
  holds(
      "E(phi)", [](auto phi) { return ellint_2(0.4, phi); }, 0.9);
  holds(
      "all of F", [](auto x) { return ellint_1(x, 2.0 * x); }, 0.4);
  holds(
      "all of Pi", [](auto x) { return ellint_3(x, 0.5 * x, 2.0 * x); }, 0.4);
  holds(
      "all of complete Pi", [](auto x) { return comp_ellint_3(x, 0.5 * x); }, 0.4);
  // Where the closed forms would divide small differences by k.
  holds(
      "K, small k", [](auto k) { return comp_ellint_1(k); }, 0.1);
  holds(
      "E, small k", [](auto k) { return comp_ellint_2(k); }, 0.29);
  holds(
      "F, small k", [](auto x) { return ellint_1(x, 9.0 * x); }, 0.1);
  holds(
      "E, small k", [](auto x) { return ellint_2(x, 9.0 * x); }, 0.1);
  const double quarter = std::numbers::pi / 4;
  CHECK(std::abs(slope([](auto k) { return comp_ellint_1(k); }, 1e-6) / (quarter * 1e-6) - 1) <
        1e-11);
  CHECK(std::abs(slope([](auto k) { return ellint_2(k, 1.0); }, 1e-6) /
                     (1e-6 * (0.25 * std::sin(2.0) - 0.5)) -
                 1) < 1e-11);
  CHECK(second_slope([](auto k) { return comp_ellint_1(k); }, 0.0) == quarter);
  CHECK(second_slope([](auto k) { return comp_ellint_2(k); }, 0.0) == -quarter);
}

TEST_CASE("fourth derivatives of elliptic integrals by k at 0 are those of their series") {
  using std::comp_ellint_1, std::comp_ellint_2, std::ellint_1;
  constexpr auto first = etad::opaque([](auto k) { return comp_ellint_1(k); });
  constexpr auto second = etad::opaque([](auto k) { return comp_ellint_2(k); });
  constexpr auto incomplete =
      etad::opaque([](auto k) { return ellint_1(k, std::numbers::pi / 2); });
  const double pi = std::numbers::pi;
  CHECK(etad::derivative<4>(first)(0.0) == doctest::Approx(pi * 27 / 16).epsilon(1e-14));
  CHECK(etad::derivative<4>(second)(0.0) == doctest::Approx(-pi * 9 / 16).epsilon(1e-14));
  CHECK(etad::derivative<4>(incomplete)(0.0) == doctest::Approx(pi * 27 / 16).epsilon(1e-14));
}

TEST_CASE("several variables of a tape") {
  etad::tape<double> tape;
  const etad::variable<double> k = tape.variable(0.4);
  const etad::variable<double> phi = tape.variable(0.9);
  const etad::variable<double> y = ellint_3(k, 0.3, phi);
  CHECK(y.value() == std::ellint_3(0.4, 0.3, 0.9));
  CHECK(tape.gradient(y, k) == slope([](auto x) { return ellint_3(x, 0.3, 0.9); }, 0.4));
  CHECK(tape.gradient(y, phi) == slope([](auto x) { return ellint_3(0.4, 0.3, x); }, 0.9));
}
