// SPDX-License-Identifier: MIT
// std::pair, std::tuple, hana::tuple and hana::map, nested in each other.
#include <doctest/doctest.h>
#include <boost/hana/define_struct.hpp>
#include <boost/hana/string.hpp>

#include <array>
#include <tuple>
#include <utility>

#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

namespace hana = boost::hana;

namespace {

template <class T>
struct point {
  BOOST_HANA_DEFINE_STRUCT(point, (std::pair<T, T>, at), (T, mass));
  constexpr bool operator==(const point&) const = default;
};

constexpr auto mu = BOOST_HANA_STRING("mu");
constexpr auto sigma = BOOST_HANA_STRING("sigma");

constexpr auto f = [](const auto& t) {
  const auto& [number, pair] = t;
  return number * pair.first[0] * pair.second.at.second + pair.second.mass * pair.first[1];
};
constexpr bool pairs_and_tuples() {
  const std::tuple t{2.0, std::pair{std::array{3.0, 5.0}, point<double>{{7.0, 11.0}, 13.0}}};
  const decltype(t) expected{33.0, {{22.0, 13.0}, {{0.0, 6.0}, 5.0}}};
  return etad::gradient(f)(t) == expected && etad::gradient(etad::opaque(f))(t) == expected &&
         etad::jvp(f)(t, t) == 2 * 33.0 + 22.0 * 3.0 + 13.0 * 5.0 + 6.0 * 11.0 + 5.0 * 13.0;
}
static_assert(pairs_and_tuples());

constexpr auto on_hana_tuple = [](const auto& t) {
  return hana::at_c<0>(t) * hana::at_c<1>(t)[0].mass * hana::at_c<2>(t).second;
};
constexpr bool hana_tuples() {
  const hana::tuple<double, std::array<point<double>, 1>, std::pair<float, double>> t{
      2.0, std::array{point<double>{{0.0, 0.0}, 3.0}}, std::pair{1.0f, 5.0}};
  const auto g = etad::gradient(on_hana_tuple)(t);
  const auto h = etad::gradient(etad::opaque(on_hana_tuple))(t);
  const auto right = [](const auto& slopes) {
    return hana::at_c<0>(slopes) == 15.0 &&
           hana::at_c<1>(slopes)[0] == point<double>{{0.0, 0.0}, 10.0} &&
           hana::at_c<2>(slopes) == std::pair{0.0, 6.0};
  };
  return right(g) && right(h);
}
static_assert(hana_tuples());

constexpr auto on_map = [](const auto& m, auto x) {
  const auto z = (x - m[mu]) * m[sigma][1];
  return z * z;
};
constexpr bool hana_maps() {
  const auto m =
      hana::make_map(hana::make_pair(mu, 2.0), hana::make_pair(sigma, std::array{0.0, 3.0}));
  const auto [g, dx] = etad::gradient(on_map)(m, 4.0);
  bool same = g[mu] == -36.0 && g[sigma] == std::array{0.0, 24.0};
  same = same && dx == 36.0;
  const auto [h, dy] = etad::gradient(etad::opaque(on_map))(m, 4.0);
  same = same && h[mu] == -36.0 && h[sigma][1] == 24.0 && dy == 36.0;
  same = same && etad::jvp(on_map, etad::wrt<0>)(m, 4.0, m) == -72.0 + 72.0;
  // Columns in the order in which the map was made.
  const auto j = etad::jacobian(on_map, etad::wrt<0>)(m, 4.0);
  return same && j == etad::matrix<double, 1, 3>{{{{-36.0, 0.0, 24.0}}}};
}
static_assert(hana_maps());

/// Results, and a structure with data inside.
template <class T>
struct counted {
  BOOST_HANA_DEFINE_STRUCT(counted, (T, x), (int, times));
  constexpr bool operator==(const counted&) const = default;
};
constexpr bool results_and_data() {
  constexpr auto both = [](auto x, auto y) {
    return hana::make_map(hana::make_pair(mu, x * y), hana::make_pair(sigma, std::pair{x, y}));
  };
  const auto derivative = etad::derivative(both, etad::wrt<0>)(2.0, 3.0);
  bool same = derivative[mu] == 3.0 && derivative[sigma] == std::pair{1.0, 0.0};

  constexpr auto repeated = [](const auto& map, const auto& tuple) {
    auto sum = map[mu].x;
    for (int i = 1; i < map[mu].times; ++i) sum += hana::at_c<0>(tuple).x * map[sigma];
    return sum;
  };
  const auto [dm, dt] = etad::gradient(repeated)(
      hana::make_map(hana::make_pair(mu, counted<double>{2.0, 4}), hana::make_pair(sigma, 3.0)),
      hana::make_tuple(counted<double>{5.0, 6}));
  same = same && dm[mu] == counted<double>{1.0, 4} && dm[sigma] == 15.0;
  return same && hana::at_c<0>(dt) == counted<double>{9.0, 6};
}
static_assert(results_and_data());

TEST_CASE("pairs, tuples and maps mirror themselves") {
  CHECK(pairs_and_tuples());
  CHECK(hana_tuples());
  CHECK(hana_maps());
  CHECK(results_and_data());
}

}  // namespace
