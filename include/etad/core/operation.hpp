// SPDX-License-Identifier: MIT
// The shape of a row of the operation table.
//
// A row says everything etad knows of one operation: its name, the kinds of its operands and of its
// result, its value, and its partial derivatives. Value and partials are generic over a number
// concept: on built-in scalars they compute, on recorded numbers (ir/recorded.hpp) they append
// instructions. So each derivative rule is written once and serves every mode.
//
// Rules follow docs/numerics.md. Helpers, overloaded for every number, express them:
//   choose(mask, a, b)     a() where the mask holds, b() elsewhere; the other side is not looked at
//   edge(mask, r, s)       the regular formula r where the mask holds, the singular formula s()
//                          elsewhere; compiled code runs r and checks all masks once at the end
//   guarded(p)             a partial that may be infinite or NaN at finite arguments
//   unless_infinite(x, r, s)  r, and s() where x is +inf; compiled code runs r and does not check: for
//                          formulas r that are right there, too, but whose slopes are not
//   shielded(mask, x, c)   x, and c where the mask fails: the operand of a formula that is regular where the mask
//                          holds; in reverse mode its slopes meet zeros elsewhere, which must not be 0*inf
//   steep_product(x, y)    x*y, and 0 where y is 0 and x infinite, with the slopes of the product
// No arm is a shortcut that has the right value alone: rules are differentiated.
#pragma once

#include <etad/core/opcode.hpp>

namespace etad::inline ETAD_ABI::detail {

enum class kind : std::uint8_t { real, mask, function };

/// Selects the operand with respect to which a partial derivative is taken.
template <int Index>
struct operand {};

/// Where a test may sample an operand: the closed interval in which the operation is smooth.
struct domain {
  double low = -3.0;
  double high = 3.0;
};

/// The row of one operation; every opcode has one, checked in core/operation_table.hpp.
template <opcode Op>
struct operation;

/// Common parts of the rows, by the number and the kinds of operands.
template <int Arity>
struct real_row {
  static constexpr int arity = Arity;
  static constexpr kind operands[3] = {kind::real, kind::real, kind::real};
  static constexpr kind result = kind::real;
  static constexpr bool differentiable = true;
  static constexpr bool commutative = false;
  static constexpr domain domains[3] = {};
};

/// Piecewise constant operations: the derivative is exactly zero everywhere, also at the jumps.
template <int Arity>
struct step_row : real_row<Arity> {
  static constexpr bool differentiable = false;
};

struct comparison_row : step_row<2> {
  static constexpr kind result = kind::mask;
};

template <int Arity>
struct logical_row : step_row<Arity> {
  static constexpr kind operands[3] = {kind::mask, kind::mask, kind::mask};
  static constexpr kind result = kind::mask;
};

}  // namespace etad::inline ETAD_ABI::detail
