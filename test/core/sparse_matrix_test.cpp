// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <array>
#include <etad/core/sparse_matrix.hpp>

namespace {

// 1 . 2
// . . .
// . 3 4
struct pattern {
  static constexpr int rows = 3;
  static constexpr int columns = 3;
  static constexpr int nonzeros = 4;
  static constexpr std::array<int, 4> row_offsets{0, 2, 2, 4};
  static constexpr std::array<int, 4> column_indices{0, 2, 1, 2};
};
using sparse = etad::sparse_matrix<double, pattern>;
constexpr sparse m{{1.0, 2.0, 3.0, 4.0}};

TEST_CASE("an entry is found or zero, inside and outside of the matrix") {
  constexpr double full[3][3] = {{1.0, 0.0, 2.0}, {0.0, 0.0, 0.0}, {0.0, 3.0, 4.0}};
  const auto dense = m.dense();
  for (int i = -1; i <= 3; ++i) {
    for (int j = -1; j <= 3; ++j) {
      const bool inside = 0 <= i && i < 3 && 0 <= j && j < 3;
      CAPTURE(i);
      CAPTURE(j);
      CHECK(m(i, j) == (inside ? full[i][j] : 0.0));
      CHECK((sparse::position(i, j) >= 0) == (inside && full[i][j] != 0.0));
      if (inside)
        CHECK(dense(static_cast<std::size_t>(i), static_cast<std::size_t>(j)) == full[i][j]);
    }
  }
}

TEST_CASE("a stored entry can be written") {
  sparse other = m;
  other.at<2, 1>() = 5.0;
  CHECK(other(2, 1) == 5.0);
  CHECK(other != m);
  CHECK(std::as_const(other).at<0, 2>() == 2.0);
}

// Constant evaluation refuses to read beyond the arrays.
static_assert(m(3, 0) == 0.0 && m(-1, 0) == 0.0 && m(2, 2) == 4.0 && m.dense()(2, 2) == 4.0);

}  // namespace
