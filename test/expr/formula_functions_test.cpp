// SPDX-License-Identifier: MIT
// Every function of formulas writes the program that it writes when it is traced.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <etad/expr/argument.hpp>
#include <etad/ir/statistics.hpp>
#include <etad/lower/expression.hpp>
#include <etad/pass/dce.hpp>
#include <etad/print/text.hpp>
#include <string>
#include <tuple>

namespace {

using namespace etad::detail;
using etad::arg;
using etad::traced;

template <int Arguments, class F>
std::string traced_text(F f) {
  if constexpr (Arguments == 1) {
    return text_of(without_dead_code(trace<F, traced>(f)));
  } else if constexpr (Arguments == 2) {
    return text_of(without_dead_code(trace<F, traced, traced>(f)));
  } else {
    return text_of(without_dead_code(trace<F, traced, traced, traced>(f)));
  }
}

template <int Arguments, class Formula>
std::string formula_text(const Formula&) {
  return traced_text<Arguments>(formula_body<typename Formula::node, false>{});
}

template <class F>
bool same1(F f) {
  return formula_text<1>(f(arg<0>)) == traced_text<1>(f);
}
template <class F>
bool same2(F f) {
  return formula_text<2>(f(arg<0>, arg<1>)) == traced_text<2>(f);
}
template <class F>
bool same3(F f) {
  return formula_text<3>(f(arg<0>, arg<1>, arg<2>)) == traced_text<3>(f);
}

}  // namespace

TEST_CASE("functions of one number") {
  CHECK(same1([](auto x) { return sqrt(x); }));
  CHECK(same1([](auto x) { return cbrt(x); }));
  CHECK(same1([](auto x) { return exp(x); }));
  CHECK(same1([](auto x) { return exp2(x); }));
  CHECK(same1([](auto x) { return expm1(x); }));
  CHECK(same1([](auto x) { return log(x); }));
  CHECK(same1([](auto x) { return log2(x); }));
  CHECK(same1([](auto x) { return log10(x); }));
  CHECK(same1([](auto x) { return log1p(x); }));
  CHECK(same1([](auto x) { return sin(x); }));
  CHECK(same1([](auto x) { return cos(x); }));
  CHECK(same1([](auto x) { return tan(x); }));
  CHECK(same1([](auto x) { return asin(x); }));
  CHECK(same1([](auto x) { return acos(x); }));
  CHECK(same1([](auto x) { return atan(x); }));
  CHECK(same1([](auto x) { return sinh(x); }));
  CHECK(same1([](auto x) { return cosh(x); }));
  CHECK(same1([](auto x) { return tanh(x); }));
  CHECK(same1([](auto x) { return asinh(x); }));
  CHECK(same1([](auto x) { return acosh(x); }));
  CHECK(same1([](auto x) { return atanh(x); }));
  CHECK(same1([](auto x) { return erf(x); }));
  CHECK(same1([](auto x) { return erfc(x); }));
  CHECK(same1([](auto x) { return tgamma(x); }));
  CHECK(same1([](auto x) { return lgamma(x); }));
  CHECK(same1([](auto x) { return floor(x); }));
  CHECK(same1([](auto x) { return ceil(x); }));
  CHECK(same1([](auto x) { return trunc(x); }));
  CHECK(same1([](auto x) { return round(x); }));
  CHECK(same1([](auto x) { return rint(x); }));
  CHECK(same1([](auto x) { return nearbyint(x); }));
  CHECK(same1([](auto x) { return abs(x); }));
  CHECK(same1([](auto x) { return fabs(x); }));
  CHECK(same1([](auto x) { return digamma(x); }));
  CHECK(same1([](auto x) { return -x; }));
  CHECK(same1([](auto x) { return +x; }));
}

