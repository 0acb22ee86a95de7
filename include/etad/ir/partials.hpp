// SPDX-License-Identifier: MIT
// Appends the partial derivatives of any instruction, by the rules of the operation table.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <etad/core/operation_table.hpp>
#include <etad/ir/recorded.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Appends d(instruction i)/d(operand k) and returns its value.
using partial_recorder = value_id (*)(builder&, value_id i);

template <opcode Op, int K>
constexpr value_id record_partial(builder& b, value_id i) {
  using row = operation<Op>;
  const instruction x = b.at(i);
  const recorded r{&b, i};
  const recorded u{&b, x.a()};
  if constexpr (row::arity == 1) {
    return row::partial(operand<K>{}, u, r).id;
  } else if constexpr (row::arity == 2) {
    return row::partial(operand<K>{}, u, recorded{&b, x.b()}, r).id;
  } else {
    return row::partial(operand<K>{}, u, recorded{&b, x.b()}, recorded{&b, x.c()}, r).id;
  }
}

template <opcode Op>
constexpr std::array<partial_recorder, 3> partial_recorders() {
  using row = operation<Op>;
  std::array<partial_recorder, 3> result{};
  if constexpr (row::differentiable && !is_selection(Op)) {
    result[0] = &record_partial<Op, 0>;
    if constexpr (row::arity > 1) result[1] = &record_partial<Op, 1>;
    if constexpr (row::arity > 2) result[2] = &record_partial<Op, 2>;
  }
  return result;
}

template <std::size_t... Op>
constexpr auto make_partial_table(std::index_sequence<Op...>) {
  return std::array<std::array<partial_recorder, 3>, sizeof...(Op)>{
      partial_recorders<static_cast<opcode>(Op)>()...};
}

inline constexpr auto partial_table = make_partial_table(std::make_index_sequence<opcode_count>{});

constexpr value_id record_partial(builder& b, value_id i, int k) {
  return partial_table[static_cast<std::size_t>(b.at(i).op())][static_cast<std::size_t>(k)](b, i);
}

}  // namespace etad::inline ETAD_ABI::detail
