// SPDX-License-Identifier: MIT
// Structures adapted with Boost.Hana in every verb: traced, on dual numbers, and flattened by hand.
#include <doctest/doctest.h>
#include <boost/hana/adapt_struct.hpp>
#include <boost/hana/define_struct.hpp>

#include <array>
#include <span>
#include <type_traits>
#include <vector>

#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

namespace {

template <class T>
struct model {
  BOOST_HANA_DEFINE_STRUCT(model, (std::array<std::array<T, 2>, 2>, weights),
                           (std::array<T, 2>, bias));
  constexpr bool operator==(const model&) const = default;
};

/// A structure in a structure, an array of structures, and a member whose value is in its type.
template <class T>
struct network {
  BOOST_HANA_DEFINE_STRUCT(network, (model<T>, first), (std::array<model<T>, 2>, more),
                           (std::integral_constant<int, 3>, rounds), (T, scale));
  constexpr bool operator==(const network&) const = default;
};

}  // namespace

/// A structure of somebody else, with a size.
template <class T, std::size_t Size>
struct layer {
  std::array<T, Size> weights;
  T bias;
  constexpr bool operator==(const layer&) const = default;
};
using layer_of_two = layer<double, 2>;
BOOST_HANA_ADAPT_STRUCT(layer_of_two, weights, bias);

