// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <etad/core/dynamic_matrix.hpp>

namespace etad::inline ETAD_ABI {

/// Where a derivative matrix whose size is known at run time has structural nonzeros, in compressed row
/// order: row i has them in the columns column_indices[k], row_offsets[i] <= k < row_offsets[i + 1],
/// which ascend. Made by jacobian_sparsity_at and hessian_sparsity_at, with a colouring of the columns:
/// those of one colour are computed from one direction.
struct dynamic_sparsity {
  std::vector<int> row_offsets{0};
  std::vector<int> column_indices;
  int colours = 0;
  std::vector<int> colour_of_column;
  /// The row in which each nonzero stands in the product of the matrix with the sum of the unit vectors
  /// of one colour: for entry (i, j) of a symmetric matrix i, with the colour of j, or the other way
  /// round. Empty where it is always the row of the nonzero.
  std::vector<int> product_rows;

  std::size_t rows() const noexcept { return row_offsets.size() - 1; }
  std::size_t columns() const noexcept { return colour_of_column.size(); }
  std::size_t nonzeros() const noexcept { return column_indices.size(); }

  /// The position of entry (i, j) among the nonzeros; -1 if it is a structural zero. Cost: a search in
  /// row i, by halves.
  int position(std::size_t i, std::size_t j) const noexcept {
    if (i >= rows() || j >= columns()) return -1;
    const auto wanted = static_cast<int>(j);
    int low = row_offsets[i];
    int high = row_offsets[i + 1];
    while (low < high) {
      const int middle = low + (high - low) / 2;
      if (column_indices[static_cast<std::size_t>(middle)] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const bool found =
        low < row_offsets[i + 1] && column_indices[static_cast<std::size_t>(low)] == wanted;
    return found ? low : -1;
  }
  /// True if entry (i, j) is a structural nonzero.
  bool operator()(std::size_t i, std::size_t j) const noexcept { return position(i, j) >= 0; }

  bool operator==(const dynamic_sparsity&) const = default;
};

/// A matrix of which only the structural nonzeros are stored, of run-time size: what sparse_jacobian and
/// sparse_hessian return for vectors. `values[k]` stands where `pattern` has its nonzero k.
/// Eigen::Map<const Eigen::SparseMatrix<T, Eigen::RowMajor>> takes the three arrays as they are.
template <class T>
struct dynamic_sparse_matrix {
  using value_type = T;

  dynamic_sparsity pattern;
  std::vector<T> values;

  std::size_t rows() const noexcept { return pattern.rows(); }
  std::size_t columns() const noexcept { return pattern.columns(); }
  std::size_t nonzeros() const noexcept { return values.size(); }

  /// Entry (i, j), zero where nothing is stored. Cost: a search in row i.
  T operator()(std::size_t i, std::size_t j) const {
    const int k = pattern.position(i, j);
    return k < 0 ? T{} : values[static_cast<std::size_t>(k)];
  }

  /// The full matrix.
  dynamic_matrix<T> dense() const {
    dynamic_matrix<T> full(rows(), columns());
    for (std::size_t i = 0; i < rows(); ++i) {
      for (int k = pattern.row_offsets[i]; k < pattern.row_offsets[i + 1]; ++k) {
        const auto n = static_cast<std::size_t>(k);
        full(i, static_cast<std::size_t>(pattern.column_indices[n])) = values[n];
      }
    }
    return full;
  }

  bool operator==(const dynamic_sparse_matrix&) const = default;
};

}  // namespace etad::inline ETAD_ABI
