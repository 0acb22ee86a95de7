// SPDX-License-Identifier: MIT
// Derivatives of closures in print: numbers that they capture stand as they are now.
#include <doctest/doctest.h>

#include <string>

#include <etad/show/to_cpp.hpp>
#include <etad/show/to_dot.hpp>
#include <etad/show/to_latex.hpp>
#include <etad/verb/products.hpp>
#include <etad/verb/sparse_hessian.hpp>

namespace {

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("derivatives of closures") {
  double k = 2.0;
  const auto f = [&k](auto x, auto y) { return k * x * x * y; };
  k = 3.0;
  CHECK(etad::to_cpp<double, double>(etad::hessian(f)) == R"(#include <cmath>

// Sizes: out[4]
void f(double x, double y, double* out) {
  const double t1 = x * 3.0;
  const double t2 = t1 + t1;
  out[0] = y * 3.0 * 2.0;
  out[1] = t2;
  out[2] = t2;
  out[3] = 0.0;
}
)");
  CHECK(etad::to_cpp<double, double>(etad::sparse_hessian(f)) == R"(#include <cmath>

// Sizes: out[3]
void f(double x, double y, double* out) {
  const double t1 = x * 3.0;
  const double t2 = t1 + t1;
  out[0] = y * 3.0 * 2.0;
  out[1] = t2;
  out[2] = t2;
}
)");
  // Tangents and weights are arguments behind the points; the captured number is none.
  const std::string along = etad::to_cpp<double, double, double, double>(
      etad::jvp(f), {.arguments = {"x", "y", "u", "v"}});
  CHECK(contains(along,
                 "double f(double x, double y, double u, double v) {\n"
                 "  const double t1 = x * 3.0;\n"));
  CHECK(contains(etad::to_cpp<double, double, double>(etad::vjp(f)),
                 "void f(double x, double y, double z, double* out) {\n"));
  CHECK(contains(etad::to_latex<double, double, double>(etad::vjp(f)), "t_{1} &= 3 x"));
  CHECK(contains(etad::to_dot<double, double>(etad::jacobian(f)), "&bull; &times; 3"));
}
