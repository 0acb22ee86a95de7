// SPDX-License-Identifier: MIT
// Functions of long double in constant evaluation and at run time, whatever long double is: 64 digits on
// x86-64, 113 on AArch64 and RISC-V. Returns how many results are further apart than the bound.
#include <array>
#include <cmath>
#include <cstdio>
#include <etad/etad.hpp>
#include <limits>

namespace {

using number = long double;
namespace cx = etad::cx;

constexpr std::array<number, 8> points{0.3L, 0.7L, 1.1L / 3, 2.625L, 5.1L, 1e-5L / 3, 0.05L, 0.99L};

int failures = 0;

/// Where long double has 113 digits, functions that are not exact are right to 28 decimal digits.
void near(const char* name, number found, number expected, number bound = 4) {
  if (std::numeric_limits<number>::digits > 64 && bound > 1) bound = 2e6L;
  const number error =
      std::fabs(found - expected) / (std::fabs(expected) * std::numeric_limits<number>::epsilon());
  if (!(found == expected || error <= bound)) {
    std::printf("%s: %.36Lg instead of %.36Lg, %.3Lg epsilon\n", name, found, expected, error);
    ++failures;
  }
}

constexpr auto gradient = etad::gradient([](auto x, auto y) {
  using std::erf, std::pow, std::sin;
  return sin(x) * pow(x, y) + erf(x) / y;
});
constexpr auto in_the_compiler = gradient(0.5L, 2.0L);

}  // namespace

int main() {
  for (const number x : points) {
    near("sqrt", cx::sqrt(x), std::sqrt(x), 1);
    near("cbrt", cx::cbrt(x), std::cbrt(x));
    near("exp", cx::exp(x), std::exp(x));
    near("expm1", cx::expm1(x), std::expm1(x));
    near("log", cx::log(x), std::log(x));
    near("log1p", cx::log1p(x), std::log1p(x));
    near("sin", cx::sin(x), std::sin(x));
    near("cos", cx::cos(x), std::cos(x));
    near("tan", cx::tan(x), std::tan(x));
    near("sin of a large number", cx::sin(x * 1e20L), std::sin(x * 1e20L));
    near("atan", cx::atan(x), std::atan(x));
    near("asinh", cx::asinh(x), std::asinh(x));
    near("sinh", cx::sinh(x), std::sinh(x));
    near("tanh", cx::tanh(x), std::tanh(x));
    near("erf", cx::erf(x), std::erf(x));
    near("erfc", cx::erfc(x), std::erfc(x), 16);
    near("tgamma", cx::tgamma(x), std::tgamma(x), 16);
    near("lgamma", cx::lgamma(x), std::lgamma(x), 64);
    near("pow", cx::pow(x, 2.3L), std::pow(x, 2.3L));
    near("hypot", cx::hypot(x, 1.7L), std::hypot(x, 1.7L));
    near("atan2", cx::atan2(x, -1.7L), std::atan2(x, -1.7L));
    const number small = 1e-15L / 3;
    near("fma", cx::fma(x, small, -x * small), std::fma(x, small, -x * small), 0);
    near("fmod", cx::fmod(x * 1e30L, 0.7L), std::fmod(x * 1e30L, 0.7L), 0);
    near("remainder", cx::remainder(x * 1e9L, 0.7L), std::remainder(x * 1e9L, 0.7L), 0);
    const number far = x * 1e18L + 0.25L;
    near("trunc", cx::trunc(far), std::trunc(far), 0);
    near("floor", cx::floor(-far), std::floor(-far), 0);
    near("rint", cx::rint(far * 1e10L), std::rint(far * 1e10L), 0);
    near("nextafter", cx::nextafter(x, 9.0L), std::nextafter(x, 9.0L), 0);
  }
  near("digamma", etad::digamma(0.3L), -3.50252422220013298896449450737198159953790829L);
  const auto at_run_time = gradient(0.5L, 2.0L);
  near("derivative by x", std::get<0>(in_the_compiler), std::get<0>(at_run_time), 8);
  near("derivative by y", std::get<1>(in_the_compiler), std::get<1>(at_run_time), 8);
  return failures;
}
