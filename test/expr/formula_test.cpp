// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <etad/call/formula/formula.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/products.hpp>
#include <tuple>
#include <type_traits>

namespace {

using etad::arg;

constexpr auto wave = sin(arg<0> * arg<1>) + exp(arg<0>);

static_assert(std::is_empty_v<decltype(wave)> && std::is_trivially_copyable_v<decltype(wave)>);
static_assert(sizeof(3.0 * wave - 2 * arg<0>) == 2 * sizeof(double));

constexpr bool calls() {
  bool ok = wave(0.0, 3.0) == 1.0;
  // Mixed arguments compute in their common type, whole numbers count as double.
  ok = ok && std::same_as<decltype(wave(1.0f, 2.0f)), float>;
  ok = ok && std::same_as<decltype(wave(1.0f, 2.0L)), long double>;
  ok = ok && std::same_as<decltype(wave(1, 2)), double>;
  // Constants take part in the type of the arguments, as literals of traced functions do.
  constexpr auto scaled = 0.1 * arg<0>;
  ok = ok && std::same_as<decltype(scaled(3.0f)), float> && scaled(3.0f) == 0.1f * 3.0f;
  ok = ok && scaled(3.0) == 0.1 * 3.0;
  // Arguments that are not used may be given.
  return ok && scaled(3.0, 7.0) == 0.1 * 3.0;
}

constexpr bool constants() {
  constexpr auto f = 2.0 * arg<0> - 3 / arg<1> + 5.0f;
  bool ok = f(1.0, 1.0) == 4.0;
  constexpr auto known = pow(arg<0>, etad::constant<3>) - etad::constant<2> * arg<0>;
  ok = ok && std::is_empty_v<decltype(known)> && known(2.0) == 4.0;
  // A copy has its own constants, and formulas of one type are assigned like numbers.
  auto steep = 2.0 * arg<0>;
  const auto copy = steep;
  steep = 7.0 * arg<0>;
  return ok && copy(3.0) == 6.0 && steep(3.0) == 21.0;
}

constexpr bool substitution() {
  constexpr auto product = arg<0> * arg<1> + 1.0;
  constexpr auto composed = product(2.0 * arg<0>, exp(arg<0>));
  bool ok = composed(0.0) == 1.0 &&
            std::same_as<decltype(composed), const decltype(2.0 * arg<0> * exp(arg<0>) + 1.0)>;
  constexpr auto partly = product(arg<1>, 4);  // numbers become constants
  ok = ok && partly(9.0, 2.0) == 9.0;
  constexpr auto swapped = product(arg<1>, arg<0>)(arg<0> + 1.0, arg<0>);
  return ok && swapped(2.0) == 7.0;
}

constexpr bool choices() {
  using std::clamp, std::max, std::min;
  constexpr auto limited = min(max(arg<0>, arg<1>), 4.0) + max(arg<0>, arg<0>);
  bool ok = limited(1.0, 3.0) == 4.0 && limited(5.0, 3.0) == 9.0;
  ok = ok && clamp(arg<0>, -1.0, 1.0)(3.0) == 1.0 && clamp(arg<0>, arg<0>, arg<0>)(3.0) == 3.0;
  constexpr auto inside = arg < 0 >> 0.0 && !(arg<0> >= arg<1>);
  constexpr auto bump = select(inside, arg<0> * (arg<1> - arg<0>), 0.0);
  ok = ok && bump(1.0, 3.0) == 2.0 && bump(4.0, 3.0) == 0.0 && bump(-1.0, 3.0) == 0.0;
  ok = ok && select(arg<0> == 0.0 || arg<0> != arg<0>, 1.0, 2.0)(0.0) == 1.0;
  ok = ok && select(isfinite(arg<0>), 1.0, 2.0)(0.0) == 1.0;
  // A condition that is known when the formula is made.
  ok = ok && select(true, arg<0>, -arg<1>)(2.0, 3.0) == 2.0;
  return ok && select(false, arg<0>, -arg<1>)(2.0, 3.0) == -3.0;
}

constexpr bool verbs() {
  bool ok = etad::gradient(wave)(0.0, 3.0) == std::tuple{4.0, 0.0};
  ok = ok && etad::gradient(wave, etad::wrt<1>)(0.0, 3.0) == 0.0;
  ok = ok && etad::hessian(wave)(0.0, 3.0) == etad::matrix<double, 2, 2>{{{{1, 1}, {1, 0}}}};
  ok = ok && etad::jvp(wave)(0.0, 3.0, 1.0, 2.0) == 4.0;
  return ok && etad::vjp(wave)(0.0, 3.0, 0.5) == std::tuple{2.0, 0.0};
}

// A formula is an ordinary function of numbers inside a traced one, its constants are literals there.
constexpr auto spring = 0.5 * arg<0> * arg<0>;
constexpr bool traced_use() {
  static_assert(spring(2.0) == 2.0);
  constexpr auto energy = [](const auto& x) { return spring(x[0]) + spring(x[1] - 1.0); };
  return etad::gradient(energy)(std::array{2.0, 3.0}) == std::array{2.0, 2.0};
}

}  // namespace

static_assert(calls());
static_assert(constants());
static_assert(substitution());
static_assert(choices());
static_assert(verbs());
static_assert(traced_use());

TEST_CASE("a formula is a callable number at run time, too") {
  CHECK(calls());
  CHECK(constants());
  CHECK(substitution());
  CHECK(choices());
  CHECK(verbs());
  CHECK(traced_use());
  const double x = 0.75;
  const double y = -1.5;
  CHECK(wave(x, y) == std::sin(x * y) + std::exp(x));
}
