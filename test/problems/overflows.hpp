// SPDX-License-Identifier: MIT
// Functions that overflow on the way, with their true slopes. A slope is right or NaN.
#pragma once

#include <cmath>
#include <cstdio>
#include <limits>

namespace overflows {

/// Right but for roundings, or for what underflows in double.
inline bool is_right_or_nan(double got, double exact) {
  constexpr double smallest = 4 * std::numeric_limits<double>::min();
  return got != got || got == exact ||
         std::fabs(got - exact) <= 1e-12 * std::fabs(exact) + smallest;
}

/// Calls check(f, x, true slope, its name) for each function.
template <class Check>
void for_each(Check check) {
#define ETAD_TEST_ROW(e, at, slope)                                                               \
  check(                                                                                          \
      [](auto x) {                                                                                \
        using std::log, std::sqrt, std::exp, std::cosh, std::tanh, std::pow, std::atan, std::erf; \
        using std::asinh, std::cbrt, std::log1p, std::hypot, std::acosh, std::atan2;              \
        return e;                                                                                 \
      },                                                                                          \
      at, slope, #e)
  ETAD_TEST_ROW(log(x * x), 1e200, 2e-200);
  ETAD_TEST_ROW(log(x + x), 1e308, 1e-308);
  ETAD_TEST_ROW(sqrt(x * x + 1.0), 1e200, 1.0);
  ETAD_TEST_ROW(x * x / x, 1e200, 1.0);
  ETAD_TEST_ROW(x / (1.0 + x * x), 1e160, -1e-320);
  ETAD_TEST_ROW(1e300 * x / (x * x), 1e200, -1e-100);
  ETAD_TEST_ROW(1.0 / (1.0 + exp(-x)), -800.0, 0.0);
  ETAD_TEST_ROW(log(1.0 + exp(x)), 800.0, 1.0);
  ETAD_TEST_ROW(log1p(exp(x)), 800.0, 1.0);
  ETAD_TEST_ROW(log(cosh(x)), 800.0, 1.0);
  ETAD_TEST_ROW(tanh(exp(x)), 1000.0, 0.0);
  ETAD_TEST_ROW(exp(-exp(x)), 1000.0, 0.0);
  ETAD_TEST_ROW(exp(-x * x), 1e200, 0.0);
  ETAD_TEST_ROW(erf(x * x) + atan(x * x), 1e200, 0.0);
  ETAD_TEST_ROW(pow(x * x, 0.5), 1e200, 1.0);
  ETAD_TEST_ROW(pow(x * x, -0.5), 1e200, 0.0);
  ETAD_TEST_ROW(cbrt(x * x), 1e200, 2.0 / 3.0 * std::cbrt(1e-200));
  ETAD_TEST_ROW(asinh(x * x), 1e200, 2e-200);
  ETAD_TEST_ROW(acosh(x * x), 1e200, 2e-200);
  ETAD_TEST_ROW(hypot(x * x, 3.0), 1e200, 2e200);
  ETAD_TEST_ROW(atan2(x * x, x), 1e200, -0.0);
  // At poles.
  constexpr double infinity = std::numeric_limits<double>::infinity();
  ETAD_TEST_ROW(log(1.0 / x), 0.0, -infinity);
  ETAD_TEST_ROW(sqrt(pow(x, -1.5)), 0.0, -infinity);
  ETAD_TEST_ROW(exp(-1.0 / x), 0.0, 0.0);
#undef ETAD_TEST_ROW
}

/// Calls check(f, x, y, true slope by x, its name) for each function of two variables.
template <class Check>
void for_each_of_two(Check check) {
#define ETAD_TEST_ROW(e, x_at, y_at, slope)                                    \
  check(                                                                       \
      [](auto x, auto y) {                                                     \
        using std::sqrt, std::exp, std::fmax, std::sin, std::fdim, std::asinh; \
        return e;                                                              \
      },                                                                       \
      x_at, y_at, slope, #e)
  ETAD_TEST_ROW(sqrt(x * exp(y) * exp(y)) / exp(y), 1.5, 800.0, 0.5 / std::sqrt(1.5));
  ETAD_TEST_ROW(fmax(x * exp(y), exp(y)) / exp(y), 1.5, 800.0, 1.0);
  ETAD_TEST_ROW(x / exp(y) * exp(y), 1.5, 800.0, 1.0);
  ETAD_TEST_ROW(exp(y) * sin(x / exp(y)), 1.5, 800.0, 1.0);
  ETAD_TEST_ROW(x / (y * y) * (y * y), 1.5, 1e200, 1.0);
  ETAD_TEST_ROW(fdim(exp(y) * x, exp(y)) / exp(y), 1.5, 800.0, 1.0);
  ETAD_TEST_ROW(fdim(exp(y) * x, exp(y)) / exp(y), 1.5, 12000.0, 1.0);
  ETAD_TEST_ROW(exp(y) * asinh(x / exp(y)), 1.5, 12000.0, 1.0);
#undef ETAD_TEST_ROW
}

}  // namespace overflows
