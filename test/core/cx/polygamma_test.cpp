// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <etad/core/cx.hpp>
#include <etad/core/gamma_functions.hpp>
#include <initializer_list>

#include "oracle.hpp"

namespace {

namespace cx = etad::cx;
using oracle::number;

// B_2k = (-1)^(k+1) 2 (2k)! zeta(2k) / (2 pi)^2k for k = 1, 2, ..., 40.
class bernoulli_numbers {
 public:
  bernoulli_numbers() {
    number power, factor;
    for (unsigned long k = 1; k <= 40; ++k) {
      mpfr_const_pi(power.get(), MPFR_RNDN);
      mpfr_mul_ui(power.get(), power.get(), 2, MPFR_RNDN);
      mpfr_pow_ui(power.get(), power.get(), 2 * k, MPFR_RNDN);
      mpfr_zeta_ui(values_[k].get(), 2 * k, MPFR_RNDN);
      mpfr_fac_ui(factor.get(), 2 * k, MPFR_RNDN);
      mpfr_mul(values_[k].get(), values_[k].get(), factor.get(), MPFR_RNDN);
      mpfr_div(values_[k].get(), values_[k].get(), power.get(), MPFR_RNDN);
      mpfr_mul_si(values_[k].get(), values_[k].get(), (k & 1) != 0 ? 2 : -2, MPFR_RNDN);
    }
  }
  mpfr_ptr operator[](unsigned long k) { return values_[k].get(); }

