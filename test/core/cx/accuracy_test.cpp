// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdio>
#include <etad/core/cx.hpp>
#include <initializer_list>

#include "oracle.hpp"

namespace {

namespace cx = etad::cx;
using oracle::number;

using unary_oracle = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);
using binary_oracle = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

int log_gamma(mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t mode) {
  int sign = 0;
  return mpfr_lgamma(result, &sign, x, mode);
}

template <class Real>
const char* type_name() {
  return sizeof(Real) == 4 ? "float" : sizeof(Real) == 8 ? "double" : "long double";
}

struct worst {
  double error = 0;
  long double x = 0, y = 0;
  void see(double e, long double at, long double at2 = 0) {
    if (!(e <= error)) error = e, x = at, y = at2;
  }
  template <class Real>
  void check(const char* name, double bound) const {
    CAPTURE(name);
    CAPTURE(type_name<Real>());
    CAPTURE(x);
    CAPTURE(y);
    if (std::getenv("ETAD_CX_POINTS") != nullptr) {
      std::printf("%-12s %-12s %.5f\n", name, type_name<Real>(), error);
    }
    CHECK(error <= bound);
  }
};

constexpr int usual_points(std::size_t size) { return size == 8 ? 20000 : 4000; }

template <class Real, class Function>
void unary(const char* name, Function f, unary_oracle exact, double low, double high,
           double bound = 0.501, int share = 1) {
  oracle::generator random(static_cast<std::uint64_t>(name[0]) * 1000003u + sizeof(Real));
  worst seen;
  number y;
  const auto at = [&](Real x) {
    number argument(x);
    exact(y.get(), argument.get(), MPFR_RNDN);
    seen.see(oracle::ulp_error(f(x), y), x);
  };
  const int n = oracle::points(usual_points(sizeof(Real)) / share);
  for (int i = 0; i < n; ++i) at(random.uniform(static_cast<Real>(low), static_cast<Real>(high)));
  // The same again over all magnitudes inside the range.
  using limits = std::numeric_limits<Real>;
  for (int i = 0; i < n; ++i) {
    const Real x = random.template any_size<Real>(limits::min_exponent - limits::digits,
                                                  limits::max_exponent - 1);
    if (x >= low && x <= high) at(x);
  }
  seen.check<Real>(name, bound);
}

template <class Real, class Function>
void binary(const char* name, Function f, binary_oracle exact, Real x_low, Real x_high, Real y_low,
            Real y_high) {
  oracle::generator random(static_cast<std::uint64_t>(name[0]) * 1000003u + sizeof(Real));
  worst seen;
  number z;
  const auto at = [&](Real x, Real y) {
    number a(x), b(y);
    exact(z.get(), a.get(), b.get(), MPFR_RNDN);
    seen.see(oracle::ulp_error(f(x, y), z), x, y);
  };
  const int n = oracle::points(usual_points(sizeof(Real)));
  for (int i = 0; i < n; ++i) at(random.uniform(x_low, x_high), random.uniform(y_low, y_high));
  using limits = std::numeric_limits<Real>;
  for (int i = 0; i < n; ++i) {
    const int low = limits::min_exponent - limits::digits, high = limits::max_exponent - 1;
    const Real x = random.template any_size<Real>(low, high);
    // Half of the pairs are of similar size.
    const Real y = (i & 1) != 0 ? random.template any_size<Real>(low, high)
                                : std::ldexp(x, static_cast<int>(i % 41) - 20) * Real(0.7);
    if (!std::isfinite(y)) continue;
    at(x, y);
  }
  seen.check<Real>(name, 0.501);
}

