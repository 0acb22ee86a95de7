// SPDX-License-Identifier: MIT
// What users' code does with numbers besides arithmetic: on every road it gives what plain numbers give.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <etad/etad.hpp>
#include <limits>
#include <numeric>
#include <sstream>
#include <string>

namespace {

/// Value and slope of f itself, of f behind a captured factor of 1, and on duals.
template <class F>
void same_on_every_road(const F& f, double at, double slope, double tolerance = 1e-14) {
  const double k = 1.0;
  const auto closure = [&f, k](auto x) { return f(k * x); };
  const double value = f(at);
  const auto check = [&](const auto& g) {
    const auto [v, d] = etad::value_and_gradient(g)(at);
    CHECK(v == value);
    CHECK(std::abs(d - slope) <= tolerance * (1 + std::abs(slope)));
  };
  check(f);
  check(closure);
  check(etad::opaque(f));
}

template <class F>
constexpr bool is_traced(const F&) {
  return etad::traceable<F, double>;
}

constexpr auto zero_by_braces = [](auto x) {
  using T = decltype(x);
  T s{};
  for (int i = 0; i < 3; ++i) s += x;
  return s * x + T();
};
constexpr auto zero_array = [](auto x) {
  using T = decltype(x);
  std::array<T, 3> a{};
  for (std::size_t i = 0; i < 3; ++i) a[i] += x * static_cast<double>(i);
  return std::accumulate(a.begin(), a.end(), T{}) * x;
};
constexpr auto partly_set = [](auto x) {
  std::array<decltype(x), 3> a;
  a[0] = x;
  a[2] = x * x;
  const auto copy = a;
  return copy[0] * copy[2];
};
constexpr auto never_set = [](auto x) {
  std::array<decltype(x), 2> a;
  a[0] = x;
  return a[0] * a[1];
};
constexpr auto geometric = [](auto x) {
  using T = decltype(x);
  T sum{}, power(1);
  for (int n = 1; n <= std::numeric_limits<T>::digits; ++n) {
    sum += power;
    power *= x;
  }
  return sum;
};
constexpr auto until_small = [](auto x) {
  using T = decltype(x);
  T sum(0), term(1);
  for (int n = 1; n < 20 && term > std::numeric_limits<T>::epsilon(); ++n) {
    sum += term;
    term *= x / T(n);
  }
  return sum;
};
constexpr auto steps = [](auto x) {
  auto y = x;
  ++y;
  y++;
  --y;
  const auto old = y--;
  return old * x + y;
};
// Clang warns of a double as a condition.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-conversion"
constexpr auto truth = [](auto x) {
  if (!x) return x;
  return x ? x * x : 3 * x;
};
#pragma GCC diagnostic pop
constexpr auto switched = [](auto x) {
  using T = decltype(x);
  return (x > 0.0) * x * x + x * (x > 1.0) + T(x < 3.0) * x;
};
constexpr auto scaled = [](auto x) {
  using std::ldexp, std::scalbn;
  return ldexp(x * x, 3) + scalbn(x, -2) + scalbln(x, 1L);
};
constexpr auto far_scaled = [](auto x) {
  using std::ldexp;
  return ldexp(ldexp(x, -300), 300);
};
constexpr auto taken_apart = [](auto x) {
  using std::frexp, std::logb, std::ilogb;
  int exponent = 0;
  const auto fraction = frexp(x, &exponent);
  return fraction * exponent + x * logb(x) + x * ilogb(x);
};
constexpr auto whole_and_rest = [](auto x) {
  using std::modf;
  decltype(x) whole;
  const auto rest = modf(x, &whole);
  return rest * whole;
};
constexpr auto quotient = [](auto x) {
  using std::remquo;
  int q = 0;
  const auto r = remquo(x, 1.0, &q);
  return r * q;
};
constexpr auto neighbour = [](auto x) {
  using std::nextafter;
  return nextafter(x, x + 1) * 2;
};
constexpr auto classes = [](auto x) {
  using std::fpclassify, std::isnormal, std::signbit, std::isinf, std::isfinite, std::isnan;
  auto s = 0 * x;
  if (signbit(x)) s += x;
  if (isnormal(x)) s += 2 * x;
  if (fpclassify(x) == FP_NORMAL) s += 4 * x;
  if (isinf(x) || isnan(x) || !isfinite(x)) s += 8 * x;
  return s;
};
constexpr auto by_name = [](auto x) {
  using std::isgreater, std::isless, std::isunordered;
  if (isless(x, 0.0)) return -x;
  if (isgreater(x, 1.0) && !isunordered(x, 2.0)) return x * x;
  return 3 * x;
};
constexpr auto rounded = [](auto x) {
  using std::lround, std::llround, std::lrint, std::llrint;
  return x * static_cast<double>(lround(x) + llround(x) + lrint(x) + llrint(x));
};
constexpr auto table = [](auto x) {
  using std::floor;
  constexpr std::array values{1.0, 4.0, 9.0, 16.0, 25.0};
  const int i = static_cast<int>(floor(x));
  const auto at = static_cast<std::size_t>(i);
  const auto t = x - i;
  return values[at] * (1 - t) + values[at + 1] * t;
};
constexpr auto printed = [](auto x) {
  std::ostringstream out;
  out << x << ' ' << 2 * x;
  return x * static_cast<double>(out.str().size()) * (out.str() == "2.5 5" ? 1 : 100);
};
template <int Way>
constexpr auto between = [](auto t) {
  using std::lerp;
  if constexpr (Way == 0) return lerp(1.5, 4.0, t);
  if constexpr (Way == 1) return lerp(-1.5, t, 0.3);
  if constexpr (Way == 2) return lerp(t * t, t, t - 1);
};
constexpr auto middle = [](auto x) {
  using std::midpoint, std::norm;
  return midpoint(x, 3.0) * norm(x);
};
constexpr auto clamped = [](auto x) {
  using std::clamp;
  return clamp(x, x - 1, x * x);
};

}  // namespace

