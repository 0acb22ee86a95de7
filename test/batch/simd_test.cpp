// SPDX-License-Identifier: MIT
// Batches in vector registers against calls at each point; needs xsimd.
#include <doctest/doctest.h>
#if __has_include(<xsimd/xsimd.hpp>)
#include <etad/simd.hpp>

#include <cmath>
#include <vector>

#include "samples.hpp"

namespace {

using samples::branches;

// Functions of a few units in between.
template <class T>
bool close(T seen, T expected, T scale) {
  return samples::close(seen, expected, scale, 32);
}

template <class T>
void all_sizes() {
  constexpr auto g = etad::value_and_gradient(branches);
  const T s = T(0.75);
  for (std::size_t n = 0; n <= 3 * 64 / sizeof(T) + 1; ++n) {
    const auto points = samples::points<T>(n + 1);
    // One number off: not aligned to any register.
    const std::span<const std::array<T, 2>> part(points.data() + 1, n);
    std::vector<T> value(n);
    std::vector<std::array<T, 2>> dx(n);
    std::vector<T> ds(n);
    etad::simd::vmap(g)(part, s, etad::into(value, dx, ds));
    std::array<T, 2> sum{};
    T sum_of_sizes = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const auto one = g(part[i], s);
      const auto& [one_dx, one_ds] = one.gradient;
      const T scale = std::abs(one.value) + std::abs(one_dx[0]) + std::abs(one_dx[1]);
      CHECK(close(value[i], one.value, scale));
      CHECK(close(dx[i][0], one_dx[0], scale));
      CHECK(close(dx[i][1], one_dx[1], scale));
      CHECK(close(ds[i], one_ds, scale));
      sum[0] += one.value;
      sum[1] += one_ds;
      sum_of_sizes += scale + std::abs(one_ds);
    }
    constexpr auto swapped = [](auto p, const auto& x) { return branches(x, p); };
    const auto all = etad::simd::sum_over(swapped).value_and_gradient(s, part);
    CHECK(close(all.value, sum[0], sum_of_sizes));
    CHECK(close(all.gradient, sum[1], sum_of_sizes));
  }
}

TEST_CASE("lanes compute what scalars compute, double and float, for every number of points") {
  all_sizes<double>();
  all_sizes<float>();
}

TEST_CASE("elements") {
  constexpr auto bond = [](const auto& a, const auto& b) {
    using std::sqrt;
    const auto x = a[0] - b[0];
    const auto y = a[1] - b[1];
    const auto r = sqrt(x * x + y * y);  // singular at coinciding points
    return (r - 1.0) * (r - 1.0);
  };
  const auto x = samples::points<double>(20);
  std::vector<std::array<int, 2>> bonds;
  for (int i = 0; i < 20; ++i) {
    for (int j = 0; j < i; j += 1 + i % 3) bonds.push_back({i, j});
  }
  bonds.push_back({3, 10});  // both (0, 0)
  const auto plain = etad::sum_over(bond, bonds);
  const auto lanes = etad::simd::sum_over(bond, bonds);
  auto H = plain.sparse_hessian(x);
  auto H_lanes = lanes.sparse_hessian(x);
  std::vector<std::array<double, 2>> g(x.size());
  std::vector<std::array<double, 2>> g_lanes(x.size());
  const double value = plain.value_gradient_hessian(x, etad::into(g, H));
  CHECK(close(lanes.value_gradient_hessian(x, etad::into(g_lanes, H_lanes)), value, value));
  for (std::size_t p = 0; p < x.size(); ++p) {
    for (std::size_t i = 0; i < 2; ++i) CHECK(close(g_lanes[p][i], g[p][i], 100.0));
  }
  REQUIRE(H.values.size() == H_lanes.values.size());
  for (std::size_t k = 0; k < H.values.size(); ++k) {
    CHECK(close(H_lanes.values[k], H.values[k], 100.0));
  }
}

}  // namespace
#else
TEST_CASE("skipped: xsimd is not installed") {}
#endif