 private:
  number values_[41];
};

// The n-th derivative of digamma at any x that is no pole, by its recurrence up to 120 and Euler
// and Maclaurin's formula: (-1)^(n+1) n! (sum over k of 1/(x + k)^(n+1)), no reflection.
template <class Real>
void exact_polygamma(mpfr_ptr result, int n, Real argument) {
  static bernoulli_numbers bernoulli;
  number x(argument), term, square, factor;
  mpfr_set_zero(result, 1);
  const unsigned long order = static_cast<unsigned long>(n);
  while (mpfr_cmp_ui(x.get(), 120) < 0) {
    mpfr_pow_ui(term.get(), x.get(), order + 1, MPFR_RNDN);
    mpfr_ui_div(term.get(), 1, term.get(), MPFR_RNDN);
    mpfr_add(result, result, term.get(), MPFR_RNDN);
    mpfr_add_ui(x.get(), x.get(), 1, MPFR_RNDN);
  }
  mpfr_fac_ui(factor.get(), order, MPFR_RNDN);
  mpfr_mul(result, result, factor.get(), MPFR_RNDN);
  // (n-1)! / x^n + n! / (2 x^(n+1)) + sum B_2k (2k+n-1)! / ((2k)! x^(2k+n)).
  mpfr_pow_ui(term.get(), x.get(), order, MPFR_RNDN);
  mpfr_div(term.get(), factor.get(), term.get(), MPFR_RNDN);
  mpfr_div_ui(factor.get(), term.get(), order, MPFR_RNDN);
  mpfr_add(result, result, factor.get(), MPFR_RNDN);
  mpfr_div(term.get(), term.get(), x.get(), MPFR_RNDN);
  mpfr_div_ui(term.get(), term.get(), 2, MPFR_RNDN);
  mpfr_add(result, result, term.get(), MPFR_RNDN);
  mpfr_sqr(square.get(), x.get(), MPFR_RNDN);
  for (unsigned long k = 1; k <= 40; ++k) {
    mpfr_mul_ui(factor.get(), factor.get(), (2 * k + order - 1) * (2 * k + order - 2), MPFR_RNDN);
    mpfr_div_ui(factor.get(), factor.get(), 2 * k * (2 * k - 1), MPFR_RNDN);
    mpfr_div(factor.get(), factor.get(), square.get(), MPFR_RNDN);
    mpfr_mul(term.get(), factor.get(), bernoulli[k], MPFR_RNDN);
    mpfr_add(result, result, term.get(), MPFR_RNDN);
  }
  if ((n & 1) == 0) mpfr_neg(result, result, MPFR_RNDN);
}

template <class Real>
double worst_digamma(Real low, Real high) {
  oracle::generator random(7);
  double worst = 0;
  number y;
  const int n = oracle::points(1000);
  for (int i = 0; i < n; ++i) {
    const Real x = random.uniform(low, high);
    number argument(x);
    mpfr_digamma(y.get(), argument.get(), MPFR_RNDN);
    worst = std::fmax(worst, oracle::ulp_error(cx::digamma(x), y));
  }
  return worst;
}

template <class Real>
double worst_polygamma(int order, Real low, Real high) {
  oracle::generator random(static_cast<std::uint64_t>(order));
  double worst = 0;
  number y;
  for (int i = 0; i < oracle::points(300); ++i) {
    const Real x = random.uniform(low, high);
    exact_polygamma(y.get(), order, x);
    worst = std::fmax(worst, oracle::ulp_error(cx::polygamma(order, x), y));
  }
  return worst;
}

void report(const char* name, std::size_t size, int order, double worst) {
  if (std::getenv("ETAD_CX_POINTS") != nullptr) {
    std::printf("%-20s %2zu bytes, order %2d: %.4f\n", name, size, order, worst);
  }
}

TEST_CASE_TEMPLATE("digamma", Real, float, double, long double) {
  const auto check = [](const char* range, Real low, Real high, double bound) {
    const double worst = worst_digamma(low, high);
    CAPTURE(range);
    CAPTURE(sizeof(Real));
    report(range, sizeof(Real), 0, worst);
    CHECK(worst <= bound);
  };
  check("(0, 1e-3)", Real(1e-30), Real(1e-3), 0.51);
  check("(0, 3)", Real(1e-3), 3, 0.51);
  check("root", Real(1.46), Real(1.463), 0.51);
  const Real root = Real(1.461632144968362341262659542325721L);
  check("next to the root", root * (1 - 40 * std::numeric_limits<Real>::epsilon()),
        root * (1 + 40 * std::numeric_limits<Real>::epsilon()), 0.51);
  check("(3, 100)", 3, 100, 0.51);
  check("large", 100, Real(1e30), 0.51);
  check("(-1/2, 0)", Real(-0.5), Real(-1e-9), 0.7);
  check("(-30, 0)", -30, Real(-1e-9), 16);
}

TEST_CASE_TEMPLATE("polygamma", Real, float, double, long double) {
  for (const int order : {1, 2, 3, 4, 5, 6, 7, 8, 12, 20}) {
    const auto check = [&](const char* range, Real low, Real high, double bound) {
      const double worst = worst_polygamma(order, low, high);
      CAPTURE(range);
      CAPTURE(order);
      CAPTURE(sizeof(Real));
      report(range, sizeof(Real), order, worst);
      CHECK(worst <= bound);
    };
    check("(0, 3)", Real(0.01), 3, 0.52);
    check("(0, 60)", Real(0.5), 60, 0.52);
    check("large", 1000, 3000, 0.52);
    // Even orders have a zero in each of these intervals.
    check("(-6, 0)", -6, Real(-1e-3), (order & 1) != 0 ? 0.52 : 16);
  }
}

TEST_CASE_TEMPLATE("digamma and polygamma at poles and infinities", Real, float, double,
                   long double) {
  constexpr Real infinity = std::numeric_limits<Real>::infinity();
  static_assert(cx::digamma(Real(0)) == -infinity && cx::digamma(-Real(0)) == infinity);
  static_assert(cx::digamma(infinity) == infinity && cx::isnan(cx::digamma(-infinity)));
  static_assert(cx::isnan(cx::digamma(Real(-3))) && cx::isnan(cx::polygamma(2, Real(-3))));
  static_assert(cx::polygamma(1, Real(0)) == infinity && cx::polygamma(1, -Real(0)) == infinity);
  static_assert(cx::polygamma(2, Real(0)) == -infinity && cx::polygamma(2, -Real(0)) == infinity);
  static_assert(cx::polygamma(1, infinity) == 0 && cx::isnan(cx::polygamma(1, -infinity)));
  static_assert(cx::polygamma(8, std::numeric_limits<Real>::denorm_min()) == -infinity);
  static_assert(cx::polygamma(0, Real(2)) == cx::digamma(Real(2)));
  static_assert(cx::isnan(cx::polygamma(-1, Real(2))) && cx::isnan(cx::polygamma(101, Real(2))));
  CHECK(cx::signbit(cx::polygamma(2, infinity)));
}

TEST_CASE("public names on plain numbers") {
  static_assert(etad::digamma(2.0) == cx::digamma(2.0) && etad::digamma(2) == cx::digamma(2.0));
  static_assert(std::same_as<decltype(etad::digamma(2.0f)), float>);
  static_assert(etad::digamma(2.0L) == cx::digamma(2.0L));
  static_assert(etad::polygamma(1, 2.0L) == cx::polygamma(1, 2.0L));
  static_assert(etad::polygamma(3, 2) == cx::polygamma(3, 2.0));
  CHECK(etad::polygamma(0, 0.5f) == cx::digamma(0.5f));
}

}  // namespace
