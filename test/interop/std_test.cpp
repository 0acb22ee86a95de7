// SPDX-License-Identifier: MIT
// Functions of <cmath> called by their full names.
#include <doctest/doctest.h>

#include <etad/tape.hpp>

#include <algorithm>
#include <cmath>
#include <complex>
#include <etad/etad.hpp>
#include <etad/interop/std.hpp>
#include <numeric>

namespace {

constexpr auto one_argument = [](auto x) {
  decltype(x) s = std::sqrt(x) + std::cbrt(x) + std::exp(x) + std::exp2(x) + std::expm1(x) +
                  std::log(x) + std::log2(x) + std::log10(x) + std::log1p(x) + std::sin(x) +
                  std::cos(x) + std::tan(x);
  s += std::asin(x) + std::acos(x) + std::atan(x) + std::sinh(x) + std::cosh(x) + std::tanh(x) +
       std::asinh(x) + std::acosh(x + 1) + std::atanh(x) + std::erf(x) + std::erfc(x);
  s += std::tgamma(x) + std::lgamma(x) + std::abs(x) + std::fabs(x) + std::floor(x) + std::ceil(x) +
       std::trunc(x) + std::round(x) + std::rint(x) + std::nearbyint(x);
  return s;
};
constexpr auto several_arguments = [](auto x) -> decltype(x) {
  decltype(x) s = std::pow(x, 2) + std::pow(x, x) + std::atan2(x, 2.0) + std::hypot(x, 1.0) +
                  std::hypot(x, x, 1.0) + std::fmod(2.0, x) + std::remainder(2.0, x) +
                  std::fmax(x, 0.0);
  s += std::fmin(x, 3.0) + std::fdim(x, 0.25) + std::copysign(x, -1.0) + std::fma(x, x, 1.0) +
       std::max(x, x * x) + std::min(x, x * x) + std::clamp(x, x - 1, x + 1);
  decltype(x) whole;
  return s + std::norm(x) + std::midpoint(x, decltype(x)(2.0)) + std::lerp(1.0, x, 0.5) +
         std::ldexp(x, 2) + std::scalbn(x, 1) + std::scalbln(x, 1) + std::modf(3 * x, &whole);
};
constexpr auto classes = [](auto x) -> decltype(x) {
  if (std::isnan(x) || std::isinf(x) || !std::isfinite(x) || !std::isnormal(x)) return x;
  if (std::signbit(x) || std::fpclassify(x) != FP_NORMAL || std::isunordered(x, 1.0)) return x;
  if (std::isgreater(x, 1.0) || std::isgreaterequal(x, 1.0)) return x;
  if (!std::isless(x, 1.0) || !std::islessequal(x, 1.0) || !std::islessgreater(x, 1.0)) return x;
  return x * x;
};
constexpr auto whole_numbers = [](auto x) -> decltype(x) {
  int exponent = 0;
  int quotient = 0;
  decltype(x) s = std::frexp(x, &exponent) + std::logb(x) * x + std::nextafter(x, 1.0);
  s += std::remquo(2.0 * x, 0.3, &quotient);
  return s * static_cast<double>(exponent + quotient + std::ilogb(x) + 1) +
         x * static_cast<double>(std::lround(x) + std::llround(x) + std::lrint(x) + std::llrint(x));
};

template <class F>
void agrees(const F& f, double at) {
  const double value = f(at);
  const auto found = etad::value_and_gradient(f)(at);
  const auto by_duals = etad::value_and_gradient(etad::opaque(f))(at);
  CHECK(found.value == value);
  CHECK(by_duals.value == value);
  CHECK(std::abs(found.gradient - by_duals.gradient) <= 1e-13 * std::abs(by_duals.gradient));
  CHECK(etad::check_derivatives(etad::opaque(f))(at));
  const etad::variable<double> y = f(etad::variable<double>(at));
  CHECK(y.value() == value);
}

}  // namespace

TEST_CASE("full names on every number of etad's") {
  static_assert(etad::traceable<decltype(one_argument), double>);
  static_assert(etad::traceable<decltype(several_arguments), double>);
  static_assert(etad::traceable<decltype(classes), double>);
  agrees(one_argument, 0.45);
  agrees(several_arguments, 0.45);
  agrees(classes, 0.45);
  agrees(whole_numbers, 0.45);
}
