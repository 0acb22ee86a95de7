// SPDX-License-Identifier: MIT
// Programs behind well-known complaints about expression templates: dangling references, surprising
// types of `auto`. They run under the sanitizers, too.
#include <doctest/doctest.h>

#include <cmath>
#include <etad/call/formula/formula.hpp>
#include <etad/verb/formula_derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <tuple>
#include <vector>

namespace {

using etad::arg;

// A generic square that returns x * x by auto: with nodes that refer to their children, the result
// refers to the dead parameter.
template <class T>
constexpr auto sqr(T x) {
  return x * x;
}

// Nested generic helpers that take their arguments by value.
template <class T, class U>
constexpr auto add_scaled(T x, U y, double factor) {
  const auto scaled = factor * y;
  return x + scaled;
}
template <class T, class U>
constexpr auto distance(T x, U y) {
  const auto squares = add_scaled(sqr(x), sqr(y), 1.0);
  return sqrt(squares);
}

// Returned from a function whose locals are gone.
auto damped(double rate, double frequency) {
  const double half = 0.5 * rate;
  const auto envelope = exp(-half * arg<0>);
  const auto phase = frequency * arg<0>;
  auto whole = envelope * cos(phase);
  return whole;
}

// Stored in a structure.
template <class Formula>
struct model {
  Formula formula;
  double offset;
  double at(double x) const { return formula(x) + offset; }
};
template <class Formula>
model(Formula, double) -> model<Formula>;

[[gnu::noinline]] double overwrite_stack(int n) {
  std::vector<double> copy(64, 1.5);
  volatile double frame[256];
  double sum = 0;
  for (int i = 0; i < 256; ++i) frame[i] = n + i + copy[static_cast<std::size_t>(i % 64)];
  for (int i = 0; i < 256; ++i) sum += frame[i];
  return sum;
}

}  // namespace

TEST_CASE("square by auto") {
  auto f = sqr(2.0 * arg<0> + 1.0);
  CHECK(overwrite_stack(1) > 0);
  CHECK(f(3.0) == 49.0);
  CHECK(etad::derivative(f)(3.0) == 28.0);
}

TEST_CASE("nested helpers by value") {
  const auto f = distance(arg<0> * 3.0, arg<1> - 1.0);
  CHECK(overwrite_stack(2) > 0);
  CHECK(f(1.0, 5.0) == 5.0);
  CHECK(etad::derivative<0>(f)(1.0, 5.0) == doctest::Approx(9.0 / 5.0));
  CHECK(etad::derivative<1>(f)(1.0, 5.0) == doctest::Approx(4.0 / 5.0));
}

TEST_CASE("returned from a function") {
  const auto f = damped(0.5, 3.0);
  CHECK(overwrite_stack(3) > 0);
  CHECK(f(2.0) == std::exp(-0.5) * std::cos(6.0));
  const double slope = std::exp(-0.5) * (-0.25 * std::cos(6.0) - 3.0 * std::sin(6.0));
  CHECK(etad::derivative(f)(2.0) == doctest::Approx(slope).epsilon(1e-15));
}

TEST_CASE("stored in a structure and in a container") {
  std::vector<decltype(damped(0.0, 0.0))> waves;
  for (int i = 1; i <= 3; ++i) waves.push_back(damped(0.1 * i, 1.0));
  const model stored{waves[1], 2.0};
  waves.clear();
  waves.shrink_to_fit();
  CHECK(stored.at(0.0) == 3.0);
  CHECK(etad::derivative(stored.formula)(0.0) == doctest::Approx(-0.1));
}

TEST_CASE("literals of all kinds, temporaries, and parts that go out of scope") {
  auto whole = [] {
    const float small = 0.25f;
    const auto inner = small * arg<0> + 1 - 2u;
    const auto outer = inner / 4L + sqr(inner);
    return outer * static_cast<short>(2) + 0.5L;
  }();
  CHECK(overwrite_stack(4) > 0);
  // inner = 1, 2 (1/4 + 1) + 1/2
  CHECK(whole(8.0) == 3.0);
  CHECK(etad::derivative(whole)(8.0) == 2 * (0.25 / 4 + 2 * 0.25));
}

// cond ? atan2(-n, -w) : atan2(n, w): the two formulas have different types.
TEST_CASE("one of two different formulas") {
  const auto angle = [](bool turned) {
    return select(turned, atan2(-arg<0>, -arg<1>), atan2(arg<0>, arg<1>));
  };
  CHECK(angle(false)(1.0, 1.0) == std::atan2(1.0, 1.0));
  CHECK(angle(true)(1.0, 1.0) == std::atan2(-1.0, -1.0));
  CHECK(etad::derivative<0>(angle(true))(1.0, 1.0) == 0.5);
  CHECK(etad::derivative<1>(angle(false))(1.0, 1.0) == -0.5);
  // Of one type, ?: chooses the values.
  const auto slope = [](bool steep) { return steep ? 2.0 * arg<0> : 0.5 * arg<0>; };
  CHECK(slope(true)(3.0) == 6.0);
  CHECK(slope(false)(3.0) == 1.5);
  // Traced, the complaint does not arise.
  constexpr auto traced = [](auto n, auto w) {
    using std::atan2;
    return w < 0.0 ? atan2(-n, -w) : atan2(n, w);
  };
  CHECK(etad::gradient(traced)(1.0, -1.0) == std::tuple{-0.5, -0.5});
}
