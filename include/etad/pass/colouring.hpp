// SPDX-License-Identifier: MIT
// Colourings that let one direction serve many columns of a sparse derivative matrix.
//
// Columns of one colour are added up in one product of the matrix with a vector, from which their
// nonzeros can be read off directly: for a Jacobian because no two of them share a row (Curtis,
// Powell and Reid, 1974), for a Hessian because of its symmetry, if the colouring of its graph is a
// star colouring (Coleman and More, 1984). Survey and names: Gebremedhin, Manne and Pothen, "What
// color is your Jacobian? Graph coloring for computing derivatives", SIAM Review 47 (2005).
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/core/index_sets.hpp>
#include <etad/core/nonzeros.hpp>

namespace etad::inline ETAD_ABI::detail {

struct colouring {
  std::size_t colours = 0;
  /// The colour of each column, counted from 0 in the order of the first columns of the colours.
  buffer<std::size_t> of_column;
};

/// Names the colours in the order of their first columns.
constexpr colouring renumbered(const buffer<std::size_t>& colour_of) {
  colouring result;
  const std::size_t none = colour_of.size();
  buffer<std::size_t> names(none + 1, none);
  for (const std::size_t c : colour_of) {
    if (names[c] == none) names[c] = result.colours++;
    result.of_column.push_back(names[c]);
  }
  return result;
}

/// The columns of a Jacobian such that columns of one colour share no row. Greedy in the order of
/// saturation, next the column that sees most colours and among these the one with most neighbours
/// (Brelaz, 1979); never fewer colours than nonzeros in the fullest row. Cost: columns^2 and, in units
/// of 64 columns, rows * nonzeros of a row^2.
constexpr colouring colour_columns(const nonzeros& pattern) {
  const std::size_t n = pattern.columns;
  index_sets rows(pattern.rows(), n);
  index_sets neighbours(n, n);
  for (std::size_t i = 0; i < pattern.rows(); ++i) {
    pattern.for_row(i, [&](std::size_t j) { rows.insert(i, j); });
    pattern.for_row(i, [&](std::size_t j) { neighbours.merge(j, rows, i); });
  }
  // Saturation, then degree, as one number; 0 for a coloured column.
  buffer<std::size_t> rank(n);
  for (std::size_t j = 0; j < n; ++j) {
    rank[j] = 1 + static_cast<std::size_t>(neighbours.count(j));
  }
  index_sets seen(n, n);
  buffer<std::size_t> colour_of(n);
  for (std::size_t step = 0; step < n; ++step) {
    std::size_t next = 0;
    for (std::size_t j = 1; j < n; ++j) next = rank.items[j] > rank.items[next] ? j : next;
    std::size_t colour = 0;
    while (seen.contains(next, colour)) ++colour;
    colour_of[next] = colour;
    rank[next] = 0;
    neighbours.for_each(next, [&](std::size_t j) {
      if (rank.items[j] == 0 || seen.contains(j, colour)) return;
      seen.insert(j, colour);
      rank.items[j] += n + 2;
    });
  }
  return renumbered(colour_of);
}

/// The columns of a symmetric matrix such that neighbours (columns that meet in a nonzero) differ and
/// every path over four columns has at least three colours. Greedy, the columns with most neighbours
/// first; exact, in that a colour is refused only if it would break the rule. Cost: the paths over
/// three neighbours, at most nonzeros * (nonzeros of a row)^2.
constexpr colouring star_colouring(const nonzeros& pattern) {
  const std::size_t n = pattern.columns;
  buffer<char> placed(n);
  buffer<std::size_t> colour_of(n, n);
  const auto for_coloured = [&](std::size_t v, auto visit) {
    pattern.for_row(v, [&](std::size_t w) {
      if (w != v && colour_of.items[w] != n) visit(w);
    });
  };
  for (std::size_t step = 0; step < n; ++step) {
    std::size_t v = n;
    std::size_t most = 0;
    for (std::size_t j = 0; j < n; ++j) {
      const std::size_t degree = 1 + pattern.row_offsets[j + 1] - pattern.row_offsets[j];
      if (placed[j] == 0 && degree > most) {
        most = degree;
        v = j;
      }
    }
    placed[v] = 1;
    buffer<char> forbidden(n + 1);
    buffer<char> met(n + 1);
    buffer<char> twice(n + 1);
    for_coloured(v, [&](std::size_t w) {
      const std::size_t colour = colour_of[w];
      forbidden[colour] = 1;
      if (met[colour] != 0) twice[colour] = 1;
      met[colour] = 1;
    });
    for_coloured(v, [&](std::size_t w) {
      for_coloured(w, [&](std::size_t x) {
        // v inside a path: its neighbours w and w' of one colour, x behind w.
        if (twice[colour_of[w]] != 0) forbidden[colour_of[x]] = 1;
        // v at the end of a path: v, w, x, y.
        for_coloured(x, [&](std::size_t y) {
          if (y != w && colour_of[y] == colour_of[w]) forbidden[colour_of[x]] = 1;
        });
      });
    });
    std::size_t colour = 0;
    while (forbidden[colour] != 0) ++colour;
    colour_of[v] = colour;
  }
  return renumbered(colour_of);
}

/// For each nonzero (i, j), in order, the row at which it stands in the product of the matrix with the
/// sum of the unit vectors of one colour.
struct recovery {
  buffer<std::size_t> rows;
  buffer<std::size_t> colours;
};

/// Each nonzero in its own row, under the colour of its column.
constexpr recovery column_recovery(const nonzeros& pattern, const colouring& c) {
  recovery result;
  for (std::size_t i = 0; i < pattern.rows(); ++i) {
    pattern.for_row(i, [&](std::size_t j) {
      result.rows.push_back(i);
      result.colours.push_back(c.of_column[j]);
    });
  }
  return result;
}

/// Entry (i, j) in row i if j is alone of its colour there, else in row j: both triangles from the
/// same number.
constexpr recovery star_recovery(const nonzeros& pattern, const colouring& c) {
  recovery result;
  const auto alone = [&](std::size_t i, std::size_t j) {
    int same = 0;
    pattern.for_row(i, [&](std::size_t k) { same += c.of_column[k] == c.of_column[j] ? 1 : 0; });
    return same == 1;
  };
  for (std::size_t i = 0; i < pattern.rows(); ++i) {
    pattern.for_row(i, [&](std::size_t j) {
      const std::size_t low = i < j ? i : j;
      const std::size_t high = i < j ? j : i;
      const bool below = alone(high, low);
      result.rows.push_back(below ? high : low);
      result.colours.push_back(c.of_column[below ? low : high]);
    });
  }
  return result;
}

// Not as conditional expressions: GCC 12 frees their operands twice in constant evaluation.

/// A colouring from which the nonzeros can be read off directly.
constexpr colouring colouring_for(const nonzeros& pattern, bool symmetric) {
  if (symmetric) return star_colouring(pattern);
  return colour_columns(pattern);
}
constexpr recovery recovery_for(const nonzeros& pattern, const colouring& c, bool symmetric) {
  if (symmetric) return star_recovery(pattern, c);
  return column_recovery(pattern, c);
}

}  // namespace etad::inline ETAD_ABI::detail
