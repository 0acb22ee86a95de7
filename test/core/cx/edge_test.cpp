// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <etad/core/cx.hpp>
#include <initializer_list>

#include "edge_points.hpp"
#include "oracle.hpp"

namespace {

namespace cx = etad::cx;

// Equal bits, but any NaN equals any NaN.
template <class Real>
bool same(Real x, Real y) {
  return (x != x && y != y) || (x == y && std::signbit(x) == std::signbit(y));
}

// Where <cmath> returns 0, infinity or NaN, cx does the same, sign included; elsewhere the C
// library is allowed its errors (up to 8 units in glibc's tgamma).
template <class Real>
bool agrees(Real mine, Real theirs) {
  if (theirs != theirs || std::isinf(theirs) || theirs == 0) return same(mine, theirs);
  return std::fabs(mine - theirs) <= 8 * std::fabs(theirs) * std::numeric_limits<Real>::epsilon() +
                                         2 * std::numeric_limits<Real>::denorm_min();
}

// Pointers to functions, for a template over every pair of lambdas takes three times as long to
// compile.
template <class Real>
using unary_function = Real (*)(Real);
template <class Real>
using binary_function = Real (*)(Real, Real);

template <class Real>
void unary(const char* name, unary_function<Real> mine, unary_function<Real> theirs, bool exact) {
  CAPTURE(name);
  CAPTURE(sizeof(Real));
  for (const Real x : edge_points<Real>()) {
    CAPTURE(x);
    const volatile Real argument = x;  // the C library at run time, not the compiler's folding
    const Real got = mine(x), expected = theirs(argument);
    CAPTURE(got);
    CAPTURE(expected);
    CHECK((exact ? same(got, expected) : agrees(got, expected)));
  }
}

template <class Real>
void binary(const char* name, binary_function<Real> mine, binary_function<Real> theirs,
            bool exact) {
  CAPTURE(name);
  CAPTURE(sizeof(Real));
  for (const Real x : edge_points<Real>()) {
    for (const Real y : edge_points<Real>()) {
      CAPTURE(x);
      CAPTURE(y);
      const volatile Real first = x, second = y;
      const Real got = mine(x, y), expected = theirs(first, second);
      CAPTURE(got);
      CAPTURE(expected);
      CHECK((exact ? same(got, expected) : agrees(got, expected)));
    }
  }
}

TEST_CASE_TEMPLATE("smooth functions have the special values of <cmath>", Real, float, double,
                   long double) {
  const auto check = [](const char* name, unary_function<Real> mine, unary_function<Real> theirs) {
    unary<Real>(name, mine, theirs, false);
  };
  check(
      "exp", [](Real x) { return cx::exp(x); }, [](Real x) { return std::exp(x); });
  check(
      "exp2", [](Real x) { return cx::exp2(x); }, [](Real x) { return std::exp2(x); });
  check(
      "expm1", [](Real x) { return cx::expm1(x); }, [](Real x) { return std::expm1(x); });
  check(
      "log", [](Real x) { return cx::log(x); }, [](Real x) { return std::log(x); });
  check(
      "log2", [](Real x) { return cx::log2(x); }, [](Real x) { return std::log2(x); });
  check(
      "log10", [](Real x) { return cx::log10(x); }, [](Real x) { return std::log10(x); });
  check(
      "log1p", [](Real x) { return cx::log1p(x); }, [](Real x) { return std::log1p(x); });
  check(
      "cbrt", [](Real x) { return cx::cbrt(x); }, [](Real x) { return std::cbrt(x); });
  check(
      "sin", [](Real x) { return cx::sin(x); }, [](Real x) { return std::sin(x); });
  check(
      "cos", [](Real x) { return cx::cos(x); }, [](Real x) { return std::cos(x); });
  check(
      "tan", [](Real x) { return cx::tan(x); }, [](Real x) { return std::tan(x); });
  check(
      "asin", [](Real x) { return cx::asin(x); }, [](Real x) { return std::asin(x); });
  check(
      "acos", [](Real x) { return cx::acos(x); }, [](Real x) { return std::acos(x); });
  check(
      "atan", [](Real x) { return cx::atan(x); }, [](Real x) { return std::atan(x); });
  check(
      "sinh", [](Real x) { return cx::sinh(x); }, [](Real x) { return std::sinh(x); });
  check(
      "cosh", [](Real x) { return cx::cosh(x); }, [](Real x) { return std::cosh(x); });
  check(
      "tanh", [](Real x) { return cx::tanh(x); }, [](Real x) { return std::tanh(x); });
  check(
      "asinh", [](Real x) { return cx::asinh(x); }, [](Real x) { return std::asinh(x); });
  check(
      "acosh", [](Real x) { return cx::acosh(x); }, [](Real x) { return std::acosh(x); });
  check(
      "atanh", [](Real x) { return cx::atanh(x); }, [](Real x) { return std::atanh(x); });
  check(
      "erf", [](Real x) { return cx::erf(x); }, [](Real x) { return std::erf(x); });
  check(
      "erfc", [](Real x) { return cx::erfc(x); }, [](Real x) { return std::erfc(x); });
  check(
      "tgamma", [](Real x) { return cx::tgamma(x); }, [](Real x) { return std::tgamma(x); });
  check(
      "lgamma", [](Real x) { return cx::lgamma(x); }, [](Real x) { return std::lgamma(x); });
  const auto check2 = [](const char* name, binary_function<Real> mine,
                         binary_function<Real> theirs) { binary<Real>(name, mine, theirs, false); };
  check2(
      "pow", [](Real x, Real y) { return cx::pow(x, y); },
      [](Real x, Real y) { return std::pow(x, y); });
  check2(
      "atan2", [](Real x, Real y) { return cx::atan2(x, y); },
      [](Real x, Real y) { return std::atan2(x, y); });
  check2(
      "hypot", [](Real x, Real y) { return cx::hypot(x, y); },
      [](Real x, Real y) { return std::hypot(x, y); });
}

TEST_CASE_TEMPLATE("exact functions equal <cmath> bit for bit", Real, float, double, long double) {
  const auto check = [](const char* name, unary_function<Real> mine, unary_function<Real> theirs) {
    unary<Real>(name, mine, theirs, true);
  };
  check(
      "sqrt", [](Real x) { return cx::sqrt(x); }, [](Real x) { return std::sqrt(x); });
  check(
      "floor", [](Real x) { return cx::floor(x); }, [](Real x) { return std::floor(x); });
  check(
      "ceil", [](Real x) { return cx::ceil(x); }, [](Real x) { return std::ceil(x); });
  check(
      "trunc", [](Real x) { return cx::trunc(x); }, [](Real x) { return std::trunc(x); });
  check(
      "round", [](Real x) { return cx::round(x); }, [](Real x) { return std::round(x); });
  check(
      "rint", [](Real x) { return cx::rint(x); }, [](Real x) { return std::rint(x); });
  check(
      "fabs", [](Real x) { return cx::fabs(x); }, [](Real x) { return std::fabs(x); });
  for (const int power : {0, 1, -1, 60, -60, 1000, -1000, 2200, -2200, 33000, -33000, 1 << 30}) {
    for (const Real x : edge_points<Real>()) {
      CAPTURE(power);
      CAPTURE(x);
      CHECK(same(cx::ldexp(x, power), std::ldexp(x, power)));
    }
  }
  for (const Real x : edge_points<Real>()) {
    CHECK(cx::isnan(x) == std::isnan(x));
    CHECK(cx::isinf(x) == std::isinf(x));
    CHECK(cx::isfinite(x) == std::isfinite(x));
    CHECK(cx::signbit(x) == std::signbit(x));
    int mine = 0, theirs = 0;
    CHECK(same(cx::frexp(x, &mine), std::frexp(x, &theirs)));
    if (std::isfinite(x)) CHECK(mine == theirs);
  }
  const auto check2 = [](const char* name, binary_function<Real> mine,
                         binary_function<Real> theirs) { binary<Real>(name, mine, theirs, true); };
  check2(
      "copysign", [](Real x, Real y) { return cx::copysign(x, y); },
      [](Real x, Real y) { return std::copysign(x, y); });
  check2(
      "nextafter", [](Real x, Real y) { return cx::nextafter(x, y); },
      [](Real x, Real y) { return std::nextafter(x, y); });
  check2(
      "fmod", [](Real x, Real y) { return cx::fmod(x, y); },
      [](Real x, Real y) { return std::fmod(x, y); });
  check2(
      "remainder", [](Real x, Real y) { return cx::remainder(x, y); },
      [](Real x, Real y) { return std::remainder(x, y); });
  check2(
      "fdim", [](Real x, Real y) { return cx::fdim(x, y); },
      [](Real x, Real y) { return std::fdim(x, y); });
  check2(
      "add", [](Real x, Real y) { return cx::add(x, y); }, [](Real x, Real y) { return x + y; });
  check2(
      "subtract", [](Real x, Real y) { return cx::subtract(x, y); },
      [](Real x, Real y) { return x - y; });
  check2(
      "multiply", [](Real x, Real y) { return cx::multiply(x, y); },
      [](Real x, Real y) { return x * y; });
  check2(
      "divide", [](Real x, Real y) { return cx::divide(x, y); },
      [](Real x, Real y) { return x / y; });
}

TEST_CASE_TEMPLATE("maximum and minimum: the number beats NaN, zeros are ordered", Real, float,
                   double, long double) {
  for (const Real x : edge_points<Real>()) {
    for (const Real y : edge_points<Real>()) {
      if (x == 0 && y == 0) {
        // C leaves this choice open, and compilers and libraries differ.
        CHECK(std::signbit(cx::fmax(x, y)) == (std::signbit(x) && std::signbit(y)));
        CHECK(std::signbit(cx::fmin(x, y)) == (std::signbit(x) || std::signbit(y)));
      } else {
        CHECK(same(cx::fmax(x, y), std::fmax(x, y)));
        CHECK(same(cx::fmin(x, y), std::fmin(x, y)));
      }
    }
  }
}

TEST_CASE_TEMPLATE("fma rounds once, at the edges too", Real, float, double, long double) {
  for (const Real x : edge_points<Real>()) {
    for (const Real y : edge_points<Real>()) {
      for (const Real z : edge_points<Real>()) {
        const Real got = cx::fma(x, y, z), expected = std::fma(x, y, z);
        if (!same(got, expected)) {
          CAPTURE(x);
          CAPTURE(y);
          CAPTURE(z);
          CAPTURE(got);
          CHECK(got == expected);
        }
      }
    }
  }
}

TEST_CASE_TEMPLATE("fma next to a halfway case", Real, float, double, long double) {
  // x * y is exactly halfway between two numbers; z moves it by less than any fixed width holds.
  constexpr int digits = std::numeric_limits<Real>::digits;
  for (int a = 2; a < digits - 2; ++a) {
    const Real x = 1 + std::ldexp(Real(1), -a), y = 1 + std::ldexp(Real(1), a - digits);
    for (int shift = digits; shift < 140; ++shift) {
      for (const int tail : {-digits, -(digits / 2), 0, digits / 2}) {
        const Real size = 1 + (tail < 0 ? -std::ldexp(Real(1), tail) : std::ldexp(Real(1), -tail));
        const Real z = std::ldexp(size, -shift);
        CHECK(cx::fma(x, y, z) == std::fma(x, y, z));
        CHECK(cx::fma(x, -y, z) == std::fma(x, -y, z));
      }
    }
  }
}

TEST_CASE_TEMPLATE("square roots next to representable ones", Real, float, double, long double) {
  // sqrt(1 + 2 c epsilon) lies 2^-127 of itself below 1 + c epsilon in long double.
  for (int c = -200; c <= 200; ++c) {
    const Real near = 1 + static_cast<Real>(c) * std::numeric_limits<Real>::epsilon();
    for (const Real x : {near, 2 * near, near / 2, 9 * near}) {
      CAPTURE(c);
      CHECK(cx::sqrt(x) == std::sqrt(x));
    }
  }
}

TEST_CASE_TEMPLATE("gamma below the range keeps its sign", Real, float, double, long double) {
  for (const Real x :
       {Real(-2000.5), Real(-2001.5), Real(-1800.25), Real(-99999.75), Real(-185.5)}) {
    CAPTURE(x);
    CHECK(agrees(cx::tgamma(x), std::tgamma(x)));
  }
}

TEST_CASE_TEMPLATE("exact functions equal <cmath> on random numbers", Real, float, double,
                   long double) {
  oracle::generator random(5);
  using limits = std::numeric_limits<Real>;
  const int low = limits::min_exponent - limits::digits, high = limits::max_exponent - 1;
  int wrong = 0;
  const auto expect = [&](const char* name, Real got, Real expected, Real x, Real y, Real z) {
    if (same(got, expected)) return;
    ++wrong;
    CAPTURE(name);
    CAPTURE(x);
    CAPTURE(y);
    CAPTURE(z);
    CAPTURE(got);
    CHECK(got == expected);
  };
  const int n = oracle::points(20000);
  for (int i = 0; i < n && wrong < 5; ++i) {
    // Operands of all sizes, of similar size, and near the ends of the range.
    const bool wide = i % 3 == 0;
    const int middle = i % 3 == 1 ? 0 : (i & 1) != 0 ? high - 30 : low + 50;
    const int from = wide ? low : middle - 30, to = wide ? high : middle + 30;
    const Real x = random.template any_size<Real>(from, to);
    const Real y = random.template any_size<Real>(from, to);
    const Real z = random.template any_size<Real>(from, to);
    expect("add", cx::add(x, y), x + y, x, y, 0);
    expect("subtract", cx::subtract(x, y), x - y, x, y, 0);
    expect("multiply", cx::multiply(x, y), x * y, x, y, 0);
    expect("divide", cx::divide(x, y), x / y, x, y, 0);
    expect("sqrt", cx::sqrt(x), std::sqrt(x), x, 0, 0);
    expect("fmod", cx::fmod(x, y), std::fmod(x, y), x, y, 0);
    expect("remainder", cx::remainder(x, y), std::remainder(x, y), x, y, 0);
    expect("fma", cx::fma(x, y, z), std::fma(x, y, z), x, y, z);
    // Cancellation, down to the last digits.
    expect("fma", cx::fma(x, y, -(x * y)), std::fma(x, y, -(x * y)), x, y, -(x * y));
    expect("nextafter", cx::nextafter(x, y), std::nextafter(x, y), x, y, 0);
    const Real small = random.uniform(Real(-100), Real(100));
    expect("rint", cx::rint(small), std::rint(small), small, 0, 0);
    expect("round", cx::round(small), std::round(small), small, 0, 0);
    expect("floor", cx::floor(small), std::floor(small), small, 0, 0);
    expect("ceil", cx::ceil(small), std::ceil(small), small, 0, 0);
  }
  CHECK(wrong == 0);
}

}  // namespace
