// SPDX-License-Identifier: MIT
// The operations a schedule may contain. Their meaning and their derivatives stand in
// core/operations/*.hpp, one row for each name of this enumeration.
#pragma once

#include <cstdint>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

enum class opcode : std::uint8_t {
  // leaves
  input,
  constant,
  // numbers that no finite literal holds to the precision of every scalar type
  ln2,
  ln10,
  two_over_sqrt_pi,
  smallest_normal,
  // one real operand
  negate,
  abs,
  sign,
  sqrt,
  cbrt,
  exp,
  exp2,
  expm1,
  log,
  log2,
  log10,
  log1p,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  erf,
  erfc,
  tgamma,
  lgamma,
  digamma,
  floor,
  ceil,
  trunc,
  round,
  rint,
  // two real operands
  add,
  subtract,
  multiply,
  zero_multiply,
  steep_multiply,
  divide,
  pow,
  atan2,
  hypot,
  fmod,
  remainder,
  fmax,
  fmin,
  max,
  min,
  fdim,
  copysign,
  polygamma,
  // three real operands
  fma,
  multiply_add,
  multiply_subtract,
  negative_multiply_add,
  hypot3,
  // reals to masks
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  is_finite,
  // masks to masks
  logical_and,
  logical_or,
  logical_not,
  // a mask and two reals
  select,
  edge,
  // reals whose derivative is stated
  stop_gradient,
  attach,
  // functions of one and of two reals that the compiler cannot look into
  call1,
  call2,
  count_,
};

inline constexpr int opcode_count = static_cast<int>(opcode::count_);

}  // namespace etad::inline ETAD_ABI::detail
