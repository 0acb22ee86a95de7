// SPDX-License-Identifier: MIT
// The operations in the groups in which they are tested: together all of them, none twice.
#pragma once

#include <array>
#include <cstddef>

#include <etad/core/opcode.hpp>

namespace edges {

template <etad::detail::opcode... Op>
struct group {
  static constexpr std::array<etad::detail::opcode, sizeof...(Op)> list{Op...};
};

namespace groups {

using enum etad::detail::opcode;
using arithmetic = group<negate, add, subtract, multiply, divide, fma>;
using exponential = group<exp, exp2, expm1, log, log2, log10, log1p>;
using fused =
    group<zero_multiply, steep_multiply, multiply_add, multiply_subtract, negative_multiply_add>;
using hyperbolic = group<sinh, cosh, tanh, asinh, acosh, atanh>;
using leaves = group<input, constant, ln2, ln10, two_over_sqrt_pi, smallest_normal>;
using logic = group<less, less_equal, greater, greater_equal, equal, not_equal, is_finite,
                    logical_and, logical_or, logical_not, select, edge>;
using piecewise = group<abs, fmax, fmin, max, min, fdim>;
using powers = group<sqrt, cbrt, pow, hypot, hypot3>;
using remainders = group<fmod, remainder, copysign, sign, floor, ceil, trunc, round, rint>;
using special = group<erf, erfc, tgamma, lgamma, digamma, polygamma>;
using trigonometric = group<sin, cos, tan, asin, acos, atan, atan2>;
// Their values are those of an operand; what they do to derivatives is tested by test/pass/detach_test.cpp
// and test/api/stated_*_test.cpp.
using stated = group<stop_gradient, attach>;
// What these compute is the user's: test/pass/opaque_calls_test.cpp, test/call/opaque_calls_test.cpp.
using opaque_calls = group<call1, call2>;

template <class... Group>
constexpr bool complete() {
  std::array<int, etad::detail::opcode_count> seen{};
  const auto count = [&](const auto& list) {
    for (const auto op : list) ++seen[static_cast<std::size_t>(op)];
  };
  (count(Group::list), ...);
  for (const int times : seen) {
    if (times != 1) return false;
  }
  return true;
}
static_assert(complete<arithmetic, exponential, fused, hyperbolic, leaves, logic, piecewise, powers,
                       remainders, special, trigonometric, stated, opaque_calls>(),
              "every operation belongs to exactly one group");

}  // namespace groups
}  // namespace edges
