// SPDX-License-Identifier: MIT
// Mixed arguments, constant exponents, and the functions without a row in the operation table.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>

#include <etad/dual/functions.hpp>

#include "problems/overflows.hpp"

namespace {

using real = etad::dual<double, 2>;
using second = etad::dual<etad::dual<double, 1>, 1>;
using etad::tangent, etad::value;

constexpr bool near(double x, double exact) {
  if (x == exact) return true;
  const double error = x < exact ? exact - x : x - exact;
  return error <= 4e-16 * (exact < 0 ? -exact : exact);
}
constexpr bool is(const real& x, double v, double t0, double t1 = 0) {
  return value(x) == v && near(tangent(x)[0], t0) && near(tangent(x)[1], t1);
}

constexpr bool powers_with_constant_exponents() {
  const real zero(0.0, 0), minus(-2.0, 0), two(2.0, 0);
  bool ok = is(pow(zero, 2.0), 0, 0) && is(pow(zero, 1), 0, 1) && is(pow(zero, 0), 1, 0);
  ok = ok && is(pow(minus, 2), 4, -4) && is(pow(minus, 3), -8, 12) && is(pow(minus, 3.0f), -8, 12);
  ok = ok && is(pow(two, -1), 0.5, -0.25) && is(pow(two, 4u), 16, 32) && is(pow(two, true), 2, 1);
  // x^2 at 0 has the second derivative 2, whatever the exponent's type.
  const second x(etad::dual<double, 1>(0.0, 0), 0);
  ok = ok && tangent(tangent(pow(x, 2))[0])[0] == 2 && tangent(tangent(pow(x, 2.0))[0])[0] == 2;
  ok = ok && tangent(tangent(pow(x, 3))[0])[0] == 0 && tangent(tangent(pow(x, 4.0))[0])[0] == 0;
  return ok && is(pow(2, real(3.0, 0)), 8, 8 * 0.693147180559945309417);
}
static_assert(powers_with_constant_exponents());

constexpr bool mixed_arguments() {
  const real x(3.0, 0), y(4.0, 1);
  bool ok =
      is(hypot(x, y), 5, 0.6, 0.8) && is(hypot(x, 4), 5, 0.6) && is(hypot(3.0f, y), 5, 0, 0.8);
  ok = ok && is(hypot(x, 0, 4.0), 5, 0.6) && is(hypot(x, y, 0), 5, 0.6, 0.8);
  ok = ok && is(fma(x, y, 1), 13, 4, 3) && is(fma(2, y, x), 11, 1, 2) && is(fma(x, 2.0, 1), 7, 2);
  ok = ok && is(max(x, 0), 3, 1) && is(max(x, 5.0), 5, 0) && is(min(x, y), 3, 1) &&
       is(min(3, x), 3, 0.5);
  ok = ok && is(fmax(x, 1), 3, 1) && is(fdim(y, 1), 3, 0, 1) && is(copysign(x, -1), -3, -1);
  ok = ok && is(fmod(y, 3), 1, 0, 1) && is(remainder(y, x), 1, -1, 1);
  ok = ok && is(atan2(real(0.0, 0), 2), 0, 0.5);
  ok =
      ok && is(clamp(x, 0, 10), 3, 1) && is(clamp(x, y, 10), 4, 0, 1) && is(clamp(x, 0.0, 1), 1, 0);
  return ok && is(select(x < y, x, y), 3, 1) && is(select(x > y, x, 7), 7, 0);
}
static_assert(mixed_arguments());

/// The side not taken may have an infinite or undefined slope: it leaves no trace.
constexpr bool sides_not_taken_do_not_leak() {
  const real x(3.0, 0), zero(0.0, 1), minus(-1.0, 1);
  bool ok = is(max(x, sqrt(zero)), 3, 1) && is(min(-x, sqrt(zero)), -3, -1);
  ok =
      ok && is(fmax(x, sqrt(zero)), 3, 1) && is(fdim(x, sqrt(zero)), 3, 1, -tangent(sqrt(zero))[1]);
  ok = ok && is(fmax(x, log(minus)), 3, 1) && is(select(x > 0, x, log(minus)), 3, 1);
  ok = ok && is(clamp(x, sqrt(zero), 10), 3, 1);
  // An inactive argument at a singular point.
  return ok && is(sqrt(real(0)) + x, 3, 1);
}
static_assert(sides_not_taken_do_not_leak());

constexpr bool taking_apart_and_scaling() {
  const real x(6.5, 0);
  int exponent = 0;
  bool ok = is(ldexp(x, 2), 26, 4) && is(scalbn(x, -1), 3.25, 0.5) && is(scalbln(x, 1L), 13, 2);
  ok = ok && is(frexp(x, &exponent), 0.8125, 0.125) && exponent == 3;
  real whole;
  ok = ok && is(modf(x, &whole), 0.5, 1) && is(whole, 6, 0);
  ok = ok && is(modf(-x, &whole), -0.5, -1) && is(whole, -6, 0);
  ok = ok && value(nextafter(x, 7)) > 6.5 && tangent(nextafter(x, 7))[0] == 1;
  ok = ok && is(trunc(x), 6, 0) && is(rint(x), 6, 0) && is(round(x), 7, 0) && is(floor(-x), -7, 0);
  return ok && static_cast<int>(x) == 6 && static_cast<bool>(x) && !static_cast<bool>(real(0));
}
static_assert(taking_apart_and_scaling());

constexpr bool classification() {
  using limits = std::numeric_limits<real>;
  const real one(1.0, 0);
  bool ok = isfinite(one) && !isfinite(limits::infinity()) && isinf(-limits::infinity());
  ok =
      ok && isnan(limits::quiet_NaN()) && !isnan(one) && !isinf(one) && !isinf(limits::quiet_NaN());
  ok = ok && signbit(-one) && signbit(real(-0.0)) && !signbit(real(0.0)) && isnormal(one);
  ok = ok && !isnormal(limits::denorm_min()) && !isnormal(real(0)) && isgreater(one, 0);
  ok = ok && isunordered(one, limits::quiet_NaN()) && !isunordered(one, 2) && isless(one, 2);
  const second deep(etad::dual<double, 1>(-1.0, 0), 0);
  return ok && isfinite(deep) && signbit(deep) && isnormal(deep) && !isnan(deep);
}
static_assert(classification());

TEST_CASE("functions of duals at run time") {
  CHECK(powers_with_constant_exponents());
  CHECK(mixed_arguments());
  CHECK(sides_not_taken_do_not_leak());
  CHECK(taking_apart_and_scaling());
  CHECK(classification());
}

TEST_CASE("rounding to whole numbers") {
  const second x(etad::dual<double, 1>(-2.75, 0), 0);
  CHECK(lround(x) == -3);
  CHECK(llround(x) == -3);
  CHECK(lrint(x) == -3);
  CHECK(llrint(x) == -3);
  CHECK(ilogb(x) == 1);
  CHECK(logb(x) == 1);
  CHECK(fpclassify(x) == FP_NORMAL);
}

/// Runs in constant evaluation and at run time: sums, loops, arrays.
template <class T>
constexpr T wave(const std::array<T, 3>& x) {
  using std::exp, std::sin, std::sqrt;
  T sum = 0;
  for (std::size_t i = 0; i < 3; ++i) sum += sin(x[i]) * exp(-x[(i + 1) % 3]) / (1 + sqrt(x[i]));
  return sum;
}

TEST_CASE("laws: linear in the seed, lane i is run i, the Hessian is symmetric") {
  using lanes = etad::dual<double, 4>;
  for (int round = 0; round < 200; ++round) {
    std::array<lanes, 3> x;
    std::array<etad::dual<double, 1>, 3> along;
    double weights[3];
    for (std::size_t i = 0; i < 3; ++i) {
      const double at = 0.1 + 0.37 * std::fmod(0.618 * (round + 5 * static_cast<int>(i)), 1.0);
      weights[i] = std::fmod(0.7548 * (round + static_cast<int>(i)), 1.0) - 0.5;
      x[i] = lanes(at, static_cast<int>(i));
      x[i].set_tangent(3, weights[i]);
      along[i] = etad::dual<double, 1>(at);
      along[i].set_tangent(0, weights[i]);
    }
    const lanes r = wave(x);
    const auto single = wave(along);
    const double combined =
        weights[0] * tangent(r)[0] + weights[1] * tangent(r)[1] + weights[2] * tangent(r)[2];
    CHECK(value(single) == value(r));
    CHECK(std::abs(tangent(single)[0] - tangent(r)[3]) <= 1e-15);
    CHECK(std::abs(combined - tangent(r)[3]) <= 4e-15);
    using nested = etad::dual<etad::dual<double, 3>, 3>;
    std::array<nested, 3> y;
    for (std::size_t i = 0; i < 3; ++i) {
      const int lane = static_cast<int>(i);
      y[i] = nested(etad::dual<double, 3>(value(x[i]), lane), lane);
    }
    const nested h = wave(y);
    for (int i = 0; i < 3; ++i) {
      CHECK(std::abs(value(tangent(h)[i]) - tangent(r)[i]) <= 1e-15);
      for (int j = 0; j < i; ++j) {
        CHECK(std::abs(tangent(tangent(h)[i])[j] - tangent(tangent(h)[j])[i]) <= 4e-15);
      }
    }
  }
}

}  // namespace

TEST_CASE("behind an overflow a slope is right or NaN") {
  overflows::for_each([](auto f, double x, double slope, const char* name) {
    CAPTURE(name);
    CHECK(overflows::is_right_or_nan(tangent(f(real(x, 1)))[1], slope));
    second both(etad::dual<double, 1>(x, 0), 0);
    const second r = f(both);
    CHECK(overflows::is_right_or_nan(tangent(value(r))[0], slope));
    CHECK(overflows::is_right_or_nan(value(tangent(r)[0]), slope));
  });
  overflows::for_each_of_two([](auto f, double x, double y, double slope, const char* name) {
    CAPTURE(name);
    CHECK(overflows::is_right_or_nan(tangent(f(real(x, 0), real(y, 1)))[0], slope));
  });
  // An infinite argument is exact, as is a multiple of it.
  const real infinite(std::numeric_limits<double>::infinity(), 0);
  CHECK(tangent(log(1 + 2 * infinite))[0] == 0);
  CHECK(tangent(1 / infinite)[0] == 0);
}
