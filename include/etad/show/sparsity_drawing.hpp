// SPDX-License-Identifier: MIT
// Apart from sparsity_pattern.hpp, so that programs that draw nothing need no <string>.
#pragma once

#include <string>

#include <etad/verb/sparsity_pattern.hpp>

namespace etad::inline ETAD_ABI {

/// The pattern as a drawing: a line for each row, `x` for each nonzero.
template <int Rows, int Columns, int Nonzeros>
std::string to_string(const sparsity_pattern<Rows, Columns, Nonzeros>& pattern) {
  std::string text;
  for (int i = 0; i < Rows; ++i) {
    for (int j = 0; j < Columns; ++j) text += pattern(i, j) ? 'x' : '.';
    text += '\n';
  }
  return text;
}

}  // namespace etad::inline ETAD_ABI
