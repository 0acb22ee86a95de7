// SPDX-License-Identifier: MIT
// What a schedule costs to run, by a stated table.
#pragma once

#include <etad/core/operation_table.hpp>
#include <etad/ir/schedule.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Relative time of one operation on a scalar, in units of a multiplication. Rounded from the
/// throughput of current x86-64 processors and of glibc's functions; only ratios matter, and only
/// between programs that call the same functions.
constexpr double cost_of(opcode op) {
  using enum opcode;
  switch (op) {
    case input:
    case constant:
    case ln2:
    case ln10:
    case two_over_sqrt_pi:
    case smallest_normal:
    case stop_gradient:
    case attach:
      return 0.0;
    case negate:
    case abs:
    case add:
    case subtract:
    case multiply:
    case multiply_add:
    case multiply_subtract:
    case negative_multiply_add:
      return 1.0;
    case select:
    case sign:
    case less:
    case less_equal:
    case greater:
    case greater_equal:
    case equal:
    case not_equal:
    case is_finite:
    case logical_and:
    case logical_or:
    case logical_not:
    case zero_multiply:
    case edge:
    case min:
    case max:
      return 2.0;
    case divide:
      return 5.0;
    case sqrt:
      return 6.0;
    default:
      return 40.0;
  }
}

template <class Schedule>
constexpr double cost_of(const Schedule& s) {
  double cost = 0;
  for (int i = 0; i < s.size; ++i) cost += cost_of(s.at(i).op());
  return cost;
}

/// An operation on a pack takes as long as one on a number, and so does a store of neighbouring lanes.
/// Measured where packs win and where they lose: see docs/decisions/17-lanes.md.
inline constexpr double pack_store_cost = 1.0;

}  // namespace etad::inline ETAD_ABI::detail
