// SPDX-License-Identifier: MIT
// Calls a function for each index, with the index as a constant.
#pragma once

#include <type_traits>
#include <utility>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Both compilers expand a fold over some hundred operands badly or not at all.
inline constexpr int unroll_block = 32;

/// 0, 1, ...: the blocks that `Count` operands are expanded in.
template <int Count>
using block_indices = std::make_integer_sequence<int, (Count + unroll_block - 1) / unroll_block>;
/// 0, 1, ...: the operands in one of these blocks.
template <int Count, int Block>
using indices_in_block =
    std::make_integer_sequence<int, (Count - Block * unroll_block < unroll_block
                                         ? Count - Block * unroll_block
                                         : unroll_block)>;

template <int First, class F, int... Index>
[[gnu::always_inline]] constexpr void unroll_some(F& f, std::integer_sequence<int, Index...>) {
  (f(std::integral_constant<int, First + Index>{}), ...);
}

template <int Count, class F, int... B>
[[gnu::always_inline]] constexpr void unroll_blocks(F& f, std::integer_sequence<int, B...>) {
  (unroll_some<B * unroll_block>(f, indices_in_block<Count, B>{}), ...);
}

/// f(0), ..., f(N-1), each argument a std::integral_constant.
template <int Count, class F>
[[gnu::always_inline]] constexpr void unroll(F&& f) {
  if constexpr (Count > 0) {
    unroll_blocks<Count>(f, block_indices<Count>{});
  }
}

}  // namespace etad::inline ETAD_ABI::detail
