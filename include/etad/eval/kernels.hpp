// SPDX-License-Identifier: MIT
// The value of one instruction on scalars.
#pragma once

#include <etad/core/literal.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/instruction.hpp>

namespace etad::detail {

/// Computes Op from a frame of values: `frame.real(i)` and `frame.mask(i)` read value i.
template <opcode Op, class T, class Frame>
[[gnu::always_inline]] constexpr auto compute(const Frame& frame, value_id a, value_id b,
                                              value_id c) {
  using row = operation<Op>;
  if constexpr (is_selection(Op)) {
    return frame.mask(a) ? frame.real(b) : frame.real(c);
  } else if constexpr (row::arity == 0) {
    return row::template value<T>();
  } else if constexpr (row::operands[0] == kind::mask) {
    if constexpr (row::arity == 1) {
      return row::value(frame.mask(a));
    } else {
      return row::value(frame.mask(a), frame.mask(b));
    }
  } else if constexpr (row::arity == 1) {
    return row::value(frame.real(a));
  } else if constexpr (row::arity == 2) {
    return row::value(frame.real(a), frame.real(b));
  } else {
    return row::value(frame.real(a), frame.real(b), frame.real(c));
  }
}

}  // namespace etad::detail
