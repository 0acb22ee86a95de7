// SPDX-License-Identifier: MIT
// What tests of numbers that carry derivatives at run time have in common at edge points.
#pragma once

#include <cmath>
#include <limits>

#include <etad/core/scalar.hpp>

#include "problems/edges_functions.hpp"

namespace edge_numbers {

using edges::opcode;

/// Operations that only programs contain; no function of duals stands for them.
constexpr bool is_internal(opcode op) {
  switch (op) {
    case opcode::ln2:
    case opcode::ln10:
    case opcode::two_over_sqrt_pi:
    case opcode::smallest_normal:
    case opcode::zero_multiply:
    case opcode::steep_multiply:
    case opcode::multiply_add:
    case opcode::multiply_subtract:
    case opcode::negative_multiply_add:
    case opcode::logical_and:
    case opcode::logical_or:
    case opcode::logical_not:
    case opcode::edge:
      return true;
    default:
      return false;
  }
}

/// The function of an operation as duals are given it.
template <opcode Op>
struct function : edges::representative<Op>::type {};
template <>
struct function<opcode::polygamma> {
  template <class X>
  constexpr X operator()(const X& x) const {
    return polygamma(1, x);
  }
};

template <class T>
bool same(T x, T y) {
  return x != x || y != y ? x != x && y != y : x == y && std::signbit(x) == std::signbit(y);
}

/// Equal in every bit but the sign of zeros that <cmath> leaves open, or, where the compiler may
/// fuse products and sums differently in two functions, up to rounding.
template <opcode Op, class T>
bool agrees(T got, T wanted) {
  constexpr bool any_zero = Op == opcode::fmax || Op == opcode::fmin || Op == opcode::erfc;
  if (same(got, wanted) || ((any_zero || ETAD_HAS_FAST_FMA != 0) && got == 0 && wanted == 0)) {
    return true;
  }
  return ETAD_HAS_FAST_FMA != 0 && std::isfinite(got) && std::isfinite(wanted) &&
         std::fabs(got - wanted) <= 4 * std::numeric_limits<T>::epsilon() * std::fabs(wanted);
}

/// Products of duals are not tested for infinities at run time, where 0 times infinity is NaN: x*inf
/// has the slope inf by x, but NaN along a direction that leaves x alone.
template <opcode Op, class T>
bool is_excepted(const T* x) {
  switch (Op) {
    case opcode::multiply:
    case opcode::fma:
      return !(std::isfinite(x[0]) && std::isfinite(x[1]));
    default:
      return false;
  }
}

}  // namespace edge_numbers
