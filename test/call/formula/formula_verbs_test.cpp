// SPDX-License-Identifier: MIT
// Verbs that work on programs alone take formulas and closures that can be written out, too.
#include <doctest/doctest.h>

#include <etad/call/formula/formula.hpp>
#include <etad/check/check_derivatives.hpp>
#include <etad/show/explain.hpp>
#include <etad/verb/jacobian.hpp>

namespace {

using etad::arg;

constexpr auto wave = 2.0 * sin(arg<0> * arg<1>) + exp(0.5 * arg<0>);
static_assert(etad::check_derivatives(wave)(0.5, 2.0));
static_assert(etad::check_derivatives(wave, etad::wrt<1>)(0.5, 2.0));
static_assert(etad::check_derivatives(etad::constant<2> * arg<0>)(0.5));

constexpr bool modes() {
  const double k = 3.0;
  const auto closure = [k](auto x, auto y) { return k * x * y; };
  const etad::matrix<double, 1, 2> exact{{{{6.0, 15.0}}}};
  return etad::jacobian(closure)(5.0, 2.0) == exact &&
         etad::jacobian(closure, etad::forward)(5.0, 2.0) == exact &&
         etad::jacobian(closure, etad::reverse)(5.0, 2.0) == exact &&
         etad::jacobian(closure, etad::elimination)(5.0, 2.0) == exact &&
         etad::check_derivatives(closure)(5.0, 2.0);
}
static_assert(modes());

// The constants are data: two multiplications and a sine, their derivatives by x and y alone.
constexpr auto counts = etad::explain<double, double>(2.0 * sin(arg<0> * arg<1>));
static_assert(counts.columns == 2 && counts.function.operations == 3 && counts.function.calls == 1);

}  // namespace

TEST_CASE("modes and checks of formulas") { CHECK(modes()); }
