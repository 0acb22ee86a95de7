// SPDX-License-Identifier: MIT
// What infinite operands mean where no wider format tells: on dual numbers and on tapes.
#pragma once

#include <etad/core/opcode.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Operations whose slope at infinity is 0 or infinite, and at an operand that overflowed on its way to
/// infinity may be any number: log(x * x) has the slope 2/x.
constexpr bool hides_overflow(opcode op) {
  switch (op) {
    case opcode::sqrt:
    case opcode::cbrt:
    case opcode::log:
    case opcode::log2:
    case opcode::log10:
    case opcode::log1p:
    case opcode::asinh:
    case opcode::acosh:
    case opcode::lgamma:
    case opcode::digamma:
    case opcode::polygamma:
    case opcode::divide:
    case opcode::pow:
    case opcode::atan2:
    case opcode::hypot:
    case opcode::hypot3:
      return true;
    default:
      return false;
  }
}

/// Operations whose slopes vanish faster than any product of others grows: zeros behind an overflow
/// are right.
constexpr bool settles(opcode op) {
  switch (op) {
    case opcode::exp:
    case opcode::exp2:
    case opcode::expm1:
    case opcode::tanh:
    case opcode::atan:
    case opcode::erf:
    case opcode::erfc:
      return true;
    default:
      return false;
  }
}

/// A tangent or a numerator within it, divided by an overflowed number, is below the smallest normal
/// number: 4/max < min.
inline constexpr double small_beside_overflow = 4;

/// Whether an operation that is infinite at finite operands overflowed, or is at the pole of a quotient or power. That of a
/// function, log(0), is exact.
template <class T>
constexpr bool is_overflow(opcode op, const T& first) {
  switch (op) {
    case opcode::add:
    case opcode::subtract:
    case opcode::multiply:
    case opcode::fma:
    case opcode::exp:
    case opcode::exp2:
    case opcode::expm1:
    case opcode::sinh:
    case opcode::cosh:
    case opcode::hypot:
    case opcode::hypot3:
    case opcode::divide:
    case opcode::pow:
      return true;
    case opcode::tgamma:
    case opcode::lgamma:
      return first > T(1);
    default:
      return false;
  }
}

}  // namespace etad::inline ETAD_ABI::detail
