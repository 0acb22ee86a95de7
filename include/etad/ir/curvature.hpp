// SPDX-License-Identifier: MIT
// Second partial derivatives of operations, by their rows in the operation table.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/ir/partials.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The different operands of an instruction that are no constants; `active` marks those to
/// differentiate by.
struct distinct_operands {
  value_id items[3] = {};
  char active[3] = {};
  int size = 0;

  constexpr distinct_operands(const program& p, instruction x, const buffer<char>& all_active) {
    for (int k = 0; k < end_sloped(x.op()); ++k) {
      const value_id i = x.operand(k);
      bool known = p.is_constant(i);
      for (int j = 0; j < size; ++j) known = known || items[j] == i;
      if (known) continue;
      active[size] = all_active[i];
      items[size++] = i;
    }
  }
};

/// First and second partial derivatives of an operation as a program. Its inputs are the operands;
/// constants stay constants, since some rules ask for them. Outputs: the slopes by the active operands,
/// then for each of these the second derivatives by it and those before it.
struct curvature_rule {
  /// Equal for instructions that share the rule; 0 for one of its own.
  std::uint64_t key = 0;
  value_id itself = 0;
  program code;
};

constexpr std::uint64_t curvature_key(const program& p, instruction x, const buffer<char>& active) {
  std::uint64_t key = static_cast<std::uint64_t>(x.op()) << 16 | 1;
  for (int k = 0; k < end_sloped(x.op()); ++k) {
    const value_id i = x.operand(k);
    if (p.is_constant(i)) return 0;
    if (active[i] != 0) key |= std::uint64_t{2} << (4 * k);
    for (int j = 0; j < k; ++j) {
      if (x.operand(j) == i) key |= std::uint64_t{4} << (4 * k + j);
    }
  }
  return key;
}

/// The rule of x, an instruction of p: by `tangents`, forward mode, over its partial derivatives.
template <class ForwardSweep>
constexpr curvature_rule curvature_rule_of(const program& p, instruction x,
                                           const buffer<char>& active, ForwardSweep tangents) {
  const distinct_operands operands(p, x, active);
  const auto count = static_cast<std::size_t>(operands.size);
  builder first;
  for (std::size_t k = 0; k < count; ++k) first.input();
  value_id operand[3] = {};
  for (int k = 0; k < end_sloped(x.op()); ++k) {
    const value_id i = x.operand(k);
    if (p.is_constant(i)) operand[k] = first.constant(p.literal_of(p.code[i]));
    for (int j = 0; j < operands.size; ++j) {
      if (operands.items[j] == i) operand[k] = static_cast<value_id>(j);
    }
  }
  curvature_rule rule;
  rule.itself = first.record(x.op(), operand[0], operand[1], operand[2]);
  deriver d(first);
  buffer<value_id> slopes;
  for (int i = 0; i < operands.size; ++i) {
    if (operands.active[i] == 0) continue;
    value_id slope = first.zero();
    for (int k = 0; k < end_sloped(x.op()); ++k) {
      if (operand[k] != static_cast<value_id>(i)) continue;
      slope = d.add(slope, record_partial(first, rule.itself, k));
    }
    slopes.push_back(slope);
  }
  program once = first.result();
  once.outputs = slopes;
  buffer<char> differentiable(once.code.size());
  for (std::size_t n = 0; n < once.code.size(); ++n) {
    differentiable[n] = facts(once.code[n].op()).differentiable ? 1 : 0;
  }
  builder second(once);
  buffer<buffer<value_id>> columns;
  for (std::size_t k = 0; k < count; ++k) {
    if (operands.active[k] == 0) continue;
    buffer<value_id> seeds(count, second.zero());
    seeds[k] = second.one();
    columns.push_back(tangents(second, once, differentiable, seeds));
  }
  rule.code = second.result();
  rule.code.outputs = slopes;
  for (std::size_t row = 0; row < slopes.size(); ++row) {
    for (std::size_t column = 0; column <= row; ++column) {
      rule.code.outputs.push_back(columns[column][row]);
    }
  }
  return rule;
}

}  // namespace etad::inline ETAD_ABI::detail
