// SPDX-License-Identifier: MIT
// Printed functions that call functions the compiler cannot look into.
#include <doctest/doctest.h>

#include <cmath>
#include <etad/print.hpp>
#include <etad/rule/custom_derivative.hpp>
#include <etad/verb/derivative.hpp>
#include <tuple>

namespace {

struct bessel_value {
  static constexpr const char* name = "bessel";
  double operator()(double x) const { return std::cyl_bessel_j(0.0, x); }
};
constexpr auto minus_slope = etad::custom_derivative(
    [](double x) { return std::cyl_bessel_j(1.0, x); }, [](auto) { return 0.0; });
constexpr auto bessel =
    etad::custom_derivative(bessel_value{}, [](auto x) { return -minus_slope(x); });
constexpr auto beta =
    etad::custom_derivative([](double x, double y) { return std::beta(x, y); },
                            [](auto x, auto y, auto) { return std::tuple(x, y); });
constexpr auto f = [](auto x, auto y) { return bessel(x) * y + beta(x, y); };

}  // namespace

TEST_CASE("C++ declares them") {
  CHECK(etad::to_cpp<double, double>(f) ==
        "#include <cmath>\n\n// To be defined elsewhere.\ndouble bessel(double);\n"
        "double opaque1(double, double);\n\ndouble f(double x, double y) {\n"
        "  return y * bessel(x) + opaque1(x, y);\n}\n");
  const std::string slopes = etad::to_cpp<double>(etad::derivative(bessel), {.function = "slope"});
  CHECK(slopes.find("double opaque1(double);\n") != std::string::npos);
  CHECK(slopes.find("-opaque1(x)") != std::string::npos);
  CHECK(slopes.find("bessel") == std::string::npos);
}

TEST_CASE("LaTeX and graphs") {
  const std::string latex = etad::to_latex<double, double>(f);
  CHECK(latex.find("\\mathrm{bessel}(x)") != std::string::npos);
  CHECK(latex.find("\\mathrm{opaque}_{1}(x, y)") != std::string::npos);
  const std::string graph = etad::to_dot<double, double>(f);
  CHECK(graph.find("label=\"bessel(&bull;)\"") != std::string::npos);
  CHECK(graph.find("label=\"opaque1(&bull;, &bull;)\"") != std::string::npos);
}
