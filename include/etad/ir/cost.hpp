// SPDX-License-Identifier: MIT
// What operations count as and what a schedule costs to run, by a stated table.
#pragma once

#include <cstdint>

#include <etad/core/operation_table.hpp>
#include <etad/ir/schedule.hpp>

namespace etad::inline ETAD_ABI::detail {

enum class operation_class : std::uint8_t { leaf, addition, multiplication, division, call, other };

/// What an operation counts as, and its relative time.
struct operation_cost {
  operation_class counts_as;
  double time;
};

/// How an operation on a scalar is counted: a fused multiply-add as one multiplication and one
/// addition; signs, comparisons and selections as `other`; functions of <cmath> that are no single
/// machine instruction, and the square root, as `call`. Times are in units of a multiplication, rounded
/// from the throughput of current x86-64 processors and of glibc's functions; only ratios matter, and
/// only between programs that call the same functions.
constexpr operation_cost price_of(opcode op) {
  using enum opcode;
  switch (op) {
    case add:
    case subtract:
      return {operation_class::addition, 1.0};
    case multiply:
    case multiply_add:
    case multiply_subtract:
    case negative_multiply_add:
      return {operation_class::multiplication, 1.0};
    case zero_multiply:
    case steep_multiply:
      return {operation_class::multiplication, 2.0};
    case fma:
      return {operation_class::multiplication, 40.0};
    case divide:
      return {operation_class::division, 5.0};
    case sqrt:
      return {operation_class::call, 6.0};
    case negate:
    case abs:
      return {operation_class::other, 1.0};
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
    case edge:
    case min:
    case max:
      return {operation_class::other, 2.0};
    case floor:
    case ceil:
    case trunc:
    case rint:
    case copysign:
      return {operation_class::other, 40.0};
    case stop_gradient:
    case attach:
      return {operation_class::other, 0.0};
    default:
      return quick.arity[static_cast<int>(op)] == 0 ? operation_cost{operation_class::leaf, 0.0}
                                                    : operation_cost{operation_class::call, 40.0};
  }
}

constexpr operation_class class_of(opcode op) { return price_of(op).counts_as; }
constexpr double cost_of(opcode op) { return price_of(op).time; }

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
