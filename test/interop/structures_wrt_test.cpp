// SPDX-License-Identifier: MIT
// Members selected by name.
#include <doctest/doctest.h>
#include <boost/hana/define_struct.hpp>
#include <boost/hana/map.hpp>
#include <boost/hana/string.hpp>

#include <array>
#include <span>
#include <tuple>
#include <vector>

#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

namespace {

template <class T>
struct noise {
  BOOST_HANA_DEFINE_STRUCT(noise, (T, sigma), (int, power));
  constexpr bool operator==(const noise&) const = default;
};
template <class T>
struct model {
  BOOST_HANA_DEFINE_STRUCT(model, (T, mu), (std::array<T, 2>, slope), (T, scale));
  constexpr bool operator==(const model&) const = default;
};
template <class T>
struct noisy {
  BOOST_HANA_DEFINE_STRUCT(noisy, (model<T>, mean), (noise<T>, spread));
};

constexpr auto f = [](const auto& m, auto x) {
  const auto z = (x - m.mu) * m.scale;
  return z * z * m.slope[1] + m.slope[0];
};
constexpr model<double> m{1.0, {2.0, 3.0}, 0.5};
using etad::wrt;

constexpr bool names_are_members() {
  const model<double> all = etad::gradient(f, wrt<0>)(m, 5.0);
  const auto [scale, mu] = etad::gradient(f, wrt<"scale", "mu">)(m, 5.0);
  bool same = scale == all.scale && mu == all.mu && scale == 48.0 && mu == -6.0;
  same = same && etad::gradient(f, wrt<"slope">)(m, 5.0) == all.slope;
  const auto [value, slopes] = etad::value_and_gradient(f, wrt<"mu">)(m, 5.0);
  same = same && value == 14.0 && slopes == -6.0;
  same = same && etad::derivative<2>(f, wrt<"mu">)(m, 5.0) == 1.5;
  same = same && etad::hessian(f, wrt<"mu", "scale">)(m, 5.0) ==
                     etad::matrix<double, 2, 2>{{{{1.5, -24.0}, {-24.0, 96.0}}}};
  same = same && etad::jacobian(f, wrt<"mu">)(m, 5.0)(0, 0) == -6.0;
  same = same && etad::jacobian(f, etad::forward, wrt<"slope">)(m, 5.0)[0] == all.slope;
  // A tangent for each member, a weight for each result.
  same = same && etad::jvp(f, wrt<"mu", "scale">)(m, 5.0, 1.0, 0.5) == -6.0 + 24.0;
  same = same && etad::vjp(f, wrt<"slope">)(m, 5.0, 2.0) == std::array{2.0, 8.0};
  same = same && etad::hvp(f, wrt<"scale">)(m, 5.0, 2.0) == 192.0;
  return same;
}
static_assert(names_are_members());

constexpr auto g = [](const auto& n, auto x) {
  auto sum = f(n.mean, x);
  for (int i = 0; i < n.spread.power; ++i) sum *= n.spread.sigma;
  return sum;
};
constexpr bool names_have_paths() {
  const noisy<double> n{m, {2.0, 3}};
  const auto [sigma, mu] = etad::gradient(g, wrt<"spread.sigma", "mean.mu">)(n, 5.0);
  bool same = sigma == 3 * 4.0 * 14.0 && mu == -6.0 * 8.0;
  const auto [spread, slope] = etad::gradient(g, wrt<"spread", "mean.slope">)(n, 5.0);
  same = same && spread == noise<double>{sigma, 3} && slope == std::array{8.0, 32.0};
  return same;
}
static_assert(names_have_paths());

constexpr auto on_map = [](const auto& map) {
  return map[BOOST_HANA_STRING("mu")] * map[BOOST_HANA_STRING("sigma")];
};
constexpr bool names_are_keys() {
  namespace hana = boost::hana;
  const auto map = hana::make_map(hana::make_pair(BOOST_HANA_STRING("mu"), 2.0),
                                  hana::make_pair(BOOST_HANA_STRING("sigma"), 3.0));
  return etad::gradient(on_map, wrt<"sigma">)(map) == 2.0 &&
         etad::gradient(on_map, wrt<"mu">)(map) == 3.0;
}
static_assert(names_are_keys());

TEST_CASE("names of members, of members in members, and keys of maps") {
  CHECK(names_are_members());
  CHECK(names_have_paths());
  CHECK(names_are_keys());
}

TEST_CASE("callables that are not traced, spans and auxiliary output") {
  const double shift = 0.25;
  const auto captured = [&shift](const auto& a, auto x) { return f(a, x) * shift; };
  CHECK(etad::gradient(captured, wrt<"mu">)(m, 5.0) == -1.5);
  CHECK(etad::gradient(etad::opaque(f), wrt<"scale">)(m, 5.0) == 48.0);
  CHECK(etad::check_derivatives(f, wrt<"slope", "mu">)(m, 5.0));
  std::array<double, 3> out{};
  etad::gradient(f, wrt<"slope", "mu">)(m, 5.0, std::span<double>(out));
  CHECK(out == std::array{1.0, 4.0, -6.0});
  const auto sum = [](const auto& a, const auto& xs) { return f(a, xs[0]) + f(a, xs[1]); };
  CHECK(etad::gradient(sum, wrt<"mu">)(m, std::vector{5.0, 5.0}) == -12.0);
  const auto [slope, twice] = etad::gradient(
      [](const auto& a, auto x) {
        return std::pair{f(a, x), 2 * x};
      },
      etad::has_aux, wrt<"mu">)(m, 5.0);
  CHECK(slope == -6.0);
  CHECK(twice == 10.0);
  constexpr auto beside = [](const auto& a, auto x) { return std::pair{f(a, x), 2 * x}; };
  static_assert(etad::hessian(beside, etad::has_aux, wrt<"mu">)(m, 5.0).hessian(0, 0) == 1.5);
  static_assert(etad::jvp(beside, etad::has_aux, wrt<"mu", "scale">)(m, 5.0, 1.0, 0.0).jvp == -6.0);
  constexpr auto r = etad::value_and_vjp(beside, etad::has_aux, wrt<"mu">)(m, 5.0, 0.5);
  static_assert(r.value == 14.0 && r.vjp == -3.0 && r.aux == 10.0);
  static_assert(etad::value_and_jvp(f, wrt<"mu">)(m, 5.0, 1.0).jvp == -6.0);
  static_assert(etad::jacobian(beside, etad::has_aux, etad::forward, wrt<"mu">)(m, 5.0).aux ==
                10.0);
}

TEST_CASE("inside a function that is differentiated") {
  constexpr auto slope = [](const auto& a, auto x) { return etad::gradient(f, wrt<"mu">)(a, x); };
  static_assert(std::get<1>(etad::gradient(slope)(m, 5.0)) == -1.5);
  static_assert(etad::gradient(etad::gradient(f, wrt<"mu">), wrt<"scale">)(m, 5.0) == -24.0);
}

}  // namespace
