// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <tuple>

#include <etad/core/matrix.hpp>

namespace etad::inline ETAD_ABI {

/// A matrix of which only the structural nonzeros are stored, in compressed row order: the result of
/// sparse_jacobian and sparse_hessian. Row i has the numbers values[k] in the columns
/// column_indices[k], row_offsets[i] <= k < row_offsets[i + 1], columns ascending. Where they stand is
/// part of the type. Eigen::Map<const Eigen::SparseMatrix<T, Eigen::RowMajor>> takes it as it is.
///
/// Pattern has the members rows, columns, nonzeros, row_offsets and column_indices.
template <class T, class Pattern>
struct sparse_matrix {
  using value_type = T;
  static constexpr int rows = Pattern::rows;
  static constexpr int columns = Pattern::columns;
  static constexpr int nonzeros = Pattern::nonzeros;
  static constexpr std::array<int, static_cast<std::size_t>(rows) + 1> row_offsets =
      Pattern::row_offsets;
  static constexpr std::array<int, static_cast<std::size_t>(nonzeros)> column_indices =
      Pattern::column_indices;

  std::array<T, static_cast<std::size_t>(nonzeros)> values;

  /// The position of entry (i, j) in values; -1 if it is a structural zero.
  static constexpr int position(int i, int j) noexcept {
    if (i < 0 || i >= rows) return -1;
    const auto row = static_cast<std::size_t>(i);
    for (int k = row_offsets[row]; k < row_offsets[row + 1]; ++k) {
      if (column_indices[static_cast<std::size_t>(k)] == j) return k;
    }
    return -1;
  }

  /// Entry (i, j), zero where nothing is stored. Cost: a search in row i.
  constexpr T operator()(int i, int j) const {
    const int k = position(i, j);
    return k < 0 ? T{} : values[static_cast<std::size_t>(k)];
  }

  /// Entry (Row, Column), which must be stored: no search at run time, and it can be written.
  template <int Row, int Column>
  constexpr T& at() noexcept {
    return values[stored<Row, Column>()];
  }
  template <int Row, int Column>
  constexpr const T& at() const noexcept {
    return values[stored<Row, Column>()];
  }

  /// The full matrix.
  constexpr matrix<T, static_cast<std::size_t>(rows), static_cast<std::size_t>(columns)> dense()
      const {
    matrix<T, static_cast<std::size_t>(rows), static_cast<std::size_t>(columns)> full{};
    for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i) {
      for (int k = row_offsets[i]; k < row_offsets[i + 1]; ++k) {
        const auto n = static_cast<std::size_t>(k);
        full(i, static_cast<std::size_t>(column_indices[n])) = values[n];
      }
    }
    return full;
  }

  constexpr bool operator==(const sparse_matrix&) const = default;

  template <class U>
  using rebind = sparse_matrix<U, Pattern>;
  static constexpr auto parts(auto& self) { return std::tie(self.values); }

 private:
  template <int Row, int Column>
  static constexpr std::size_t stored() {
    static_assert(position(Row, Column) >= 0,
                  "ETAD-044: etad::sparse_matrix::at<I, J>() requires an entry that is stored; (I, "
                  "J) is a structural zero or outside of the matrix. Use m(i, j), which gives zero "
                  "there, or jacobian_sparsity to see what is stored.");
    return static_cast<std::size_t>(position(Row, Column));
  }
};

}  // namespace etad::inline ETAD_ABI
