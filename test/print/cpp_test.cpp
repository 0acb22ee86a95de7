// SPDX-License-Identifier: MIT
// The text of printed C++; that it compiles and computes is tested in test/print/cpp.
#include <doctest/doctest.h>

#include <etad/show/to_cpp.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/formula_derivative.hpp>
#include <etad/verb/jacobian.hpp>

#include "print/functions.hpp"

namespace {

using pair = std::array<double, 2>;

/// The text for a machine without, or with, a fused multiply-add.
template <class... Args, class F>
std::string source(const F& f, bool fused) {
  etad::detail::cpp_scalar scalar = etad::detail::cpp_scalar_of<double>();
  scalar.fused = fused;
  const auto printed = etad::detail::printable<Args...>(f, {.function = "slopes"});
  return etad::detail::cpp_source(printed, scalar).text();
}

}  // namespace

TEST_CASE("a function of numbers") {
  CHECK(etad::to_cpp<double, double>(printed::wave, {.function = "wave", .arguments = {"t"}}) ==
        R"(#include <cmath>

double wave(double t, double y) {
  return std::sin(t * y) + std::exp(t) / y;
}
)");
}

TEST_CASE("a gradient, with a function for singular points") {
  CHECK(source<double, double>(etad::jacobian(printed::wave), false) == R"(#include <cmath>

// Sizes: out[2]
// A zero stays zero, however steep the slope by which it is multiplied.
static double slopes_steep_product(double slope, double v) {
  return v == 0.0 && !std::isfinite(slope) ? 0.0 : slope * v;
}

// Where a derivative is infinite or undefined, or a formula of the function below fails.
static void slopes_at_singular_points(double x, double y, double* out) {
  const double t1 = std::cos(x * y);
  const double t2 = 1.0 / y;
  const double t3 = std::exp(x);
  const double t4 = t3 / y;
  const double t5 = t4 * t2;
  out[0] = slopes_steep_product(t2, t3) + y * t1;
  out[1] = (std::isfinite(t5) ? -t5 : -(t4 / y)) + x * t1;
}

void slopes(double x, double y, double* out) {
  const double t1 = std::cos(x * y);
  const double t2 = 1.0 / y;
  const double t3 = std::exp(x);
  const double t4 = t3 * t2 + y * t1;
  const double t5 = x * t1 - t3 / y * t2;
  const bool regular = std::isfinite(t4 + t5);
  if (!regular) return slopes_at_singular_points(x, y, out);
  out[0] = t4;
  out[1] = t5;
}
)");
  const std::string fused = source<double, double>(etad::jacobian(printed::wave), true);
  CHECK(fused.find("  const double t4 = std::fma(t3, t2, y * t1);\n") != std::string::npos);
  CHECK(fused.find("  const double t5 = std::fma(x, t1, -(t3 / y * t2));\n") != std::string::npos);
}

TEST_CASE("branches") {
  CHECK(etad::to_cpp<pair, double>(printed::piecewise) == R"(#include <cmath>

// Sizes: x[2]
double f(const double* x, double y) {
  double t1;
  if (y < x[0]) {
    t1 = std::exp(y * -x[1]) * std::log(y);
  } else {
    t1 = y < x[1] ? -y : y * (y * 2.0) - 1e-05;
  }
  return t1;
}
)");
}

TEST_CASE("number types") {
  CHECK(etad::to_cpp<float, float, float>(printed::linear) == R"(#include <cmath>

// Sizes: out[3]
void f(float x, float y, float /*z*/, float* out) {
  out[0] = x * 2.0f - y;
  out[1] = y;
  out[2] = y * 0.0f + 3.5f;
}
)");
  CHECK(etad::to_cpp<long double, int, int>(printed::linear)
            .find("(long double x, long double y, long double /*z*/, long double* out) {\n"
                  "  out[0] = x * 2.0L - y;\n") != std::string::npos);
}

TEST_CASE("numbers are exact") {
  using etad::detail::cpp_numeral;
  using limits = std::numeric_limits<double>;
  CHECK(cpp_numeral(0.1).text == "0.1");
  CHECK(cpp_numeral(0.1f).text == "0.1f");
  CHECK(cpp_numeral(3.0).text == "3.0");
  CHECK(cpp_numeral(1e22).text == "1e+22");
  CHECK(cpp_numeral(-0.0).text == "-0.0");
  CHECK(cpp_numeral(-2.5L).text == "-2.5L");
  CHECK(cpp_numeral(limits::infinity()).text == "std::numeric_limits<double>::infinity()");
  CHECK(cpp_numeral(-std::numeric_limits<float>::infinity()).text ==
        "-std::numeric_limits<float>::infinity()");
  CHECK(cpp_numeral(limits::quiet_NaN()).text == "std::numeric_limits<double>::quiet_NaN()");
}

TEST_CASE("numbers of a formula or a closure are printed as they are now") {
  double k = 0.1;
  const auto formula = etad::arg<0> * k + sin(etad::arg<1>);
  CHECK(etad::to_cpp<float, float>(formula) ==
        "#include <cmath>\n\nfloat f(float x, float y) {\n  return x * 0.1f + std::sin(y);\n}\n");
  k = 3.0;
  const auto closure = [&k](auto x) { return k * x * x; };
  CHECK(etad::to_cpp<double>(etad::derivative(closure)).find("t1 = x * 3.0;\n  return t1 + t1;") !=
        std::string::npos);
  CHECK(etad::to_cpp<double>(closure) ==
        "#include <cmath>\n\ndouble f(double x) {\n  return x * (x * 3.0);\n}\n");
}

TEST_CASE("names keep out of each other's way") {
  const std::string text = etad::to_cpp<pair, double>(
      etad::derivative(printed::piecewise, etad::wrt<1>), {.arguments = {"out", "t1"}});
  CHECK(text.find("double f(const double* out, double t1) {\n") != std::string::npos);
  CHECK(text.find("double u1;") != std::string::npos);
  CHECK(text.find("double t1;") == std::string::npos);
  const std::string values =
      etad::to_cpp<double, double, double>(printed::linear, {.arguments = {"x", "y", "out"}});
  CHECK(values.find("double* result)") != std::string::npos);
}

TEST_CASE("the text is as long as the program, its lines are not") {
  const std::string text = etad::to_cpp<double>(etad::derivative(printed::doubling));
  CHECK(text.size() < 40 * 300);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = text.find('\n', i);
    CHECK(end - i <= 100);
    i = end + 1;
  }
}
