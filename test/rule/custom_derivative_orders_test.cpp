// SPDX-License-Identifier: MIT
// Stated derivatives at higher orders and at singular points.
#include <doctest/doctest.h>

#include <cmath>
#include <etad/rule/custom_derivative.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/products.hpp>
#include <limits>

namespace {

// Each derivative is one of the other function, without end.
struct slope_of_sine {
  template <class T>
  constexpr T operator()(const T& u) const;
};
struct slope_of_cosine {
  template <class T>
  constexpr T operator()(const T& u) const;
};
constexpr auto sine = etad::custom_derivative(
    [](auto u) {
      using std::sin;
      return sin(u);
    },
    slope_of_sine{});
constexpr auto cosine = etad::custom_derivative(
    [](auto u) {
      using std::cos;
      return cos(u);
    },
    slope_of_cosine{});
template <class T>
constexpr T slope_of_sine::operator()(const T& u) const {
  return cosine(u);
}
template <class T>
constexpr T slope_of_cosine::operator()(const T& u) const {
  return -sine(u);
}

constexpr bool orders_agree() {
  constexpr auto exponential = etad::custom_derivative(
      [](auto u) {
        using std::exp;
        return exp(u);
      },
      [](auto, auto value) { return value; });
  const double e = etad::value_and_gradient(exponential)(0.5).value;
  const double s = etad::value_and_gradient(sine)(0.5).value;
  const double c = etad::value_and_gradient(cosine)(0.5).value;
  return etad::derivative<1>(sine)(0.5) == c && etad::derivative<2>(sine)(0.5) == -s &&
         etad::derivative<3>(sine)(0.5) == -c && etad::derivative<4>(sine)(0.5) == s &&
         etad::derivative<1>(exponential)(0.5) == e && etad::derivative<4>(exponential)(0.5) == e &&
         // Beyond the limit there is no number rather than a wrong one.
         etad::derivative<5>(sine)(0.5) != etad::derivative<5>(sine)(0.5) &&
         etad::derivative<6>(sine)(0.5) != etad::derivative<6>(sine)(0.5);
}
static_assert(orders_agree());

// sqrt and its slope, infinite at 0.
constexpr auto root = etad::custom_derivative(
    [](auto u) {
      using std::sqrt;
      return sqrt(u);
    },
    [](auto, auto value) { return 0.5 / value; });

constexpr bool singular_slopes_obey_the_rules() {
  constexpr auto scaled = [](auto u, auto w) { return root(u) + w; };
  constexpr auto hidden = [](auto u) { return u > 0.0 ? root(u) : 3.0 * u; };
  const auto infinity = std::numeric_limits<double>::infinity();
  return etad::derivative(root)(0.0) == infinity && etad::derivative(root)(4.0) == 0.25 &&
         etad::jvp(scaled)(0.0, 1.0, 0.0, 1.0) == 1.0 &&  // u does not change
         etad::derivative(hidden)(0.0) == 3.0 && etad::derivative(hidden)(4.0) == 0.25;
}
static_assert(singular_slopes_obey_the_rules());

}  // namespace

TEST_CASE("higher orders by rules that use each other, or the value") { CHECK(orders_agree()); }

TEST_CASE("duals of duals know no limit of the order") {
  CHECK(etad::derivative<6>(etad::opaque(sine))(0.5) == -std::sin(0.5));
}

TEST_CASE("singular slopes") { CHECK(singular_slopes_obey_the_rules()); }
