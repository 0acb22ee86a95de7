// SPDX-License-Identifier: MIT
// Special functions of C++17: values of the standard library, derivatives against differences, on duals,
// twice, on closures and on a tape.
#include <doctest/doctest.h>

#include <etad/tape.hpp>

#include <cmath>
#include <etad/etad.hpp>
#include <etad/interop/special_functions.hpp>
#include <limits>

namespace {

template <class F>
void holds(const char* name, const F& f, double at) {
  CAPTURE(name);
  const double h = 1e-4;
  const double slope = (8 * (f(at + h) - f(at - h)) - (f(at + 2 * h) - f(at - 2 * h))) / (12 * h);
  const auto found = etad::value_and_gradient(f)(at);
  CHECK(found.value == f(at));
  CHECK(std::abs(found.gradient - slope) <= 1e-9 * (1 + std::abs(slope)));
  const double k = 1.0;
  CHECK(etad::derivative([&f, k](auto x) { return f(k * x); })(at) == found.gradient);
  const auto first = etad::derivative(etad::opaque(f));
  const double second = (first(at + h) - first(at - h)) / (2 * h);
  CHECK(std::abs(etad::derivative<2>(etad::opaque(f))(at) - second) <=
        1e-5 * (1 + std::abs(second)));
  CHECK(etad::variable<double>(f(etad::variable<double>(at))).value() == f(at));
}

}  // namespace

TEST_CASE("Bessel functions") {
  using std::cyl_bessel_j, std::cyl_bessel_i, std::cyl_bessel_k, std::cyl_neumann;
  using std::sph_bessel, std::sph_neumann;
  for (const double nu : {0.0, 0.25, 1.0, 2.5}) {
    holds(
        "J", [nu](auto x) { return cyl_bessel_j(nu, x); }, 1.5);
    holds(
        "N", [nu](auto x) { return cyl_neumann(nu, x); }, 1.5);
    holds(
        "I", [nu](auto x) { return cyl_bessel_i(nu, x); }, 1.5);
    holds(
        "K", [nu](auto x) { return cyl_bessel_k(nu, x); }, 1.5);
  }
  for (const unsigned n : {0u, 1u, 3u}) {
    holds(
        "j", [n](auto x) { return sph_bessel(n, x); }, 1.5);
    holds(
        "n", [n](auto x) { return sph_neumann(n, x); }, 1.5);
  }
  CHECK(etad::derivative([](auto x) { return cyl_bessel_j(1, x); })(0.0) == 0.5);
}

TEST_CASE("polynomials, integrals, beta") {
  using std::comp_ellint_1, std::comp_ellint_2;
  using std::hermite, std::laguerre, std::assoc_laguerre, std::legendre, std::expint, std::beta;
  for (const unsigned n : {0u, 1u, 2u, 5u}) {
    holds(
        "H", [n](auto x) { return hermite(n, x); }, 0.7);
    holds(
        "L", [n](auto x) { return laguerre(n, x); }, 0.7);
    holds(
        "Lm", [n](auto x) { return assoc_laguerre(n, 2, x); }, 0.7);
    holds(
        "P", [n](auto x) { return legendre(n, x); }, 0.7);
  }
  CHECK(etad::derivative([](auto x) { return legendre(4, x); })(1.0) == 10.0);
  holds(
      "Ei", [](auto x) { return expint(x); }, 0.7);
  holds(
      "K", [](auto x) { return comp_ellint_1(x); }, 0.4);
  holds(
      "E", [](auto x) { return comp_ellint_2(x); }, 0.4);
  holds(
      "beta", [](auto x) { return beta(x, 2.5); }, 1.4);
  holds(
      "beta", [](auto x) { return beta(2.5, x); }, 1.4);
  constexpr auto both = [](auto x, auto y) { return beta(x, y); };
  const auto [by_x, by_y] = etad::gradient(both)(1.4, 2.5);
  CHECK(by_x == etad::derivative([](auto x) { return beta(x, 2.5); })(1.4));
  CHECK(by_y == etad::derivative([](auto y) { return beta(1.4, y); })(2.5));
  const auto second = etad::hessian(etad::opaque(both))(1.4, 2.5);
  const double h = 1e-4;
  const auto [up_x, up_y] = etad::gradient(both)(1.4, 2.5 + h);
  const auto [low_x, low_y] = etad::gradient(both)(1.4, 2.5 - h);
  CHECK(std::abs(second(0, 1) - (up_x - low_x) / (2 * h)) <= 1e-7);
  CHECK(std::abs(second(1, 1) - (up_y - low_y) / (2 * h)) <= 1e-7);
  const etad::variable<double> taped(1.4);
  CHECK(etad::variable<double>(beta(taped, taped)).value() == beta(1.4, 1.4));
}

TEST_CASE("slopes at poles and ends are the limits") {
  using std::comp_ellint_2, std::assoc_legendre;
  using std::cyl_bessel_j, std::cyl_bessel_i, std::cyl_bessel_k, std::cyl_neumann, std::sph_neumann;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto slope = [](auto f, double x) { return tangent(f(etad::dual<double, 1>(x, 0)))[0]; };
  CHECK(slope([](auto x) { return cyl_bessel_j(0.5, x); }, 0.0) == infinity);
  CHECK(slope([](auto x) { return cyl_bessel_i(0.5, x); }, 0.0) == infinity);
  CHECK(slope([](auto x) { return cyl_bessel_k(0.5, x); }, 0.0) == -infinity);
  for (const double nu : {0.0, 0.5, 1.0, 1.5, 2.0}) {
    CHECK(slope([nu](auto x) { return cyl_neumann(nu, x); }, 0.0) == infinity);
  }
  CHECK(slope([](auto x) { return sph_neumann(2u, x); }, 0.0) == infinity);
  CHECK(slope([](auto x) { return comp_ellint_2(x); }, 1.0) == -infinity);
  CHECK(slope([](auto x) { return comp_ellint_2(x); }, -1.0) == infinity);
  CHECK(slope([](auto x) { return assoc_legendre(3u, 3u, x); }, 1.0) == 0.0);
}
