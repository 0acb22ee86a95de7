// SPDX-License-Identifier: MIT
// Members of structures that are no variables reach the callable and what mirrors the structure.
#include <doctest/doctest.h>
#include <boost/hana/define_struct.hpp>

#include <array>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

namespace {

enum class curve { square, cube };

template <class T>
struct term {
  BOOST_HANA_DEFINE_STRUCT(term, (T, scale), (curve, kind), (std::array<T, 2>, shift));
  constexpr bool operator==(const term&) const = default;
};

constexpr auto f = [](const auto& t, auto x) {
  return t.kind == curve::cube ? t.scale * x * x * x + t.shift[0] : t.scale * x * x * t.shift[1];
};
constexpr term<double> t{2.0, curve::cube, {3.0, 4.0}};
constexpr term<double> other{5.0, curve::square, {6.0, 7.0}};
static_assert(!etad::traceable<decltype(f), term<double>, double>);

constexpr bool data_are_kept() {
  const auto [dt, dx] = etad::gradient(f)(t, 3.0);
  bool same = dt == term<double>{27.0, curve::cube, {1.0, 0.0}} && dx == 54.0;
  const auto v = etad::value_and_gradient(f, etad::wrt<0>)(other, 3.0);
  same = same && v.value == 315.0 && v.gradient == term<double>{63.0, curve::square, {0.0, 45.0}};
  same = same && etad::value_gradient_hessian(f, etad::wrt<0>)(other, 3.0).gradient == v.gradient;
  same = same && etad::jacobian(f, etad::wrt<0>)(t, 3.0) ==
                     etad::matrix<double, 1, 3>{{{{27.0, 1.0, 0.0}}}};
  same = same && etad::hessian(f, etad::wrt<1>)(t, 3.0)(0, 0) == 36.0;
  same = same && etad::derivative<2>(f, etad::wrt<1>)(t, 3.0) == 36.0;
  // Data of tangents and weights play no part.
  same = same && etad::jvp(f)(t, 3.0, other, 0.0) == 5.0 * 27.0 + 6.0;
  same =
      same && std::get<0>(etad::vjp(f)(t, 3.0, 2.0)) == term<double>{54.0, curve::cube, {2.0, 0.0}};
  const auto [ht, hx] = etad::hvp(f)(t, 3.0, other, 1.0);
  same = same && ht == term<double>{27.0, curve::cube, {0.0, 0.0}} && hx == 36.0 + 5.0 * 27.0;
  return same;
}
static_assert(data_are_kept());
TEST_CASE("every verb hands data on") { CHECK(data_are_kept()); }

TEST_CASE("data in arrays and tuples of structures, for each its own") {
  constexpr auto sum = [](const auto& a, const auto& b) {
    return f(a[0], a[1].scale) + f(std::get<1>(b), std::get<0>(b));
  };
  const auto [da, db] = etad::gradient(sum)(std::array{t, other}, std::tuple{2.0, other});
  CHECK(da[0] == term<double>{125.0, curve::cube, {1.0, 0.0}});
  CHECK(da[1] == term<double>{150.0, curve::square, {0.0, 0.0}});
  CHECK(std::get<1>(db) == term<double>{28.0, curve::square, {0.0, 20.0}});
  CHECK(etad::gradient(f, etad::wrt<1>)(other, 2.0) == 140.0);
  CHECK(etad::check_derivatives(f)(t, 3.0));
}

template <class T>
struct labelled {
  BOOST_HANA_DEFINE_STRUCT(labelled, (std::string, name), (T, value), (int, power),
                           (double, offset), (term<T>, inner));
};

TEST_CASE("strings, whole numbers and numbers of a fixed type") {
  const labelled<double> a{"mass", 2.0, 3, 0.5, t};
  const auto g = etad::gradient([](const auto& l) {
    auto product = l.value + l.offset;
    for (int i = 1; i < l.power; ++i) product *= l.value;
    return l.name == "mass" ? product : 0.0 * product;
  })(a);
  CHECK(g.name == "mass");
  CHECK(g.power == 3);
  CHECK(g.offset == 0.5);
  CHECK(g.inner.kind == curve::cube);
  CHECK(g.value == 4.0 + 2.5 * 2.0 * 2.0);
}

TEST_CASE("spans receive the variables alone; vectors of structures keep their data") {
  std::array<double, 4> out{};
  etad::gradient(f)(t, 3.0, std::span<double>(out));
  CHECK(out == std::array{27.0, 1.0, 0.0, 54.0});
  const auto g =
      etad::gradient([](const auto& v) { return f(v[0], v[1].scale); })(std::vector{t, other});
  CHECK(g[0] == term<double>{125.0, curve::cube, {1.0, 0.0}});
  CHECK(g[1] == term<double>{150.0, curve::square, {0.0, 0.0}});
  const etad::workspace memory;
  const auto again = etad::gradient([](const auto& v) { return f(v[0], v[1].scale); })(
      std::vector{t, other}, memory);
  CHECK(again == g);
  const auto [value, slope] = etad::value_and_gradient(
      [](const auto& a, const auto& xs) { return f(a, xs[0]) + f(a, xs[1]); }, etad::wrt<0>)(
      t, std::vector{1.0, 2.0});
  CHECK(value == 2.0 + 16.0 + 6.0);
  CHECK(slope == term<double>{9.0, curve::cube, {2.0, 0.0}});
}

constexpr bool data_stay_out_of_arrays() {
  const auto numbers = etad::ravel(std::pair{t, other});
  const auto back = etad::unravel(numbers, std::pair{t, other});
  return numbers == std::array{2.0, 3.0, 4.0, 5.0, 6.0, 7.0} && back == std::pair{t, other};
}
static_assert(data_stay_out_of_arrays());
TEST_CASE("ravel leaves data out, unravel takes them from a model") {
  CHECK(data_stay_out_of_arrays());
}

TEST_CASE("a derivative by a structure with data inside a function that is differentiated") {
  constexpr auto outer = etad::opaque([](auto x) {
    const term<decltype(x)> inner{2.0 * x, curve::cube, {x, x}};
    return etad::gradient(f, etad::wrt<0>)(inner, x).scale;
  });
  CHECK(etad::derivative(outer)(2.0) == 12.0);
}

}  // namespace
