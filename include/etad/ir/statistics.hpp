// SPDX-License-Identifier: MIT
// Counts the operations of a program: the figures by which derivative programs are compared.
#pragma once

#include <array>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/cost.hpp>
#include <etad/ir/program.hpp>
#include <etad/ir/schedule.hpp>

namespace etad::inline ETAD_ABI::detail {

constexpr bool is_fused(opcode op) {
  return op == opcode::fma || op == opcode::multiply_add || op == opcode::multiply_subtract ||
         op == opcode::negative_multiply_add;
}

struct statistics {
  std::array<int, opcode_count> of_operation{};
  int operations = 0;  // all but leaves
  int additions = 0;
  int multiplications = 0;
  int divisions = 0;
  int calls = 0;
  int others = 0;
  /// The longest chain of operations, each of which reads the one before.
  int depth = 0;
  /// The largest number of values, constants apart, that are still to be read at one time when the
  /// instructions run in their order.
  int most_live = 0;

  constexpr int count(opcode op) const { return of_operation[static_cast<std::size_t>(op)]; }
  constexpr bool operator==(const statistics&) const = default;
};

/// The largest number of values held at one time; constants cost no register.
constexpr int most_live_values(const program& p) {
  const std::size_t n = p.code.size();
  buffer<std::size_t> last_read(n);
  for (std::size_t i = 0; i < n; ++i) {
    const instruction x = p.code[i];
    if (is_leaf(x.op())) continue;
    for (int k = 0; k < facts(x.op()).arity; ++k) last_read[x.operand(k)] = i;
  }
  for (const value_id i : p.outputs) last_read[i] = n;
  buffer<int> ends(n + 1);
  int live = 0;
  int most = 0;
  for (std::size_t i = 0; i < n; ++i) {
    live -= ends[i];
    if (p.code[i].op() == opcode::constant || last_read[i] == 0) continue;
    ++ends[last_read[i]];
    ++live;
    most = live > most ? live : most;
  }
  return most;
}

/// The statistics of p. Cost: three visits an instruction.
constexpr statistics statistics_of(const program& p) {
  statistics s;
  buffer<int> depth(p.code.size());
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    const instruction x = p.code[i];
    ++s.of_operation[static_cast<std::size_t>(x.op())];
    if (facts(x.op()).arity == 0) continue;
    for (int k = 0; k < facts(x.op()).arity; ++k) {
      const int below = depth[x.operand(k)];
      depth[i] = below > depth[i] ? below : depth[i];
    }
    ++depth[i];
    s.depth = depth[i] > s.depth ? depth[i] : s.depth;
    ++s.operations;
    const operation_class c = class_of(x.op());
    s.additions += c == operation_class::addition || is_fused(x.op()) ? 1 : 0;
    s.multiplications += c == operation_class::multiplication ? 1 : 0;
    s.divisions += c == operation_class::division ? 1 : 0;
    s.calls += c == operation_class::call ? 1 : 0;
    s.others += c == operation_class::other ? 1 : 0;
  }
  s.most_live = most_live_values(p);
  return s;
}

template <int Code, int Literals, int Outputs>
constexpr statistics statistics_of(const schedule<Code, Literals, Outputs>& s) {
  return statistics_of(thaw(s));
}

}  // namespace etad::inline ETAD_ABI::detail
