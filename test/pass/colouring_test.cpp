// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <vector>

#include <etad/pass/colouring.hpp>

#include "fuzz/random.hpp"

using namespace etad::detail;

namespace {

nonzeros pattern_of(const std::vector<std::vector<bool>>& a, std::size_t columns) {
  nonzeros pattern(columns);
  for (const auto& row : a) {
    for (std::size_t j = 0; j < columns; ++j) {
      if (row[j]) pattern.append(j);
    }
    pattern.end_row();
  }
  return pattern;
}

std::size_t fullest_row(const nonzeros& pattern) {
  std::size_t most = 0;
  for (std::size_t i = 0; i < pattern.rows(); ++i) {
    const std::size_t size = pattern.row_offsets[i + 1] - pattern.row_offsets[i];
    most = size > most ? size : most;
  }
  return most;
}

/// Every colour is used, and none beyond them.
void check_names(const colouring& c) {
  std::vector<bool> used(c.colours);
  for (const std::size_t colour : c.of_column) {
    REQUIRE(colour < c.colours);
    used[colour] = true;
  }
  for (const bool u : used) CHECK(u);
}

void check_columns(const nonzeros& pattern, const colouring& c) {
  REQUIRE(c.of_column.size() == pattern.columns);
  check_names(c);
  for (std::size_t i = 0; i < pattern.rows(); ++i) {
    std::vector<bool> seen(c.colours);
    pattern.for_row(i, [&](std::size_t j) {
      CHECK_FALSE(seen[c.of_column[j]]);
      seen[c.of_column[j]] = true;
    });
  }
  CHECK(c.colours >= fullest_row(pattern));
}

/// By the definition: neighbours differ, and no path over four columns has two colours.
void check_star(const nonzeros& pattern, const colouring& c) {
  REQUIRE(c.of_column.size() == pattern.columns);
  check_names(c);
  const auto colour = [&](std::size_t j) { return c.of_column[j]; };
  for (std::size_t a = 0; a < pattern.columns; ++a) {
    pattern.for_row(a, [&](std::size_t b) {
      if (b == a) return;
      CHECK(colour(a) != colour(b));
      pattern.for_row(b, [&](std::size_t d) {
        if (d == a || d == b || colour(d) != colour(a)) return;
        pattern.for_row(d, [&](std::size_t e) {
          CHECK((e == b || e == d || e == a || colour(e) != colour(b)));
        });
      });
    });
  }
}

/// Recovers a matrix of distinct numbers from its products with the colours.
void check_recovery(const nonzeros& pattern, const colouring& c, const recovery& r,
                    bool symmetric) {
  const auto number = [&](std::size_t i, std::size_t j) {
    if (symmetric && i < j) return static_cast<double>(j * pattern.columns + i + 1);
    return static_cast<double>(i * pattern.columns + j + 1);
  };
  std::vector<double> products(pattern.rows() * c.colours);
  for (std::size_t i = 0; i < pattern.rows(); ++i) {
    pattern.for_row(
        i, [&](std::size_t j) { products[i * c.colours + c.of_column[j]] += number(i, j); });
  }
  std::size_t k = 0;
  for (std::size_t i = 0; i < pattern.rows(); ++i) {
    pattern.for_row(i, [&](std::size_t j) {
      CHECK(products[r.rows[k] * c.colours + r.colours[k]] == number(i, j));
      ++k;
    });
  }
  CHECK(k == r.rows.size());
}

nonzeros arrow(std::size_t n, std::size_t hub) {
  std::vector<std::vector<bool>> a(n, std::vector<bool>(n));
  for (std::size_t i = 0; i < n; ++i) a[i][i] = a[hub][i] = a[i][hub] = true;
  return pattern_of(a, n);
}

nonzeros band(std::size_t n, std::size_t half_width) {
  std::vector<std::vector<bool>> a(n, std::vector<bool>(n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) a[i][j] = i + half_width >= j && j + half_width >= i;
  }
  return pattern_of(a, n);
}

constexpr bool diagonal_needs_one_colour() {
  nonzeros diagonal(5);
  for (std::size_t i = 0; i < 5; ++i) {
    diagonal.append(i);
    diagonal.end_row();
  }
  return colour_columns(diagonal).colours == 1 && star_colouring(diagonal).colours == 1;
}
static_assert(diagonal_needs_one_colour());

}  // namespace

TEST_CASE("known numbers of colours") {
  CHECK(diagonal_needs_one_colour());
  for (const std::size_t hub : {0u, 3u, 9u}) {
    CHECK(colour_columns(arrow(10, hub)).colours == 10);
    CHECK(star_colouring(arrow(10, hub)).colours == 2);
  }
  // A band needs as many colours as it is wide; a tridiagonal Hessian three (a path of four).
  CHECK(colour_columns(band(40, 1)).colours == 3);
  CHECK(colour_columns(band(40, 2)).colours == 5);
  CHECK(star_colouring(band(40, 1)).colours == 3);
  CHECK(star_colouring(band(3, 1)).colours == 2);
  // All columns meet.
  CHECK(colour_columns(band(7, 7)).colours == 7);
  CHECK(star_colouring(band(7, 7)).colours == 7);
  // Nothing at all.
  CHECK(colour_columns(nonzeros(0)).colours == 0);
  CHECK(colour_columns(pattern_of({{false, false}}, 2)).colours == 1);
}

TEST_CASE("random patterns") {
  fuzz::random_source random(fuzz::setting("ETAD_SEED", 20'05));
  for (int round = 0; round < 400; ++round) {
    const auto columns = static_cast<std::size_t>(1 + random.below(round % 8 == 0 ? 90 : 24));
    const auto height = static_cast<std::size_t>(1 + random.below(24));
    const int density = 1 + random.below(30);
    std::vector<std::vector<bool>> a(height, std::vector<bool>(columns));
    for (auto& row : a) {
      for (std::size_t j = 0; j < columns; ++j) row[j] = random.chance(density);
    }
    const nonzeros jacobian = pattern_of(a, columns);
    const colouring c = colour_columns(jacobian);
    check_columns(jacobian, c);
    check_recovery(jacobian, c, column_recovery(jacobian, c), false);

    std::vector<std::vector<bool>> h(columns, std::vector<bool>(columns));
    for (std::size_t i = 0; i < columns; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        // Some diagonals have gaps.
        h[i][j] = h[j][i] = i == j ? random.chance(80) : random.chance(density);
      }
    }
    const nonzeros hessian = pattern_of(h, columns);
    const colouring star = star_colouring(hessian);
    check_star(hessian, star);
    check_recovery(hessian, star, star_recovery(hessian, star), true);
    // A column colouring is a star colouring, so stars should not need more colours by much.
    CHECK(star.colours <= colour_columns(hessian).colours + 3);
  }
}
