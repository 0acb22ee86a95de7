// SPDX-License-Identifier: MIT
// Structures as parameters of sums over data and of batches of points.
#include <doctest/doctest.h>
#include <boost/hana/define_struct.hpp>

#include <vector>

#include <etad/batch.hpp>
#include <etad/interop/hana.hpp>

namespace {

template <class T>
struct line {
  BOOST_HANA_DEFINE_STRUCT(line, (T, slope), (T, offset));
  bool operator==(const line&) const = default;
};
template <class T>
struct power {
  BOOST_HANA_DEFINE_STRUCT(power, (T, scale), (int, exponent));
  bool operator==(const power&) const = default;
};

TEST_CASE("batches and sums") {
  constexpr auto square = [](const auto& l, auto x, auto y) {
    const auto r = l.slope * x + l.offset - y;
    return r * r;
  };
  const std::vector<double> x{1.0, 2.0, 3.0};
  const std::vector<double> y{2.0, 4.0, 7.0};
  const line<double> l{1.0, 1.0};
  CHECK(etad::sum_over(square).gradient(l, x, y) == line<double>{-22.0, -8.0});
  const std::vector<line<double>> slopes =
      etad::vmap(etad::gradient(square, etad::wrt<0>))(l, x, y);
  CHECK(slopes ==
        std::vector{line<double>{0.0, 0.0}, line<double>{-4.0, -2.0}, line<double>{-18.0, -6.0}});
  // Points that are structures.
  constexpr auto area = [](const auto& a) { return a.slope * a.offset; };
  const auto each = etad::vmap(etad::gradient(area))(slopes);
  CHECK(each[2] == line<double>{-6.0, -18.0});
}

TEST_CASE("the sum keeps the data of its parameters") {
  constexpr auto scaled = [](const auto& p, auto x) {
    auto product = p.scale;
    for (int i = 0; i < p.exponent; ++i) product *= x;
    return product;
  };
  const std::vector<double> x{1.0, 2.0, 3.0};
  const auto [value, slopes] = etad::sum_over(scaled).value_and_gradient(power<double>{2.0, 3}, x);
  CHECK(value == 72.0);
  CHECK(slopes == power<double>{36.0, 3});
}

}  // namespace