namespace {

constexpr auto loss = [](const auto& m, const auto& x) {
  auto sum = 0.0 * x[0];
  for (std::size_t i = 0; i < 2; ++i) {
    auto y = m.bias[i];
    for (std::size_t j = 0; j < 2; ++j) y += m.weights[i][j] * x[j];
    sum += y * y / (1.0 + y * y);
  }
  return sum;
};
/// The same of an array of the numbers of a model.
constexpr auto flat_loss = [](const auto& p, const auto& x) {
  return loss(
      model<std::remove_cvref_t<decltype(p[0])>>{{{{p[0], p[1]}, {p[2], p[3]}}}, {p[4], p[5]}}, x);
};
constexpr model<double> m{{{{0.5, -0.25}, {1.5, 0.75}}}, {0.125, -1.0}};
constexpr std::array p{0.5, -0.25, 1.5, 0.75, 0.125, -1.0};
constexpr std::array x{0.3, -0.7};

template <class T>
constexpr std::array<T, 6> flat(const model<T>& a) {
  return {a.weights[0][0], a.weights[0][1], a.weights[1][0], a.weights[1][1], a.bias[0], a.bias[1]};
}

constexpr bool structures_are_flat_arrays() {
  using etad::wrt;
  const auto [value, g] = etad::value_and_gradient(loss, wrt<0>)(m, x);
  const auto flat_g = etad::gradient(flat_loss, wrt<0>)(p, x);
  bool same = value == flat_loss(p, x) && flat(g) == flat_g;
  static_assert(std::is_same_v<decltype(g), const model<double>>);

  const auto [dm, dx] = etad::gradient(loss)(m, x);
  same = same && dm == g && dx == std::get<1>(etad::gradient(flat_loss)(p, x));

  same = same && etad::jacobian(loss, wrt<0>)(m, x) == etad::jacobian(flat_loss, wrt<0>)(p, x);
  same = same && etad::hessian(loss, wrt<0>)(m, x) == etad::hessian(flat_loss, wrt<0>)(p, x);
  same = same &&
         etad::sparse_hessian(loss, wrt<0>)(m, x).dense() == etad::hessian(flat_loss, wrt<0>)(p, x);
  const auto all = etad::value_gradient_hessian(loss, wrt<0>)(m, x);
  same = same && all.value == value && all.gradient == g;

  same = same && etad::jvp(loss, wrt<0>)(m, x, g) == etad::jvp(flat_loss, wrt<0>)(p, x, flat_g);
  same =
      same && flat(etad::vjp(loss, wrt<0>)(m, x, 2.0)) == etad::vjp(flat_loss, wrt<0>)(p, x, 2.0);
  same =
      same && flat(etad::hvp(loss, wrt<0>)(m, x, g)) == etad::hvp(flat_loss, wrt<0>)(p, x, flat_g);
  return same;
}
static_assert(structures_are_flat_arrays());
TEST_CASE("every verb on a structure is that on its numbers one after the other") {
  CHECK(structures_are_flat_arrays());
}

TEST_CASE("dual numbers give structures of the same kind") {
  const auto on_duals = etad::opaque(loss);
  static_assert(etad::traceable<decltype(loss), model<double>, std::array<double, 2>>);
  const auto traced = flat(std::get<0>(etad::gradient(loss)(m, x)));
  const auto [dm, dx] = etad::gradient(on_duals)(m, x);
  static_assert(std::is_same_v<decltype(dm), const model<double>>);
  for (std::size_t k = 0; k < 6; ++k) CHECK(flat(dm)[k] == doctest::Approx(traced[k]));
  const auto hv = flat(etad::hvp(on_duals, etad::wrt<0>)(m, x, m));
  const auto expected = flat(etad::hvp(loss, etad::wrt<0>)(m, x, m));
  for (std::size_t k = 0; k < 6; ++k) CHECK(hv[k] == doctest::Approx(expected[k]));
  CHECK(flat(etad::vjp(on_duals, etad::wrt<0>)(m, x, 2.0))[4] == doctest::Approx(2.0 * traced[4]));
  CHECK(etad::jvp(on_duals, etad::wrt<0>)(m, x, m) ==
        doctest::Approx(etad::jvp(loss, etad::wrt<0>)(m, x, m)));
  CHECK(etad::check_derivatives(on_duals)(m, x));

  const double shift = 0.5;
  const auto captured = [&shift](const auto& a) { return a.bias[0] * a.bias[1] + shift; };
  CHECK(etad::gradient(captured)(m) == model<double>{{}, {-1.0, 0.125}});
}

TEST_CASE("the numbers of the result go to spans, in the same order") {
  std::array<double, 6> out{};
  double value = 0;
  etad::value_and_gradient(loss, etad::wrt<0>)(m, x, std::span(&value, 1), std::span<double>(out));
  CHECK(out == flat(etad::gradient(loss, etad::wrt<0>)(m, x)));
  CHECK(value == loss(m, x));
}

constexpr auto energy = [](const auto& n) {
  auto sum = n.scale;
  for (int i = 0; i < n.rounds; ++i) sum *= n.scale * n.first.bias[0];
  for (const auto& part : n.more) sum += part.weights[0][1] * part.bias[1];
  return sum;
};
constexpr bool structures_nest() {
  const network<double> n{m, {m, model<double>{{{{0, 2}, {0, 0}}}, {0, 3}}}, {}, 2.0};
  const network<double> g = etad::gradient(energy)(n);
  network<double> expected{};
  expected.scale = 4 * 8.0 * 0.001953125;
  expected.first.bias[0] = 3 * 16.0 * 0.015625;
  expected.more[0].weights[0][1] = -1.0;
  expected.more[0].bias[1] = -0.25;
  expected.more[1].weights[0][1] = 3.0;
  expected.more[1].bias[1] = 2.0;
  return g == expected && etad::gradient(etad::opaque(energy))(n) == expected;
}
static_assert(structures_nest());
TEST_CASE("structures nest, and what an empty member says is known to traced code") {
  static_assert(etad::traceable<decltype(energy), network<double>>);
  CHECK(structures_nest());
}

/// A structure as result.
constexpr auto scaled = [](const auto& l, auto s) {
  auto result = l;
  for (auto& w : result.weights) w *= s;
  result.bias = l.bias * l.weights[0];
  return result;
};
constexpr bool results_are_structures() {
  const layer<double, 2> a{{2.0, 3.0}, 5.0};
  const auto [value, j] = etad::value_and_jacobian(scaled, etad::wrt<0>)(a, 10.0);
  static_assert(std::is_same_v<decltype(value), const layer<double, 2>>);
  bool same = value == layer<double, 2>{{20.0, 30.0}, 10.0};
  same = same && j == etad::matrix<double, 3, 3>{{{{10, 0, 0}, {0, 10, 0}, {5, 0, 2}}}};
  same = same && etad::jvp(scaled)(a, 10.0, a, 0.0) == layer<double, 2>{{20.0, 30.0}, 20.0};
  const auto [da, ds] = etad::vjp(scaled)(a, 10.0, layer<double, 2>{{1.0, 1.0}, 1.0});
  same = same && da == layer<double, 2>{{15.0, 10.0}, 2.0} && ds == 5.0;
  same =
      same && etad::derivative(scaled, etad::wrt<1>)(a, 10.0) == layer<double, 2>{{2.0, 3.0}, 0.0};
  const auto on_duals = etad::value_and_jacobian(etad::opaque(scaled), etad::wrt<0>)(a, 10.0);
  return same && on_duals.value == value && on_duals.jacobian == j;
}
static_assert(results_are_structures());
TEST_CASE("a callable may return a structure, here one adapted from outside") {
  CHECK(results_are_structures());
}

TEST_CASE("float and whole numbers as template argument") {
  constexpr auto product = [](const auto& l) { return l.weights[0] * l.weights[1] * l.bias; };
  static_assert(etad::gradient(product)(layer<float, 2>{{2, 3}, 5}) ==
                layer<float, 2>{{15, 10}, 6});
  static_assert(etad::gradient(product)(layer<int, 2>{{2, 3}, 5}) == layer<double, 2>{{15, 10}, 6});
}

TEST_CASE("a vector of structures") {
  constexpr auto product = [](const auto& v) { return v[0].bias * v[1].weights[1]; };
  const std::vector<layer<double, 2>> v{{{1, 2}, 3}, {{4, 5}, 6}};
  const std::vector<layer<double, 2>> g = etad::gradient(product)(v);
  CHECK(g[0] == layer<double, 2>{{0, 0}, 5});
  CHECK(g[1] == layer<double, 2>{{0, 3}, 0});
}

TEST_CASE("a derivative of a derivative by a structure") {
  constexpr auto square = [](const auto& l, auto t) { return l.bias * l.bias * t * t; };
  constexpr auto slope = [](const auto& l, auto t) {
    return std::get<0>(
               etad::gradient([](const auto& a, auto s) { return a.bias * a.bias * s * s; })(l, t))
        .bias;
  };
  static_assert(std::get<1>(etad::gradient(slope)(layer<double, 2>{{1, 2}, 3}, 2.0)) == 24.0);
  static_assert(etad::hessian(square)(layer<double, 2>{{1, 2}, 3}, 2.0) ==
                etad::hessian(etad::opaque(square))(layer<double, 2>{{1, 2}, 3}, 2.0));
}

}  // namespace
