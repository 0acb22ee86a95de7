// SPDX-License-Identifier: MIT
// The task of a verb that needs a Jacobian: as a program, or in sweeps of dual numbers.
#pragma once

#include <etad/call/duals/dual_call.hpp>
#include <etad/call/traced/jacobian_call.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Where entry (i, j) of a Jacobian of `rows` rows stands among the outputs, which are ordered by
/// blocks of columns (and of rows, if it is symmetric), by rows in each block.
template <class Call, bool Symmetric>
constexpr int entry_position(int i, int j, int rows) {
  constexpr auto blocks = [] {
    std::array<int, std::tuple_size_v<typename Call::selected_arguments> + 1> widths{};
    const auto sizes = argument_blocks(static_cast<typename Call::selected_arguments*>(nullptr));
    for (std::size_t k = 0; k < sizes.size(); ++k) widths[k] = static_cast<int>(sizes[k]);
    return widths;
  }();
  int column = 0;
  std::size_t b = 0;
  while (j - column >= blocks[b]) column += blocks[b++];
  int row = 0;
  int height = rows;
  if constexpr (Symmetric) {
    std::size_t r = 0;
    while (i - row >= blocks[r]) row += blocks[r++];
    height = blocks[r];
  }
  return row * Call::selected_leaves + height * column + (i - row) * blocks[b] + (j - column);
}

template <class Wanted, jacobian_mode Mode = jacobian_mode::automatic>
struct jacobian_task {
  /// The result has entries for the structural nonzeros of one program alone.
  static constexpr bool is_sparse = Wanted::sparse;

  template <class Call>
  using program = jacobian_of<Call, Wanted, Mode>;

  /// Writes the values, if wanted, and the entries of the Jacobian to `out`. Of a symmetric one the
  /// lower triangle is taken for both.
  template <class Call, class F>
  static constexpr void with_duals(const F& f, const typename Call::scalar* const* in,
                                   typename Call::scalar* const* out) {
    using scalar = typename Call::scalar;
    constexpr int rows = Call::results - Wanted::first;
    constexpr bool symmetric = Wanted::symmetric;
    scalar* const* const entries = out + (Wanted::with_value ? Call::results : 0);
    sweep<Call>(
        f, in,
        [&]([[maybe_unused]] int i, [[maybe_unused]] const scalar& y) {
          if constexpr (Wanted::with_value) *out[i] = y;
        },
        [&](int i, int j, const scalar& entry) {
          const int row = i - Wanted::first;
          if (row < 0 || (symmetric && row < j)) return;
          *entries[entry_position<Call, symmetric>(row, j, rows)] = entry;
          if (symmetric && row != j)
            *entries[entry_position<Call, symmetric>(j, row, rows)] = entry;
        });
  }
};

}  // namespace etad::inline ETAD_ABI::detail
