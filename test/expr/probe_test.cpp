// SPDX-License-Identifier: MIT
// What probes find out about the bodies of callables, by types alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <etad/dual/functions.hpp>
#include <etad/expr/argument.hpp>
#include <etad/expr/coloured_probe.hpp>
#include <vector>

namespace {

using etad::detail::only_expressions;

template <class F>
constexpr bool fits(const F&) {
  return only_expressions<F, 1>;
}
template <class F>
constexpr bool fits_two(const F&) {
  return only_expressions<F, 2>;
}

double at_run_time(double x) { return x; }

template <class T>
constexpr auto doubled(T x) {
  T y = x;
  y += x;
  return y;
}
template <class T>
constexpr T tripled(const T& x) {
  return x + x + x;
}
template <class T>
constexpr auto square(T x) {
  return x * x;
}

}  // namespace

TEST_CASE("expressions fit") {
  const double k = 2.0;
  const bool on = true;
  const auto product = [k](auto x, auto y) {
    using std::sin;
    return k * sin(x * y);
  };
  static_assert(fits_two(product));
  const auto named = [&](const auto& x) {
    using std::max, std::pow;
    const auto y = square(k * x) + pow(x, 2);
    return max(y, x) - max(y, y) / max(x, 0.0);
  };
  static_assert(fits(named));
  const auto chosen = [&](auto x) {
    return etad::select(on, x, 2 * x) + etad::select(x < k, x, k) +
           etad::straight_through(round(k * x), x);
  };
  static_assert(fits(chosen));
  CHECK(product(0.0, 1.0) == 0.0);
}

TEST_CASE("assignments and branches do not") {
  const double k = 2.0;
  const bool on = true;
  const std::vector<double> data{1.0, 2.0};
  const auto sum = [&](auto x) {
    auto s = 0.0 * x;
    for (const double d : data) s += d * x;
    return s;
  };
  static_assert(!fits(sum));
  const auto early_return = [&](auto x) {
    if (x > k) return x;
    return -x;
  };
  static_assert(!fits(early_return));
  const auto conditional = [&](auto x) { return x > 0 ? k * x : 3 * x; };
  static_assert(!fits(conditional));
  const auto loop = [&](auto x) {
    while (x < k && on) x *= k;
    return x;
  };
  static_assert(!fits(loop));
  const auto assigned = [&](auto x) {
    auto y = x;
    y = k * x;
    return y;
  };
  static_assert(!fits(assigned));
  const auto zero = [&](auto x) { return decltype(x){} + k * x; };
  static_assert(!fits(zero));
  const auto converted = [&](auto x) {
    const decltype(x) y = 1.0;
    return y + k * x;
  };
  static_assert(!fits(converted));
  const auto helped = [&](auto x) { return doubled(k * x); };
  static_assert(!fits(helped));
  const auto stored = [&](auto x) {
    std::vector<decltype(x)> v(2, x);
    v[1] = x;
    return v[1] * k;
  };
  static_assert(!fits(stored));
  CHECK(sum(1.0) == 3.0);
}

TEST_CASE("neither do choices by captured values, which wants one type for two expressions") {
  const double k = at_run_time(2.0);
  const bool on = k > 0;
  const auto conditional = [k](auto x) { return k > 2 ? x * x : x; };
  static_assert(!fits(conditional));
  const auto of_one_size = [k](auto x) { return k > 2 ? k * x : x + k; };
  static_assert(!fits(of_one_size));
  const auto returns = [on](auto x) {
    if (on) return x * x;
    return x;
  };
  static_assert(!fits(returns));
  const auto returns_reference = [k, on](const auto& x) {
    if (on) return k * x;
    return x;
  };
  static_assert(!fits(returns_reference));
  const auto computed = [&](auto x, auto y) {
    const auto z = k * x;
    if (k > 1) return z * y;
    if (on) return z * x;
    return z / y;
  };
  static_assert(!fits_two(computed));
  const auto chain = [k](auto x) {
    if (k > 1) return x * x;
    return x * x * x;
  };
  static_assert(!fits(chain));
  const auto one_return = [&](auto x) {
    const auto y = k * x;
    return y * x;
  };
  static_assert(fits(one_return));
  CHECK(one_return(3.0) == 18.0);
}

TEST_CASE("nor what declares the type of a result") {
  const double k = 2.0;
  const auto declared = [k](auto x) {
    decltype(x) y = k * x;
    return y * x;
  };
  static_assert(!fits(declared));
  const auto helped = [k](auto x) { return k * tripled(x); };
  static_assert(!fits(helped));
  const auto helped_expression = [k](auto x) { return tripled(x * x) * k; };
  static_assert(!fits(helped_expression));
  const auto larger = [k](auto x) { return std::max(k * x, x * x) + 1.0; };
  static_assert(!fits(larger));
  const auto between = [k](auto x) { return std::clamp(x * x, k * x, k + x); };
  static_assert(!fits(between));
  const auto trailing = [k](auto x) -> decltype(k * x) { return k * x; };
  static_assert(fits(trailing));
  const auto constrained_reference = [k](const auto& x) requires requires { x* x; }
  { return k * x; };
  static_assert(fits(constrained_reference));
  CHECK(declared(1.0) == 2.0);
}

TEST_CASE("neither do several results, plain numbers and callables of plain numbers") {
  const double k = 2.0;
  const auto several = [k](auto x) { return std::array{k * x, x}; };
  static_assert(!fits(several));
  const auto plain = [k](auto) { return k; };
  static_assert(!fits(plain));
  const auto typed = [k](double x) { return k * x; };
  static_assert(!fits(typed));
  const auto two = [k](auto x, auto y) { return k * x * y; };
  static_assert(!fits(two));
  CHECK(several(1.0)[0] == 2.0);
}
