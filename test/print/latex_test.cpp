// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/show/to_latex.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/gradient.hpp>

#include "print/cpp/programs.hpp"
#include "print/functions.hpp"

namespace {

int count(const std::string& text, const std::string& word) {
  int n = 0;
  for (std::size_t i = text.find(word); i != std::string::npos; i = text.find(word, i + 1)) ++n;
  return n;
}

/// Groups and environments close in the order in which they open.
bool is_balanced(const std::string& text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0 &&
         count(text, "\\left") - count(text, "\\left\\l") ==
             count(text, "\\right") - count(text, "\\right\\r") &&
         count(text, "\\begin{cases}") == count(text, "\\end{cases}");
}

std::string equations(const std::string& lines) {
  return "\\begin{aligned}\n" + lines + "\n\\end{aligned}\n";
}

template <class F>
std::string formula(F f) {
  const std::string text = etad::to_latex<double, double>(f);
  const std::size_t begin = text.find("&= ") + 3;
  return text.substr(begin, text.find("\n\\end") - begin);
}

}  // namespace

TEST_CASE("a function and its gradient") {
  CHECK(etad::to_latex<double, double>(printed::wave) ==
        equations("f(x, y) &= \\sin(x y) + \\frac{e^{x}}{y}"));
  CHECK(etad::to_latex<double, double>(etad::gradient(printed::wave),
                                       {.results = {"\\partial_x f", "\\partial_y f"}}) ==
        equations("t_{1} &= e^{x} \\\\\n"
                  "t_{2} &= \\frac{1}{y} \\\\\n"
                  "t_{3} &= \\cos(x y) \\\\\n"
                  "\\partial_x f &= t_{1} t_{2} + y t_{3} \\\\\n"
                  "\\partial_y f &= x t_{3} - \\frac{t_{1}}{y} t_{2}"));
}

TEST_CASE("pieces are cases") {
  CHECK(etad::to_latex<std::array<double, 2>, double>(printed::piecewise,
                                                      {.arguments = {"p", "time"}}) ==
        equations("f(p, \\mathrm{time}) &= \\begin{cases} "
                  "e^{-\\mathrm{time} \\, p_{1}} \\, \\ln(\\mathrm{time}) "
                  "& \\text{if } \\mathrm{time} < p_{0} \\\\ "
                  "-\\mathrm{time} & \\text{if } \\mathrm{time} < p_{1} \\\\ "
                  "2 \\, \\mathrm{time} \\, \\mathrm{time} - 10^{-5} & \\text{otherwise} "
                  "\\end{cases}"));
}

TEST_CASE("signs, products and brackets as in handwriting") {
  CHECK(formula([](auto x, auto y) { return -(x - y) * -x; }) == "(x - y) x");
  CHECK(formula([](auto x, auto y) { return x + -y; }) == "x - y");
  CHECK(formula([](auto x, auto y) { return -x + y; }) == "y - x");
  CHECK(formula([](auto x, auto y) { return x - (y - 2.0); }) == "x - (y - 2)");
  CHECK(formula([](auto x, auto y) { return x - -3.0 * y; }) == "x + 3 y");
  CHECK(formula([](auto x, auto y) { return x + (y + 1.0); }) == "x + y + 1");
  CHECK(formula([](auto x, auto y) { return x * -2.0 / y; }) == "-\\frac{2 x}{y}");
  CHECK(formula([](auto x, auto y) { return x * (1.0 / y); }) == "\\frac{x}{y}");
  CHECK(formula([](auto x, auto y) { return x * x * y; }) == "y x^{2}");
  CHECK(formula([](auto x, auto y) { return 4e-7 * (3.0 * x) * y; }) ==
        "3 x \\cdot 4 \\cdot 10^{-7} y");
  CHECK(formula([](auto x, auto y) {
          using std::exp, std::pow, std::sqrt;
          return pow(x / y, 3.0) + pow(exp(x), y) * sqrt(pow(y, 2.5));
        }) == "\\left(\\frac{x}{y}\\right)^{3} + (e^{x})^{y} \\sqrt{y^{2.5}}");
}

TEST_CASE("names") {
  using etad::detail::latex_name;
  CHECK(latex_name("x") == "x");
  CHECK(latex_name("x12") == "x_{12}");
  CHECK(latex_name("x12", "3") == "x_{12,3}");
  CHECK(latex_name("x", "3") == "x_{3}");
  CHECK(latex_name("spot_price") == "\\mathrm{spot\\_price}");
  CHECK(latex_name("\\sigma") == "\\sigma");
  CHECK(latex_name("\\nabla f", "1") == "{\\nabla f}_{1}");
}

TEST_CASE("numbers") {
  using etad::detail::latex_numeral;
  CHECK(latex_numeral(0.25).text == "0.25");
  CHECK(latex_numeral(-3).text == "-3");
  CHECK(latex_numeral(1e22).text == "10^{22}");
  CHECK(latex_numeral(-2.5e-8).text == "-2.5 \\cdot 10^{-8}");
  CHECK(latex_numeral(-std::numeric_limits<double>::infinity()).text == "-\\infty");
  CHECK(latex_numeral(std::numeric_limits<double>::quiet_NaN()).text == "\\mathrm{NaN}");
}

TEST_CASE("every operation is balanced") {
  const etad::detail::program p = printed::every_operation();
  const etad::detail::printed_function f{p, {{3, false}}, false, {}};
  const std::string text = etad::detail::latex_source(f, p).text();
  CHECK(is_balanced(text));
  CHECK(text.find('$') == std::string::npos);
  CHECK_FALSE(is_balanced(text + "{"));
  for (const auto& row : etad::detail::spelling_table) {
    CHECK(is_balanced(row.latex.pattern));
  }
}

TEST_CASE("the text is as long as the program") {
  const std::string text = etad::to_latex<double>(etad::derivative(printed::doubling));
  CHECK(is_balanced(text));
  CHECK(text.size() < 40 * 120);
}
