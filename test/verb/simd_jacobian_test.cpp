// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#if __has_include(<xsimd/xsimd.hpp>)

#include <cmath>

#include <etad/verb/simd_jacobian.hpp>

namespace {

/// Every result depends on all eleven inputs: packs of any width, the last not full.
constexpr auto dense_map = [](const auto& x) {
  using std::exp, std::sin;
  auto sum = x[0] * x[10];
  for (std::size_t k = 1; k < 11; ++k) sum += sin(x[k]) * x[k - 1];
  return std::array{sum, sum * sum / exp(x[3]), x[4] - sum};
};
constexpr std::array<double, 11> point{0.3, -0.4, 1.5, 0.2, -1.1, 0.9, 2.2, -0.7, 0.1, 1.3, -2.0};

template <class Seen, class Expected>
void check_entries(const Seen& seen, const Expected& expected) {
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 11; ++k) {
      CHECK(seen(i, k) == doctest::Approx(expected(i, k)).epsilon(1e-12));
    }
  }
}

}  // namespace

TEST_CASE("packs of the width of the registers") {
  const auto expected = etad::jacobian(dense_map, etad::reverse)(point);
  check_entries(etad::simd::jacobian(dense_map)(point), expected);
  check_entries(etad::simd::jacobian(dense_map, etad::lanes)(point), expected);
  const auto [value, jacobian] = etad::simd::value_and_jacobian(dense_map, etad::lanes)(point);
  CHECK(value[1] == doctest::Approx(dense_map(point)[1]).epsilon(1e-14));
  check_entries(jacobian, expected);
  check_entries(etad::simd::sparse_jacobian(dense_map, etad::lanes)(point).dense(), expected);
  CHECK(etad::simd::sparse_jacobian(dense_map)(point).nonzeros == 33);

  std::array<float, 11> single{};
  for (std::size_t k = 0; k < 11; ++k) single[k] = static_cast<float>(point[k]);
  const auto of_floats = etad::simd::jacobian(dense_map, etad::lanes)(single);
  for (std::size_t k = 0; k < 11; ++k) {
    CHECK(of_floats(0, k) == doctest::Approx(expected(0, k)).epsilon(1e-4));
  }
  static_assert(etad::simd::jacobian([](auto x, auto y) { return x * y; }, etad::lanes)(2.0, 3.0) ==
                etad::matrix<double, 1, 2>{{{{3.0, 2.0}}}});
}

#endif
