// SPDX-License-Identifier: MIT
// Superwords read and write the members of a structure together only where they lie side by side.
#include <doctest/doctest.h>
#include <boost/hana/adapt_struct.hpp>

#include <array>

#include <etad/interop/hana.hpp>
#include <etad/verb/gradient.hpp>

namespace {

/// Nine numbers in a structure; which comes after which is told below.
template <class T, int Kind>
struct nine {
  T a, b, c, d, e, f, g, h, i;
};

}  // namespace

using in_order = nine<double, 0>;
using backwards = nine<double, 1>;
using mixed = nine<double, 2>;
BOOST_HANA_ADAPT_STRUCT(in_order, a, b, c, d, e, f, g, h, i);
BOOST_HANA_ADAPT_STRUCT(backwards, i, h, g, f, e, d, c, b, a);
BOOST_HANA_ADAPT_STRUCT(mixed, a, c, b, d, e, g, f, h, i);

namespace {

/// The sum of (x[k + 1] - x[k]^2)^2 over the numbers in alphabetical order.
struct valleys {
  template <class Nine>
  constexpr auto operator()(const Nine& x) const {
    auto sum = square(x.b - x.a * x.a);
    sum += square(x.c - x.b * x.b);
    sum += square(x.d - x.c * x.c);
    sum += square(x.e - x.d * x.d);
    sum += square(x.f - x.e * x.e);
    sum += square(x.g - x.f * x.f);
    sum += square(x.h - x.g * x.g);
    sum += square(x.i - x.h * x.h);
    return sum;
  }
  template <class T>
  static constexpr T square(const T& x) {
    return x * x;
  }
};

template <class Nine>
constexpr std::array<double, 9> flat(const Nine& x) {
  return {x.a, x.b, x.c, x.d, x.e, x.f, x.g, x.h, x.i};
}

template <class Nine>
void check_gradient() {
  constexpr Nine x{0.5, -1.25, 0.75, 2.0, -0.5, 1.5, 0.25, -2.5, 1.0};
  constexpr auto expected = flat(etad::gradient(valleys{})(x));
  volatile double first = x.a;
  Nine here = x;
  here.a = first;
  const auto seen = flat(etad::gradient(valleys{})(here));
  for (std::size_t k = 0; k < 9; ++k) CHECK(seen[k] == doctest::Approx(expected[k]).epsilon(1e-13));
}

}  // namespace

TEST_CASE("structures whose members are listed in the order of memory, backwards and mixed") {
  check_gradient<in_order>();
  check_gradient<backwards>();
  check_gradient<mixed>();
}
