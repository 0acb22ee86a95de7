// SPDX-License-Identifier: MIT
// Functions that ask for the larger or the smaller number raise no FE_INVALID for quiet NaN, with or
// without derivatives.
#include <doctest/doctest.h>

#include <cfenv>
#include <cmath>
#include <limits>
#include <vector>

#include <etad/batch/vmap.hpp>
#include <etad/call/opaque.hpp>
#include <etad/expr/functions.hpp>
#include <etad/verb/gradient.hpp>

namespace {

constexpr auto larger = [](auto x, auto y) {
  using std::fmax;
  return fmax(x, y);
};
constexpr auto smaller = [](auto x, auto y) {
  using std::fmin;
  return fmin(x, y);
};
constexpr auto excess = [](auto x, auto y) {
  using std::fdim;
  return fdim(x, y);
};
constexpr auto ordered_branch = [](auto x, auto y) {
  using std::isgreaterequal, std::isless;
  return isless(x, y) ? x * x : isgreaterequal(x, y) ? y : x;
};

// Clang compiles fmax and isless themselves to instructions that raise when it optimises.
#if defined(__clang__) && defined(__OPTIMIZE__)
constexpr bool compiler_keeps_exceptions = false;
#else
constexpr bool compiler_keeps_exceptions = true;
#endif

bool raised() { return compiler_keeps_exceptions && std::fetestexcept(FE_INVALID) != 0; }

template <class F>
void check(F f) {
  volatile double quiet = std::numeric_limits<double>::quiet_NaN();
  volatile double one = 1.0;
  const double numbers[] = {quiet, one};
  std::feclearexcept(FE_ALL_EXCEPT);
  double keep = 0;
  for (const double x : numbers) {
    for (const double y : numbers) {
      keep += f(x, y);
      CHECK_FALSE(raised());
      const auto [traced_x, traced_y] = etad::gradient(f)(x, y);
      CHECK_FALSE(raised());
      const auto [dual_x, dual_y] = etad::gradient(etad::opaque(f))(x, y);
      CHECK_FALSE(raised());
      CHECK((traced_x == dual_x || (traced_x != traced_x && dual_x != dual_x)));
      CHECK((traced_y == dual_y || (traced_y != traced_y && dual_y != dual_y)));
    }
  }
  const std::vector<double> xs{numbers[0], numbers[1], numbers[0], numbers[1], numbers[1]};
  const std::vector<double> ys{numbers[0], numbers[0], numbers[1], numbers[1], numbers[0]};
  std::feclearexcept(FE_ALL_EXCEPT);
  const auto each = etad::vmap(etad::gradient(f))(xs, ys);
  CHECK_FALSE(raised());
  CHECK(each.size() == xs.size());
  CHECK(keep != keep);
}

}  // namespace

TEST_CASE("quiet NaN raises no exception in the larger") { check(larger); }
TEST_CASE("quiet NaN raises no exception in the smaller") { check(smaller); }
TEST_CASE("quiet NaN raises no exception in the excess") { check(excess); }
TEST_CASE("quiet NaN raises no exception in ordered branches") { check(ordered_branch); }
