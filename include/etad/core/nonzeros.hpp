// SPDX-License-Identifier: MIT
// Where a sparse matrix has nonzeros, in compressed row order.
#pragma once

#include <cstddef>

#include <etad/core/buffer.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Row i has nonzeros in the columns column_indices[k], row_offsets[i] <= k < row_offsets[i + 1],
/// which ascend.
struct nonzeros {
  std::size_t columns = 0;
  buffer<std::size_t> row_offsets;
  buffer<std::size_t> column_indices;

  /// No rows yet: append the columns of a row, then end it.
  constexpr explicit nonzeros(std::size_t number_of_columns)
      : columns(number_of_columns), row_offsets{0} {}

  constexpr void append(std::size_t column) { column_indices.push_back(column); }
  constexpr void end_row() { row_offsets.push_back(column_indices.size()); }

  constexpr std::size_t rows() const { return row_offsets.size() - 1; }
  constexpr std::size_t size() const { return column_indices.size(); }

  /// Calls visit with the column of each nonzero of a row.
  template <class Visit>
  constexpr void for_row(std::size_t i, Visit visit) const {
    for (std::size_t k = row_offsets[i]; k < row_offsets[i + 1]; ++k) visit(column_indices[k]);
  }

  constexpr bool operator==(const nonzeros&) const = default;
};

}  // namespace etad::inline ETAD_ABI::detail