TEST_CASE("operations of several numbers") {
  CHECK(same2([](auto x, auto y) { return pow(x, y); }));
  CHECK(same2([](auto x, auto y) { return atan2(x, y); }));
  CHECK(same2([](auto x, auto y) { return hypot(x, y); }));
  CHECK(same2([](auto x, auto y) { return fmod(x, y); }));
  CHECK(same2([](auto x, auto y) { return remainder(x, y); }));
  CHECK(same2([](auto x, auto y) { return fmax(x, y); }));
  CHECK(same2([](auto x, auto y) { return fmin(x, y); }));
  CHECK(same2([](auto x, auto y) { return fdim(x, y); }));
  CHECK(same2([](auto x, auto y) { return copysign(x, y); }));
  CHECK(same2([](auto x, auto y) { return max(x, y); }));
  CHECK(same2([](auto x, auto y) { return min(x, y); }));
  CHECK(same2([](auto x, auto y) { return x + y; }));
  CHECK(same2([](auto x, auto y) { return x - y; }));
  CHECK(same2([](auto x, auto y) { return x * y; }));
  CHECK(same2([](auto x, auto y) { return x / y; }));
  CHECK(same3([](auto x, auto y, auto z) { return hypot(x, y, z); }));
  CHECK(same3([](auto x, auto y, auto z) { return fma(x, y, z); }));
  CHECK(formula_text<3>(clamp(arg<0>, arg<1>, arg<2>)) ==
        traced_text<3>([](auto x, auto low, auto high) {
          const auto below = x < low;
          const auto above = high < x;
          return select(below, low, select(above, high, x));
        }));
  CHECK(same3([](auto x, auto y, auto z) { return select(x < y, z, x); }));
  CHECK(same3([](auto x, auto y, auto z) { return select(x <= y, z, x); }));
  CHECK(same3([](auto x, auto y, auto z) { return select(x > y, z, x); }));
  CHECK(same3([](auto x, auto y, auto z) { return select(x >= y, z, x); }));
  CHECK(same3([](auto x, auto y, auto z) { return select(x == y, z, x); }));
  CHECK(same3([](auto x, auto y, auto z) { return select(x != y, z, x); }));
}

TEST_CASE("numbers in the type are literals of the program") {
  const auto with = pow(arg<0>, etad::constant<3>) + etad::constant<2> * sin(arg<0>);
  CHECK(formula_text<1>(with) == traced_text<1>([](auto x) {
          const auto cube = pow(x, 3);
          return cube + 2 * sin(x);
        }));
}

TEST_CASE("run-time constants are inputs behind the arguments, in the order of the text") {
  const auto f = 2.0 * sin(arg<0> * arg<1>) + 3.0 * sin(arg<0> * arg<1>);
  using body = formula_body<decltype(f)::node, false>;
  const program p = without_dead_code(trace<body, traced, traced, std::array<traced, 2>>(body{}));
  CHECK(text_of(p) ==
        "inputs 4\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = input 3\n"
        "r4 = multiply r0 r1\nr5 = sin r4\nr6 = multiply r2 r5\nr7 = multiply r3 r5\n"
        "r8 = add r6 r7\noutputs r8\n");
}

TEST_CASE("masks known from constants fold") {
  const auto f = select(etad::constant<1> < etad::constant<2> && arg<0> < arg<1>, arg<0>, arg<1>);
  CHECK(formula_text<2>(f) == traced_text<2>([](auto x, auto y) { return select(x < y, x, y); }));
  const auto g =
      select(etad::constant<1> > etad::constant<2> || !(arg<0> < arg<1>), arg<0>, arg<1>);
  CHECK(formula_text<2>(g) == formula_text<2>(select(!(arg<0> < arg<1>), arg<0>, arg<1>)));
}

// Parts of a formula are written where they are first used, those of a traced function where they are
// computed; the operations are the same.
TEST_CASE("whole formulas, helpers included, have the operations of the traced function") {
  const auto price = [](auto spot, auto strike, auto deviation) {
    const auto normal_cdf = [](auto x) { return erfc(-x); };
    const auto moneyness = log(spot / strike);
    const auto d1 = moneyness / deviation + deviation;
    const auto d2 = d1 - deviation;
    const auto gain = spot * normal_cdf(d1);
    return gain - strike * normal_cdf(d2);
  };
  const auto formula = price(arg<0>, arg<1>, arg<2>);
  using body = formula_body<decltype(formula)::node, false>;
  CHECK(statistics_of(trace<body, traced, traced, traced>(body{})).of_operation ==
        statistics_of(trace<decltype(price), traced, traced, traced>(price)).of_operation);
  const auto chain = [](auto x) {
    const auto inner = sin(log(x));
    const auto root = sqrt(x * x + exp(inner));
    const auto angle = atan(x);
    return root * tanh(angle + cos(x));
  };
  const auto chained = chain(arg<0>);
  using chain_body = formula_body<decltype(chained)::node, false>;
  CHECK(statistics_of(trace<chain_body, traced>(chain_body{})).of_operation ==
        statistics_of(trace<decltype(chain), traced>(chain)).of_operation);
}
