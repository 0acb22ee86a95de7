// SPDX-License-Identifier: MIT
// The operation table: all rows, a check that none is missing, and look-up by a run-time opcode.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <etad/core/operation.hpp>
#include <etad/core/operations/arithmetic.hpp>
#include <etad/core/operations/custom.hpp>
#include <etad/core/operations/exponential.hpp>
#include <etad/core/operations/hyperbolic.hpp>
#include <etad/core/operations/leaves.hpp>
#include <etad/core/operations/logic.hpp>
#include <etad/core/operations/piecewise.hpp>
#include <etad/core/operations/powers.hpp>
#include <etad/core/operations/special.hpp>
#include <etad/core/operations/trigonometric.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A row is complete when it names the operation, its operands and its result, and says where it
/// may be sampled. That value and partials exist is checked when the tables of ir/ and eval/ are
/// built from the rows.
template <class Row>
concept complete_row = requires {
  Row::name[0];
  { Row::arity + 0 } -> std::same_as<int>;
  Row::operands[0];
  Row::result;
  Row::differentiable;
  Row::commutative;
  Row::domains[0].low;
};

/// What the passes ask of an operation whose opcode they know only as a value.
struct operation_facts {
  const char* name;
  int arity;
  std::array<kind, 3> operands;
  kind result;
  bool differentiable;
  bool commutative;
  std::array<domain, 3> domains;
};

template <opcode Op>
constexpr operation_facts facts_of() {
  using row = operation<Op>;
  static_assert(complete_row<row>, "every opcode needs a complete row in core/operations");
  return {row::name,
          row::arity,
          {row::operands[0], row::operands[1], row::operands[2]},
          row::result,
          row::differentiable,
          row::commutative,
          {row::domains[0], row::domains[1], row::domains[2]}};
}

template <std::size_t... Op>
constexpr auto make_facts_table(std::index_sequence<Op...>) {
  return std::array<operation_facts, sizeof...(Op)>{facts_of<static_cast<opcode>(Op)>()...};
}

inline constexpr auto facts_table = make_facts_table(std::make_index_sequence<opcode_count>{});

/// Functions that overflow at arguments of moderate size, as their slopes do.
constexpr bool grows(opcode op) {
  return op == opcode::exp || op == opcode::exp2 || op == opcode::expm1 || op == opcode::sinh ||
         op == opcode::cosh;
}

/// The facts that passes ask for at every instruction, as plain arrays: inside the compilers an
/// index costs nothing and a call does.
struct quick_facts {
  unsigned char arity[opcode_count] = {};
  /// So many operands at the front make the value, and may have a slope that is not zero; those of
  /// `attach` behind them matter for the derivative only, and for the derivative of that.
  unsigned char valued[opcode_count] = {};
  unsigned char sloped[opcode_count] = {};
  bool differentiable[opcode_count] = {};
  bool commutative[opcode_count] = {};
  bool real[opcode_count] = {};
  /// 2: it grows; 1: so does its result where an operand does; 0: neither.
  unsigned char growth[opcode_count] = {};
};
inline constexpr quick_facts quick = [] {
  quick_facts q;
  for (int i = 0; i < opcode_count; ++i) {
    const operation_facts& row = facts_table[static_cast<std::size_t>(i)];
    q.arity[i] = static_cast<unsigned char>(row.arity);
    const auto op = static_cast<opcode>(i);
    const bool attaches = op == opcode::attach;
    q.valued[i] = attaches ? 1 : q.arity[i];
    q.sloped[i] = attaches ? 2 : q.arity[i];
    if (op == opcode::call1) q.sloped[i] = 1;
    if (op == opcode::call2) q.sloped[i] = 2;
    q.differentiable[i] = row.differentiable;
    q.commutative[i] = row.commutative;
    q.real[i] = row.result == kind::real;
    const bool is_sum = op == opcode::add || op == opcode::subtract || op == opcode::negate;
    const bool keeps =
        is_sum || op == opcode::multiply || op == opcode::select || op == opcode::edge;
    q.growth[i] = grows(op) ? 2 : keeps ? 1 : 0;
  }
  return q;
}();
constexpr int arity_of(opcode op) { return quick.arity[static_cast<int>(op)]; }

constexpr const operation_facts& facts(opcode op) {
  return facts_table[static_cast<std::size_t>(op)];
}

constexpr bool is_leaf(opcode op) { return op <= opcode::constant; }
constexpr bool is_selection(opcode op) { return op == opcode::select || op == opcode::edge; }
/// The operands [first, end) may have a slope that is not zero.
constexpr int first_sloped(opcode op) { return is_selection(op) ? 1 : 0; }
constexpr int end_sloped(opcode op) { return quick.sloped[static_cast<int>(op)]; }
/// Functions that the compiler cannot look into; the last operand tells which one.
constexpr bool is_opaque_call(opcode op) { return op == opcode::call1 || op == opcode::call2; }
/// Operations that a program without derivatives does without: their value is their first operand.
constexpr bool states_derivative(opcode op) {
  return op == opcode::stop_gradient || op == opcode::attach;
}

}  // namespace etad::inline ETAD_ABI::detail
