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

/// The columns, those with most nonzeros first, else in order.
constexpr buffer<std::size_t> fullest_first(const buffer<std::size_t>& nonzeros_of) {
  const std::size_t n = nonzeros_of.size();
  // How many columns come before those with so many nonzeros, found by counting.
  buffer<std::size_t> before(n + 2);
  for (const std::size_t d : nonzeros_of) ++before.items[n - (d < n ? d : n) + 1];
  for (std::size_t k = 1; k < before.size(); ++k) before.items[k] += before.items[k - 1];
  buffer<std::size_t> order(n);
  for (std::size_t j = 0; j < n; ++j) {
    const std::size_t d = nonzeros_of.items[j];
    order.items[before.items[n - (d < n ? d : n)]++] = j;
  }
  return order;
}

/// The columns of a Jacobian such that columns of one colour share no row, for large matrices. Greedy,
/// the fullest columns first. Cost: the sum over all rows of nonzeros of a row^2.
constexpr colouring colour_many_columns(const nonzeros& pattern) {
  const std::size_t n = pattern.columns;
  buffer<std::size_t> count(n);
  for (const std::size_t j : pattern.column_indices) ++count[j];
  nonzeros transposed(pattern.rows());
  transposed.row_offsets.clear();
  std::size_t sum = 0;
  for (std::size_t j = 0; j <= n; ++j) {
    transposed.row_offsets.push_back(sum);
    if (j < n) sum += count[j];
  }
  transposed.column_indices = buffer<std::size_t>(pattern.size());
  buffer<std::size_t> next(n);
  for (std::size_t j = 0; j < n; ++j) next[j] = transposed.row_offsets[j];
  for (std::size_t i = 0; i < pattern.rows(); ++i) {
    pattern.for_row(i, [&](std::size_t j) { transposed.column_indices[next[j]++] = i; });
  }
  const buffer<std::size_t> order = fullest_first(count);
  buffer<std::size_t> colour_of(n, n);
  // forbidden[c] == v + 1: colour c is that of a column which shares a row with v.
  buffer<std::size_t> forbidden(n + 1);
  for (const std::size_t v : order) {
    transposed.for_row(v, [&](std::size_t i) {
      pattern.for_row(i, [&](std::size_t j) {
        if (colour_of[j] != n) forbidden[colour_of[j]] = v + 1;
      });
    });
    std::size_t colour = 0;
    while (forbidden[colour] == v + 1) ++colour;
    colour_of[v] = colour;
  }
  return renumbered(colour_of);
}

/// The columns of a symmetric matrix such that neighbours (columns that meet in a nonzero) differ and
/// every path over four columns has at least three colours. Greedy, the columns with most neighbours
/// first; exact, in that a colour is refused only if it would break the rule. Cost: the paths over
/// three neighbours, at most nonzeros * (nonzeros of a row)^2.
constexpr colouring star_colouring(const nonzeros& pattern) {
  const std::size_t n = pattern.columns;
  buffer<std::size_t> colour_of(n, n);
  const auto for_coloured = [&](std::size_t v, auto visit) {
    pattern.for_row(v, [&](std::size_t w) {
      if (w != v && colour_of.items[w] != n) visit(w);
    });
  };
  buffer<std::size_t> neighbours(n);
  for (std::size_t j = 0; j < n; ++j) {
    neighbours[j] = pattern.row_offsets[j + 1] - pattern.row_offsets[j];
  }
  // Marks of colours, each valid for the column v if it is v + 1.
  buffer<std::size_t> forbidden(n + 1);
  buffer<std::size_t> met(n + 1);
  buffer<std::size_t> twice(n + 1);
  for (const std::size_t v : fullest_first(neighbours)) {
    const std::size_t mark = v + 1;
    for_coloured(v, [&](std::size_t w) {
      const std::size_t colour = colour_of[w];
      forbidden[colour] = mark;
      if (met[colour] == mark) twice[colour] = mark;
      met[colour] = mark;
    });
    for_coloured(v, [&](std::size_t w) {
      for_coloured(w, [&](std::size_t x) {
        // v inside a path: its neighbours w and w' of one colour, x behind w.
        if (twice[colour_of[w]] == mark) forbidden[colour_of[x]] = mark;
        // v at the end of a path: v, w, x, y.
        for_coloured(x, [&](std::size_t y) {
          if (y != w && colour_of[y] == colour_of[w]) forbidden[colour_of[x]] = mark;
        });
      });
    });
    std::size_t colour = 0;
    while (forbidden[colour] == mark) ++colour;
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
/// same number. Cost: linear in the nonzeros.
constexpr recovery star_recovery(const nonzeros& pattern, const colouring& c) {
  const std::size_t n = pattern.columns;
  recovery result{buffer<std::size_t>(pattern.size()), buffer<std::size_t>(pattern.size())};
  // The nonzero of each row whose mirror image comes next, as the rows below come one after the other.
  buffer<std::size_t> next(n);
  buffer<std::size_t> count(n + 1);
  buffer<std::size_t> counted_for(n + 1);
  for (std::size_t i = 0; i < n; ++i) {
    pattern.for_row(i, [&](std::size_t j) {
      const std::size_t colour = c.of_column[j];
      if (counted_for[colour] != i + 1) count[colour] = 0;
      counted_for[colour] = i + 1;
      ++count[colour];
    });
    next[i] = pattern.row_offsets[i];
    for (std::size_t k = pattern.row_offsets[i]; k < pattern.row_offsets[i + 1]; ++k) {
      const std::size_t j = pattern.column_indices[k];
      if (j > i) break;
      const bool alone = count[c.of_column[j]] == 1;
      const auto set = [&](std::size_t entry) {
        result.rows[entry] = alone ? i : j;
        result.colours[entry] = c.of_column[alone ? j : i];
      };
      set(k);
      if (j < i) set(next[j]++);
      next[i] = k + 1;
    }
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