TEST_CASE("value-initialized numbers are zero, numbers that are not set cannot be traced") {
  same_on_every_road(zero_by_braces, 2.0, 12.0);
  same_on_every_road(zero_array, 2.0, 12.0);
  static_assert(is_traced(zero_by_braces) && is_traced(zero_array) && is_traced(partly_set));
  static_assert(!is_traced(never_set));
  CHECK(etad::derivative(partly_set)(2.0) == 12.0);
}

TEST_CASE("limits") {
  using etad::traced;
  using limits = std::numeric_limits<traced>;
  static_assert(limits::is_specialized && limits::digits == 53 && limits::max_exponent == 1024);
  static_assert(limits::infinity().constant().f == std::numeric_limits<float>::infinity());
  static_assert(limits::epsilon().constant().f == std::numeric_limits<float>::epsilon());
  static_assert(limits::epsilon().constant().d == std::numeric_limits<double>::epsilon());
  static_assert(limits::epsilon().constant().l == std::numeric_limits<long double>::epsilon());
  static_assert(std::same_as<std::common_type_t<traced, double>, traced>);
  static_assert(std::same_as<std::common_type_t<int, traced>, traced>);
  same_on_every_road(geometric, 0.5, 4.0, 1e-12);
  same_on_every_road(until_small, 0.5, std::exp(0.5));
  static_assert(is_traced(geometric) && is_traced(until_small));
  // The tolerance is that of the scalar.
  CHECK(etad::value_and_gradient(until_small)(0.5f).value == until_small(0.5f));
  CHECK(etad::value_and_gradient(until_small)(0.5L).value == until_small(0.5L));
}

TEST_CASE("steps, conditions and powers of two") {
  same_on_every_road(steps, 2.0, 6.0);
  same_on_every_road(truth, 2.0, 4.0);
  same_on_every_road(truth, 0.0, 1.0);
  same_on_every_road(switched, 2.0, 6.0);
  same_on_every_road(switched, 4.0, 9.0);
  same_on_every_road(switched, -2.0, 1.0);
  same_on_every_road(scaled, 3.0, 50.25);
  same_on_every_road(far_scaled, 3.0, 1.0);
  static_assert(is_traced(steps) && is_traced(truth) && is_traced(switched) && is_traced(scaled));
}

TEST_CASE("numbers taken apart") {
  same_on_every_road(taken_apart, 5.0, 3 * 0.125 + 4);
  same_on_every_road(whole_and_rest, 2.75, 2.0);
  same_on_every_road(whole_and_rest, -2.75, -2.0);
  same_on_every_road(whole_and_rest, 3.0, 3.0);
  same_on_every_road(quotient, 2.75, 3.0);
  same_on_every_road(neighbour, 2.75, 2.0);
  static_assert(is_traced(whole_and_rest));
}

TEST_CASE("classes of numbers") {
  same_on_every_road(classes, 2.0, 6.0);
  same_on_every_road(classes, -2.0, 7.0);
  same_on_every_road(classes, 1e-310, 0.0);
  same_on_every_road(by_name, -2.0, -1.0);
  same_on_every_road(by_name, 2.0, 4.0);
  same_on_every_road(by_name, 0.5, 3.0);
  static_assert(is_traced(classes) && is_traced(by_name));
}

TEST_CASE("whole numbers and text of values") {
  same_on_every_road(rounded, 2.75, 12.0);
  same_on_every_road(table, 2.25, 7.0);
  same_on_every_road(printed, 2.5, 5.0);
}

TEST_CASE("interpolation") {
  for (const double t : {-0.5, 0.0, 0.3, 1.0, 1.7}) same_on_every_road(between<0>, t, 2.5);
  for (const double t : {-2.5, -1.5, 0.0, 2.0}) same_on_every_road(between<1>, t, 0.3);
  // t^2 + (t - 1)(t - t^2)
  same_on_every_road(between<2>, 1.25, 2.5 + (1.25 - 1.5625) + 0.25 * (1 - 2.5));
  same_on_every_road(middle, 2.0, 12.0);
  CHECK(etad::value_and_gradient([](auto x) {
          using std::midpoint;
          return midpoint(x, x);
        })(1.5e308)
            .value == 1.5e308);
  static_assert(is_traced(between<0>) && is_traced(middle));
}

TEST_CASE("bounds that are variables") {
  same_on_every_road(clamped, 3.0, 1.0);
  same_on_every_road(clamped, 0.5, 1.0);
}
