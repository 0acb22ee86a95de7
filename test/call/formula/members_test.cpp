// SPDX-License-Identifier: MIT
// Callables with members and captures: traced, with these as data.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <etad/batch.hpp>
#include <etad/etad.hpp>
#include <etad/explain.hpp>

namespace {

struct offset {
  float shift;
  int count;
};
class model : offset {
 public:
  constexpr model(float by, int times, double limit, std::array<double, 2> weights)
      : offset{by, times}, limit_(limit), weights_(weights) {}
  template <class T>
  constexpr T operator()(const std::array<T, 2>& x) const {
    using std::exp, std::pow;
    T sum(0);
    for (std::size_t k = 0; k < 2; ++k) sum += weights_[k] * pow(x[k], count);
    if (sum < limit_) sum = (sum - T(shift)) * count;
    return sum * exp(-(shift * x[0]));
  }

 private:
  double limit_;
  std::array<double, 2> weights_;
};

template <class... A, class Verb>
constexpr bool is_traced(const Verb& verb) {
  return etad::road_of<A...>(verb) == etad::road::traced;
}
using point = std::array<double, 2>;
inline double outside = 3.0;

}  // namespace

TEST_CASE("members are data") {
  constexpr point x{0.75, 1.25};
  for (const double limit : {1.0, 100.0}) {
    const model f(0.5f, 3, limit, {2.0, -1.5});
    const auto duals = etad::opaque(f);
    CHECK(is_traced<point>(etad::gradient(f)));
    CHECK(is_traced<point>(etad::hessian(f)));
    const auto [value, slopes] = etad::value_and_gradient(f)(x);
    CHECK(value == f(x));
    const auto expected = etad::gradient(duals)(x);
    const auto second = etad::hessian(f)(x);
    const auto expected_second = etad::hessian(duals)(x);
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(slopes[i] == doctest::Approx(expected[i]).epsilon(1e-14));
      for (std::size_t j = 0; j < 2; ++j) {
        CHECK(second[i][j] == doctest::Approx(expected_second[i][j]).epsilon(1e-13));
      }
    }
    std::array<double, 2> written{};
    etad::gradient(f)(x, std::span(written));
    CHECK(written == slopes);
    const std::vector<point> points{x, point{0.25, 0.5}, x};
    CHECK(etad::vmap(etad::gradient(f))(points)[2][1] == doctest::Approx(slopes[1]).epsilon(1e-14));
  }
}

TEST_CASE("members in constant evaluation") {
  constexpr model f(0.5f, 2, 1.0, {2.0, -1.5});
  constexpr auto slopes = etad::gradient(f)(point{0.75, 1.25});
  CHECK(slopes[0] == doctest::Approx(etad::gradient(f)(point{0.75, 1.25})[0]).epsilon(1e-14));
}

TEST_CASE("captures by value are members") {
  double k = 3.0;
  const point w{0.5, 2.0};
  const auto f = [k, w](const auto& x) {
    auto y = x[0];
    y *= k;
    return y > w[0] ? y * x[1] : w[1] * x[1];
  };
  CHECK(is_traced<point>(etad::gradient(f)));
  CHECK(etad::gradient(f)(point{2.0, 5.0}) == point{15.0, 6.0});
  CHECK(etad::gradient(f)(point{0.0, 5.0}) == point{0.0, 2.0});
}

// The members decide alone, or compute; a reference is none of the object; all of these have right derivatives.
TEST_CASE("what dual numbers serve") {
  for (double k : {1.0, 3.0}) {
    const auto decides = [k](const auto& x) {
      auto y = x[0];
      if (k > 2.0) y *= x[1];
      return y;
    };
    CHECK(etad::road_of<point>(etad::gradient(decides)).why_not_traced == etad::obstacle::state);
    CHECK(etad::gradient(decides)(point{2.0, 5.0}) ==
          (k > 2.0 ? point{5.0, 2.0} : point{1.0, 0.0}));
    const auto computes = [k](const auto& x) { return (2.0 * k) * x[0] * x[1]; };
    CHECK(etad::road_of<point>(etad::gradient(computes)) == etad::road::duals);
    CHECK(etad::gradient(computes)(point{2.0, 5.0}) == point{10.0 * k, 4.0 * k});
    const auto refers = [&k](const auto& x) { return k * x[0] * x[1]; };
    CHECK(etad::gradient(refers)(point{2.0, 5.0}) == point{5.0 * k, 2.0 * k});
  }
}

TEST_CASE("what has a fixed address is read there at each call") {
  const double k = 2.0;
  const auto f = [k](const auto& x) { return k * x[0] * x[1] * outside; };
  for (const double now : {3.0, 7.0}) {
    outside = now;
    CHECK(etad::gradient(f)(point{1.0, 5.0}) == point{10.0 * now, 2.0 * now});
  }
}
