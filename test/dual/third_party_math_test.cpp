// SPDX-License-Identifier: MIT
// Root finders, minimization and quadrature of Boost.Math on duals.
#include <doctest/doctest.h>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/quadrature/trapezoidal.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/expint.hpp>
#include <boost/math/special_functions/expm1.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <utility>

#include <etad/dual/functions.hpp>
#include <etad/dual/io.hpp>
#include <etad/etad.hpp>

namespace boost::math {

/// Names that both libraries have, called as Boost.Math's own code calls them.
template <class T>
auto calls_of_both(const T& x) {
  return expm1(x) + log1p(x) + erf(x) + erfc(x) + tgamma(x) + lgamma(x) + digamma(x) + cbrt(x);
}

}  // namespace boost::math

namespace {

using real = etad::dual<double, 1>;
using etad::tangent, etad::value;

bool close(const real& x, double v, double t, double tolerance = 1e-13) {
  return std::abs(value(x) - v) <= tolerance * (1 + std::abs(v)) &&
         std::abs(tangent(x)[0] - t) <= tolerance * (1 + std::abs(t));
}

// The root x = cbrt(p) of x^3 - p has the slope x / (3 p).
const real p(5.0, 0);
const auto residual = [](const real& x) { return x * x * x - p; };
const auto slope = [](const real& x) { return 3 * x * x; };
const double root = std::cbrt(5.0);
const double root_slope = root / 15;

TEST_CASE("Newton's method") {
  const real x = boost::math::tools::newton_raphson_iterate(
      [](const real& t) { return std::make_pair(residual(t), slope(t)); }, real(1.5), real(1.0),
      real(3.0), std::numeric_limits<real>::digits);
  CHECK(close(x, root, root_slope));
}

TEST_CASE("brackets: a Newton step at the end gives the slope to all digits") {
  boost::math::tools::eps_tolerance<real> tolerance(50);
  std::uintmax_t iterations = 60;
  const std::pair<real, real> between =
      boost::math::tools::toms748_solve(residual, real(1.0), real(3.0), tolerance, iterations);
  const real x = (between.first + between.second) / 2;
  CHECK(close(x - residual(x) / slope(x), root, root_slope));
  iterations = 60;
  const std::pair<real, real> halves =
      boost::math::tools::bisect(residual, real(1.0), real(3.0), tolerance, iterations);
  CHECK(close(halves.first - residual(halves.first) / slope(halves.first), root, root_slope));
}

TEST_CASE("Brent's minimum: its value has the slope of the envelope") {
  const auto f = [](const real& x) { return (x - 2) * (x - 2) + p * p; };
  const std::pair<real, real> least =
      boost::math::tools::brent_find_minima(f, real(0.0), real(5.0), 30);
  CHECK(close(least.second, 25, 10, 1e-8));
  CHECK(std::abs(value(least.first) - 2) < 1e-5);
}

TEST_CASE("quadrature: the integral of exp(-p x) over [0, 1]") {
  const real q(2.0, 0);
  const auto f = [&](const real& x) {
    using std::exp;
    return exp(-q * x);
  };
  const double e = std::exp(-2.0);
  const double integral = (1 - e) / 2, by_q = (2 * e - (1 - e)) / 4;
  CHECK(close(boost::math::quadrature::trapezoidal(f, real(0), real(1), real(1e-12)), integral,
              by_q, 1e-7));
  CHECK(close(boost::math::quadrature::gauss_kronrod<real, 15>::integrate(f, real(0), real(1), 5,
                                                                          real(1e-12)),
              integral, by_q));
  // A limit that varies: d/db of the integral is f(b).
  const auto g = [](const real& x) {
    using std::exp;
    return exp(-x);
  };
  CHECK(close(boost::math::quadrature::gauss_kronrod<real, 15>::integrate(g, real(0), real(1.0, 0),
                                                                          5, real(1e-12)),
              1 - std::exp(-1.0), std::exp(-1.0)));
}

TEST_CASE("its functions run on duals when a verb meets them") {
  const auto distribution = [](auto x) {
    using T = decltype(x);
    return boost::math::cdf(boost::math::normal_distribution<T>(T(0), T(1)), x);
  };
  CHECK(std::abs(etad::derivative(distribution)(0.5) - 0.35206532676429952) <= 1e-15);
  const auto integral = [](auto x) { return boost::math::expint(x); };
  CHECK(std::abs(etad::derivative(integral)(0.7) - std::exp(0.7) / 0.7) <= 1e-14);
  const auto both = [](auto x) { return boost::math::calls_of_both(x); };
  CHECK(std::abs(etad::derivative(both)(0.7) - 3.0551669541528099) <= 1e-14);
}

}  // namespace