template <class Real>
void exponentials() {
  const double most = std::numeric_limits<Real>::max_exponent * 0.6932;
  unary<Real>(
      "exp", [](Real x) { return cx::exp(x); }, mpfr_exp, -most * 1.1, most);
  unary<Real>(
      "exp2", [](Real x) { return cx::exp2(x); }, mpfr_exp2, -most * 1.6, most * 1.45);
  unary<Real>(
      "expm1", [](Real x) { return cx::expm1(x); }, mpfr_expm1, -most, most);
  unary<Real>(
      "expm1 near 0", [](Real x) { return cx::expm1(x); }, mpfr_expm1, -1, 1);
  unary<Real>(
      "sinh", [](Real x) { return cx::sinh(x); }, mpfr_sinh, -most, most);
  unary<Real>(
      "sinh near 0", [](Real x) { return cx::sinh(x); }, mpfr_sinh, -2, 2);
  unary<Real>(
      "cosh", [](Real x) { return cx::cosh(x); }, mpfr_cosh, -most, most);
  unary<Real>(
      "cosh near 0", [](Real x) { return cx::cosh(x); }, mpfr_cosh, -2, 2);
  unary<Real>(
      "tanh", [](Real x) { return cx::tanh(x); }, mpfr_tanh, -25, 25);
}

template <class Real>
void logarithms() {
  const double most = 1e300;
  unary<Real>(
      "log", [](Real x) { return cx::log(x); }, mpfr_log, 0, 3);
  unary<Real>(
      "log large", [](Real x) { return cx::log(x); }, mpfr_log, 0,
      most > 3e38 && sizeof(Real) == 4 ? 3e38 : most);
  unary<Real>(
      "log2", [](Real x) { return cx::log2(x); }, mpfr_log2, 0, 3);
  unary<Real>(
      "log10", [](Real x) { return cx::log10(x); }, mpfr_log10, 0, 3);
  unary<Real>(
      "log1p", [](Real x) { return cx::log1p(x); }, mpfr_log1p, -1, 3);
  unary<Real>(
      "asinh", [](Real x) { return cx::asinh(x); }, mpfr_asinh, -30, 30);
  unary<Real>(
      "asinh large", [](Real x) { return cx::asinh(x); }, mpfr_asinh, -3e38, 3e38);
  unary<Real>(
      "acosh", [](Real x) { return cx::acosh(x); }, mpfr_acosh, 1, 3);
  unary<Real>(
      "acosh large", [](Real x) { return cx::acosh(x); }, mpfr_acosh, 1, 3e38);
  unary<Real>(
      "atanh", [](Real x) { return cx::atanh(x); }, mpfr_atanh, -1, 1);
}

// The numbers nearest to multiples of pi/2, where the reduced argument is smallest.
template <class Real>
void next_to_multiples(const char* name, Real (*f)(Real), unary_oracle exact) {
  oracle::generator random(sizeof(Real));
  worst seen;
  number multiple, y;
  for (int i = 0; i < oracle::points(2000); ++i) {
    mpfr_const_pi(multiple.get(), MPFR_RNDN);
    mpfr_mul_d(multiple.get(), multiple.get(), static_cast<double>(random.bits() >> (11 + i % 53)),
               MPFR_RNDN);
    mpfr_div_2ui(multiple.get(), multiple.get(), 1, MPFR_RNDN);
    const Real x = static_cast<Real>(mpfr_get_ld(multiple.get(), MPFR_RNDN));
    number argument(x);
    exact(y.get(), argument.get(), MPFR_RNDN);
    seen.see(oracle::ulp_error(f(x), y), x);
  }
  seen.check<Real>(name, 0.501);
}

template <class Real>
void circular() {
  const double most = sizeof(Real) == 4 ? 3e38 : 1e300;
  for (const double high : {10.0, 1e9, 1e12, most}) {
    unary<Real>(
        "sin", [](Real x) { return cx::sin(x); }, mpfr_sin, -high, high);
    unary<Real>(
        "cos", [](Real x) { return cx::cos(x); }, mpfr_cos, -high, high);
    unary<Real>(
        "tan", [](Real x) { return cx::tan(x); }, mpfr_tan, -high, high);
  }
  next_to_multiples<Real>(
      "sin next to k pi/2", [](Real x) { return cx::sin(x); }, mpfr_sin);
  next_to_multiples<Real>(
      "cos next to k pi/2", [](Real x) { return cx::cos(x); }, mpfr_cos);
  next_to_multiples<Real>(
      "tan next to k pi/2", [](Real x) { return cx::tan(x); }, mpfr_tan);
  unary<Real>(
      "asin", [](Real x) { return cx::asin(x); }, mpfr_asin, -1, 1);
  unary<Real>(
      "acos", [](Real x) { return cx::acos(x); }, mpfr_acos, -1, 1);
  unary<Real>(
      "atan", [](Real x) { return cx::atan(x); }, mpfr_atan, -5, 5);
  unary<Real>(
      "atan large", [](Real x) { return cx::atan(x); }, mpfr_atan, -3e38, 3e38);
}

