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
