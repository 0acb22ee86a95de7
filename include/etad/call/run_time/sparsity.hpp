// SPDX-License-Identifier: MIT
// Where Jacobians and Hessians of run-time sized arguments have nonzeros, found by recording the
// function once and asking the tape what each result was computed from.
#pragma once

#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

#include <etad/call/run_time/reverse_sweep.hpp>
#include <etad/core/dynamic_sparse_matrix.hpp>
#include <etad/pass/colouring.hpp>
#include <etad/tape/reach.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Entries of a matrix in any order, some of them perhaps several times.
struct entry_list {
  std::vector<int> rows;
  std::vector<int> columns;

  void add(std::size_t i, std::size_t j) {
    rows.push_back(static_cast<int>(i));
    columns.push_back(static_cast<int>(j));
  }
  std::size_t size() const noexcept { return rows.size(); }
};

/// The numbers of the entries in ascending order of their keys, entries of one key as in `from`. Linear.
inline std::vector<std::size_t> sorted_by(const std::vector<int>& keys, std::size_t limit,
                                          const std::vector<std::size_t>& from) {
  std::vector<std::size_t> next(limit + 1);
  for (const int key : keys) ++next[static_cast<std::size_t>(key) + 1];
  for (std::size_t k = 1; k <= limit; ++k) next[k] += next[k - 1];
  std::vector<std::size_t> sorted(from.size());
  for (const std::size_t entry : from)
    sorted[next[static_cast<std::size_t>(keys[entry])]++] = entry;
  return sorted;
}

/// The entries by rows, columns ascending, each once.
inline nonzeros compressed(const entry_list& entries, std::size_t rows, std::size_t columns) {
  std::vector<std::size_t> order(entries.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  order = sorted_by(entries.rows, rows, sorted_by(entries.columns, columns, order));
  nonzeros pattern(columns);
  std::size_t k = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    for (int last = -1; k < order.size() && entries.rows[order[k]] == static_cast<int>(i); ++k) {
      const int j = entries.columns[order[k]];
      if (j != last) pattern.append(static_cast<std::size_t>(j));
      last = j;
    }
    pattern.end_row();
  }
  return pattern;
}

/// With colours for products with the matrix, or with a symmetric one.
inline dynamic_sparsity with_colours(const nonzeros& pattern, bool symmetric) {
  const colouring c = symmetric ? star_colouring(pattern) : colour_many_columns(pattern);
  dynamic_sparsity result;
  const auto copy = [](const buffer<std::size_t>& from, std::vector<int>& to) {
    to.clear();
    to.reserve(from.size());
    for (const std::size_t n : from) to.push_back(static_cast<int>(n));
  };
  copy(pattern.row_offsets, result.row_offsets);
  copy(pattern.column_indices, result.column_indices);
  copy(c.of_column, result.colour_of_column);
  if (symmetric) copy(star_recovery(pattern, c).rows, result.product_rows);
  result.colours = static_cast<int>(c.colours);
  return result;
}

/// Arguments of f as variables of `tape`, made of plain ones by make(value, index).
template <class Number, class Arguments, class Tape, class Make>
tape_index put_on_tape(Arguments& x, Tape& tape, Make make) {
  const tape_index first = tape.add_inputs(x.columns());
  x.seed(0, x.columns(), [&](Number& leaf, std::size_t j) {
    leaf = Number::on_tape(make(leaf.value(), j), &tape, first + static_cast<tape_index>(j));
  });
  return first;
}

/// f of so many differentiated numbers on a tape: the nonzeros of its Jacobian.
template <class F, class Wrt>
struct jacobian_sparsity_task {
  const F& f;

  template <class... A>
  dynamic_sparsity compute(const workspace& memory, const A&... a) const {
    using scalar = run_time_scalar<A...>;
    using number = recorded_number<scalar>;
    recorder<scalar> tape;
    run_time_arguments<F, Wrt, number, A...> x(memory, a...);
    const tape_index first =
        put_on_tape<number>(x, tape, [](const scalar& value, std::size_t) { return value; });
    const auto y = x.call(f);
    tape_reach graph(tape);
    entry_list entries;
    std::size_t rows = 0;
    const auto row = [&](const auto& leaf) {
      if constexpr (std::same_as<std::remove_cvref_t<decltype(leaf)>, number>) {
        graph.reach(leaf.index(), first, x.columns(), [&](std::size_t j) { entries.add(rows, j); });
      }
      ++rows;
    };
    visit_scalars(y, row);
    return with_colours(compressed(entries, rows, x.columns()), false);
  }
};

/// The same for the Hessian of a scalar function: the gradient is computed by a tape whose numbers stand
/// on another tape, and that one is asked.
template <class F, class Wrt>
struct hessian_sparsity_task {
  const F& f;

  template <class... A>
  dynamic_sparsity compute(const workspace& memory, const A&... a) const {
    using scalar = run_time_scalar<A...>;
    using outer = recorded_number<scalar>;
    using number = recorded_number<outer>;
    recorder<scalar> outer_tape;
    recorder<outer> tape;
    run_time_arguments<F, Wrt, number, A...> x(memory, a...);
    const std::size_t n = x.columns();
    const tape_index outer_first = outer_tape.add_inputs(n);
    const auto on_outer = [&](const outer& value, std::size_t j) {
      return outer::on_tape(value.value(), &outer_tape, outer_first + static_cast<tape_index>(j));
    };
    const tape_index first = put_on_tape<number>(x, tape, on_outer);
    const auto y = x.call(f);
    std::vector<outer> adjoints(tape.count() + std::size_t{1});
    const auto seed = [&](const auto& leaf) {
      if constexpr (std::same_as<std::remove_cvref_t<decltype(leaf)>, number>) {
        if (!leaf.is_constant()) adjoints[leaf.index()] = outer(scalar(1));
      }
    };
    visit_scalars(y, seed);
    sweep(tape, adjoints.data());
    tape_reach graph(outer_tape);
    entry_list entries;
    for (std::size_t i = 0; i < n; ++i) {
      graph.reach(adjoints[first + i].index(), outer_first, n, [&](std::size_t j) {
        entries.add(i, j);
        if (i != j) entries.add(j, i);
      });
    }
    return with_colours(compressed(entries, n, n), true);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
