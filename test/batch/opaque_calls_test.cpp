// SPDX-License-Identifier: MIT
// Functions that the compiler cannot look into, in lanes: one by one, or by their own code for several
// points.
#include <doctest/doctest.h>
#include <etad/batch/sum_over.hpp>
#include <etad/batch/vmap.hpp>
#include <etad/rule/custom_derivative.hpp>
#include <etad/verb/gradient.hpp>

#include <array>
#include <cmath>
#include <span>
#include <type_traits>
#include <vector>

namespace {

// A function with code for many points.
int calls = 0, points = 0;
struct cube_of_spans {
  static constexpr const char* name = "cube";
  template <class T>
  requires std::is_floating_point_v<T> T operator()(T x) const { return ++calls, x * x * x; }
  void operator()(std::span<const double> x, std::span<double> y) const {
    ++calls;
    points += static_cast<int>(x.size());
    for (std::size_t k = 0; k < x.size(); ++k) y[k] = x[k] * x[k] * x[k];
  }
};
constexpr auto cube = etad::custom_derivative(cube_of_spans{}, [](auto x) { return 3.0 * x * x; });

struct slope_of_sine {
  template <class T>
  constexpr T operator()(const T& x) const {
    using std::cos;
    return cos(x);
  }
};
constexpr auto sine =
    etad::custom_derivative([](double x) { return std::sin(x); }, slope_of_sine{});

// Four numbers of type double to a pack, whatever the compiler.
template <class G>
using in_packs = etad::vmap_function<std::remove_const_t<G>, etad::detail::array_batch<32>>;

}  // namespace

TEST_CASE("packs") {
  std::vector<double> x, y;
  for (int k = 0; k < 19; ++k) {
    x.push_back(0.25 * k);
    y.push_back(1.0 - k);
  }
  constexpr auto f = [](auto u, auto v) { return cube(u) * v; };
  calls = points = 0;
  constexpr auto gradient = etad::gradient(f);
  const in_packs<decltype(gradient)> all{gradient};
  const auto slopes = all(x, y);
  CHECK(calls == 5);
  CHECK(points == 20);
  for (std::size_t k = 0; k < x.size(); ++k) {
    const auto [du, dv] = slopes[k];
    CHECK(du == 3.0 * x[k] * x[k] * y[k]);
    CHECK(dv == x[k] * x[k] * x[k]);
  }
  // No code for packs of float: lane by lane.
  const std::vector<float> few{1.0F, 2.0F, 3.0F, 4.0F, 5.0F};
  constexpr auto g = [](auto u) { return cube(u); };
  CHECK(in_packs<decltype(g)>{g}(few)[4] == 125.0F);
  CHECK(etad::vmap(g)(few)[2] == 27.0F);

  constexpr auto kernel = [](const auto& p, auto row) { return sine(p[0] * row) + cube(p[1]); };
  const std::vector<double> rows{1.0, 2.0, 4.0, 0.5, 3.0};
  const auto sum = etad::sum_over(kernel).gradient(std::array{1.5, 2.0}, rows);
  double wanted = 0;
  for (const double row : rows) wanted += row * std::cos(1.5 * row);
  CHECK(std::fabs(sum[0] - wanted) < 1e-13);
  CHECK(sum[1] == 60.0);
}