template <class Real>
void roots_and_powers() {
  const double most = sizeof(Real) == 4 ? 3e38 : 1e300;
  unary<Real>(
      "sqrt", [](Real x) { return cx::sqrt(x); }, mpfr_sqrt, 0, most, 0.5);
  unary<Real>(
      "sqrt near 1", [](Real x) { return cx::sqrt(x); }, mpfr_sqrt, 0.25, 4, 0.5);
  unary<Real>(
      "cbrt", [](Real x) { return cx::cbrt(x); }, mpfr_cbrt, -most, most);
  unary<Real>(
      "cbrt near 1", [](Real x) { return cx::cbrt(x); }, mpfr_cbrt, -8, 8);
  const auto hypot = [](Real x, Real y) { return cx::hypot(x, y); };
  binary<Real>("hypot", hypot, mpfr_hypot, -3, 3, -3, 3);
  const auto atan2 = [](Real y, Real x) { return cx::atan2(y, x); };
  binary<Real>("atan2", atan2, mpfr_atan2, -3, 3, -3, 3);
  const auto pow = [](Real x, Real y) { return cx::pow(x, y); };
  binary<Real>("pow", pow, mpfr_pow, 0, 10, -300, 300);
  binary<Real>("pow small", pow, mpfr_pow, 0, 100, -3, 3);
  binary<Real>("pow huge", pow, mpfr_pow, Real(0.999), Real(1.001), -50000, 50000);
}

template <class Real>
void special() {
  const int rare = 20;  // MPFR's gamma functions and erfc take 100 times as long as the others
  const bool single = sizeof(Real) == 4;
  unary<Real>(
      "erf", [](Real x) { return cx::erf(x); }, mpfr_erf, -7, 7);
  unary<Real>(
      "erfc", [](Real x) { return cx::erfc(x); }, mpfr_erfc, -7, 30, 0.501, rare);
  unary<Real>(
      "erfc middle", [](Real x) { return cx::erfc(x); }, mpfr_erfc, 2, 6.5, 0.501, rare);
  unary<Real>(
      "tgamma", [](Real x) { return cx::tgamma(x); }, mpfr_gamma, 0, single ? 35 : 171, 0.501,
      rare);
  unary<Real>(
      "tgamma < 0", [](Real x) { return cx::tgamma(x); }, mpfr_gamma, -180, 0, 0.501, rare);
  unary<Real>(
      "lgamma", [](Real x) { return cx::lgamma(x); }, log_gamma, 0, 30, 0.501, rare);
  unary<Real>(
      "lgamma 1, 2", [](Real x) { return cx::lgamma(x); }, log_gamma, 0.9, 2.1, 0.501, rare);
  unary<Real>(
      "lgamma large", [](Real x) { return cx::lgamma(x); }, log_gamma, 0, 1e38, 0.501, rare);
  unary<Real>(
      "lgamma < 0", [](Real x) { return cx::lgamma(x); }, log_gamma, -60, 0, 0.501, rare);
}

TEST_CASE_TEMPLATE("exponential and hyperbolic functions are within 0.501 ulp", Real, float, double,
                   long double) {
  exponentials<Real>();
}
TEST_CASE_TEMPLATE("logarithms are within 0.501 ulp", Real, float, double, long double) {
  logarithms<Real>();
}
TEST_CASE_TEMPLATE("circular functions are within 0.501 ulp", Real, float, double, long double) {
  circular<Real>();
}
TEST_CASE_TEMPLATE("roots and powers are within 0.501 ulp", Real, float, double, long double) {
  roots_and_powers<Real>();
}
TEST_CASE_TEMPLATE("error and gamma functions are within 0.501 ulp", Real, float, double,
                   long double) {
  special<Real>();
}

}  // namespace
