// SPDX-License-Identifier: MIT
// A zero slope wins over an infinite one: every rule whose partial may be infinite at finite arguments
// says so, or the product would be NaN at run time.
#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include <etad/api/derivative.hpp>
#include <etad/api/gradient.hpp>
#include <etad/expr/functions.hpp>

namespace {

/// Has slope 0 where `inner` has the value that is given as data, or an infinite one.
template <class F>
struct flat {
  template <class T>
  constexpr T operator()(const T& x, const T& value) const {
    const T distance = F{}(x)-value;
    return distance * distance;
  }
};
template <class F>
struct saturated {
  template <class T>
  constexpr T operator()(const T& x) const {
    using std::tanh;
    return tanh(F{}(x));
  }
};

template <class F>
double slope_of_flat(F, double x, double value) {
  return etad::gradient(flat<F>{}, etad::wrt<0>)(x, value);
}
template <class F>
double slope_of_saturated(F, double x) {
  return etad::derivative(saturated<F>{})(x);
}

bool is_zero(double x) { return x == 0; }

}  // namespace

TEST_CASE("infinite slopes at finite values") {
  using std::acos, std::asin;
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::cbrt;
        return cbrt(x);
      },
      0.0, 0.0)));
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::sqrt;
        return sqrt(x);
      },
      0.0, 0.0)));
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::asin;
        return asin(x);
      },
      1.0, asin(1.0))));
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::acos;
        return acos(x);
      },
      1.0, acos(1.0))));
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::pow;
        return pow(x, 0.5);
      },
      0.0, 0.0)));
}

TEST_CASE("infinite slopes at infinite values") {
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::exp;
        return exp(x);
      },
      1000.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::exp2;
        return exp2(x);
      },
      2000.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::expm1;
        return expm1(x);
      },
      1000.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::sinh;
        return sinh(x);
      },
      1000.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::cosh;
        return cosh(x);
      },
      1000.0)));
  CHECK(is_zero(slope_of_saturated([](auto x) { return 1.0 / x; }, 0.0)));
  CHECK(is_zero(slope_of_saturated([](auto x) { return x / 1e-310; }, 1.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::log;
        return log(x);
      },
      0.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::atanh;
        return atanh(x);
      },
      1.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::tgamma;
        return tgamma(x);
      },
      200.0)));
}

TEST_CASE("numbers whose reciprocal overflows") {
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::log;
        return 1e300 * log(x) * 1e300;
      },
      1e-310)));
  // A denominator that is data: the compiler does not know that its reciprocal is infinite.
  const auto by_numerator = etad::gradient(
      [](auto x, auto y) {
        using std::tanh;
        return tanh(x / y);
      },
      etad::wrt<0>);
  CHECK(is_zero(by_numerator(1.0, 0.0)));
  // x/y at two subnormal numbers: the quotient r and r/y are finite, 1/y is not.
  const auto by_denominator = etad::gradient([](auto x, auto y) { return x / y; }, etad::wrt<1>);
  CHECK(by_denominator(1e-320, 1e-310) == doctest::Approx(-1e-320 / 1e-310 / 1e-310));
}

TEST_CASE("a zero that wins is positive") {
  // The slope of a*sqrt(x) at a = 0, x = 0; of |x| y at y = 0 and an infinite slope.
  const auto product = [](auto a, auto x) {
    using std::sqrt;
    return a * sqrt(x);
  };
  for (const double a : {0.0, -0.0}) {
    const double slope = etad::gradient(product, etad::wrt<1>)(a, 0.0);
    CHECK(is_zero(slope));
    CHECK_FALSE(std::signbit(slope));
  }
  const auto larger = [](auto x, auto y) {
    using std::fmax;
    return fmax(x, y);
  };
  const double slope = etad::gradient(larger, etad::wrt<0>)(std::nan(""), 1.0);
  CHECK(is_zero(slope));
  CHECK_FALSE(std::signbit(slope));
}

TEST_CASE("the slope of a remainder is a whole number") {
  const auto by_divisor = etad::gradient(
      [](auto x, auto y) {
        using std::fmod;
        return fmod(x, y);
      },
      etad::wrt<1>);
  for (int k = 1; k < 200; ++k) {
    const double x = 0.137 * k;
    CHECK(by_divisor(x, 0.7) == -std::trunc(x / 0.7));
  }
  const auto nearest = etad::gradient(
      [](auto x, auto y) {
        using std::remainder;
        return remainder(x, y);
      },
      etad::wrt<1>);
  // The multiple of y that was taken from x is beyond the largest number.
  for (const double y : {1e308, 1.01e308, 1.07e308, 1.11e308, 1.13e308}) {
    CHECK(nearest(1.79e308, y) == -2.0);
    CHECK(nearest(-1.79e308, y) == 2.0);
  }
}
