// SPDX-License-Identifier: MIT
// Which road a call takes, and why not the traced one.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include <etad/etad.hpp>
#include <etad/explain.hpp>

namespace {

constexpr auto product = [](auto x, auto y) {
  using std::sin;
  return x * y + sin(x);
};
constexpr auto first = [](const auto& x) { return x[0] * x[0]; };
inline int runs = 0;
constexpr auto rounded = [](auto x) { return x * static_cast<int>(x); };
constexpr auto long_sum = [](auto x) {
  auto sum = x;
  for (int k = 0; k < 9000; ++k) sum = sum * x + 1.0;
  return sum;
};
constexpr auto branchy = [](auto x) {
  auto sum = x;
  for (int k = 0; k < 9; ++k) sum += x * k > 1.0 + k * k ? x : x * x;
  return sum;
};
constexpr auto unset = [](auto x) {
  decltype(x) sum;  // read before it is set
  return sum + x;
};
constexpr auto counting = [](auto x) {
  ++runs;
  return x * x;
};

static_assert(etad::road_of<double, double>(etad::gradient(product)) == etad::road::traced);
static_assert(etad::road_of<double, double>(product) == etad::road::traced);
static_assert(etad::road_of<double, double>(etad::hessian(product)) == etad::road::traced);
static_assert(etad::road_of<double, double, double, double>(etad::hvp(product)) ==
              etad::road::traced);
static_assert(etad::road_of<double, double, std::span<double>>(etad::gradient(product)) ==
              etad::road::traced);
static_assert(etad::road_of<decltype(etad::arg<0>), double>(etad::gradient(product)) ==
              etad::road::part_of_formula);

template <class... A, class F>
constexpr etad::obstacle why(const F& f) {
  return etad::road_of<A...>(f).why_not_traced;
}
static_assert(why<double, double>(etad::gradient(product)) == etad::obstacle::none);
static_assert(why<double>(etad::gradient(counting)) == etad::obstacle::not_constant);
static_assert(why<double>(etad::gradient(rounded)) == etad::obstacle::needs_value);
static_assert(why<double>(etad::gradient(unset)) == etad::obstacle::not_constant);
static_assert(why<std::array<double, 2>>(etad::hessian(etad::opaque(first))) ==
              etad::obstacle::opaque);
static_assert(why<std::vector<double>>(etad::gradient(first)) == etad::obstacle::run_time_size);

}  // namespace

TEST_CASE("captures lead to formulas, data and dual numbers") {
  const double k = 3.0;
  const auto written = [k](auto x) { return k * x * x; };
  const std::array table{1.0, 2.0};
  const auto looks_up = [k, &table](auto x) { return k * x * table[static_cast<std::size_t>(x)]; };
  CHECK(why<double>(etad::derivative(looks_up)) == etad::obstacle::needs_value);
  CHECK(etad::derivative(looks_up)(1.5) == 6.0);
  const auto changes = [k](auto x) {
    auto y = x;
    y *= k;
    return y;
  };
  const auto chooses = [k](auto x) {
    auto y = x;
    if (k > 1.0) y *= k;
    return y;
  };
  CHECK(etad::road_of<double>(etad::gradient(written)) == etad::road::formula);
  CHECK(to_string(etad::road_of<double>(etad::gradient(written))) ==
        "formula, not traced, since the callable has captures or members, which are read at each "
        "call");
  CHECK(etad::road_of<double>(etad::gradient(changes)) == etad::road::traced);
  CHECK(etad::road_of<double>(etad::gradient(chooses)) == etad::road::duals);
  CHECK(why<double>(etad::hessian(chooses)) == etad::obstacle::state);
  const std::string said = to_string(etad::road_of<double>(etad::gradient(chooses)));
  CHECK(said.find("dual numbers, not traced, since the callable has captures") == 0);
  CHECK(etad::derivative(changes)(2.0) == 3.0);
  CHECK(etad::derivative(chooses)(2.0) == 3.0);
}

// At run time: the compilers would take seconds.
TEST_CASE("a trace that forgives finds out why") {
  using etad::traced;
  using etad::detail::complaint, etad::detail::complaint_of;
  CHECK(complaint_of<decltype(long_sum), traced>(1024, 16) == complaint::too_long);
  CHECK(complaint_of<decltype(branchy), traced>(1024, 16) == complaint::too_many_paths);
  CHECK(complaint_of<decltype(branchy), traced>(16384, 256) == complaint::too_many_paths);
  CHECK(complaint_of<decltype(rounded), traced>(1024, 16) == complaint::needs_value);
  CHECK(complaint_of<decltype(product), traced, traced>(1024, 16) == complaint::none);
}

TEST_CASE("explain names the reason where there is nothing to count") {
  const etad::explanation e = etad::explain<double>(counting);
  CHECK(e.way == etad::road::duals);
  CHECK(e.rows == 0);
  CHECK(to_string(e).find("is not constexpr") != std::string::npos);
  CHECK(etad::explain<double, double>(product).way == etad::road::traced);
}

TEST_CASE("every road and obstacle has words") {
  for (int k = 0; k <= static_cast<int>(etad::road::refused); ++k) {
    CHECK(std::string(to_string(static_cast<etad::road>(k))).size() > 5);
  }
  for (int k = 0; k <= static_cast<int>(etad::obstacle::not_constant); ++k) {
    CHECK(std::string(to_string(static_cast<etad::obstacle>(k))).size() > 10);
  }
  CHECK(runs >= 0);
}
