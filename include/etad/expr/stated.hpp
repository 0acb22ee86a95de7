// SPDX-License-Identifier: MIT
// Derivatives that the user states, written into a trace.
//
// A stated derivative is a number of the program like any other, so that it can be differentiated
// again. Where it is computed from the value itself, that value has its derivative stated, too, and so
// on: rule_limit times, which serves as many derivatives of derivatives.
#pragma once

#include <cstddef>
#include <limits>

#include <etad/core/buffer.hpp>
#include <etad/core/diagnostics.hpp>
#include <etad/expr/functions.hpp>

namespace etad::inline ETAD_ABI::detail {

/// How often a stated derivative can be differentiated, and once more: behind that its slopes are NaN,
/// never a wrong number.
inline constexpr int rule_limit = 4;

/// Whether the rules that are being written, one inside the other, are as many as there may be.
constexpr bool at_rule_limit(const trace_state& state) { return state.rule_depth >= rule_limit; }

/// A slope that is NaN, and so are all its derivatives.
constexpr traced no_slope(const traced& x) {
  return exp(x * std::numeric_limits<double>::quiet_NaN());
}

/// The value of v, and p * dx added to its derivative.
constexpr traced attached(trace_state* state, const traced& v, const traced& x, const traced& p) {
  if (x.state() == nullptr || state->code.result().is_constant(p.id_in(state), 0.0)) return v;
  return record(opcode::attach, state, v, x, p);
}

/// Whether v is computed from `arguments` alone: from no other variable of the function that is traced.
/// Cost: one visit to each instruction between the first argument and v at most.
constexpr bool depends_on_no_other(const trace_state& state, const traced& v,
                                   const buffer<value_id>& arguments) {
  if (v.state() == nullptr) return true;
  const buffer<instruction>& code = state.code.result().code;
  const value_id last = v.id_in(v.state());
  std::size_t first = last;
  for (const value_id i : arguments) first = i < first ? i : first;
  buffer<char> needed(last - first + 1);
  for (const value_id i : arguments) {
    if (i <= last) needed[i - first] = 2;
  }
  if (needed[last - first] == 0) needed[last - first] = 1;
  for (std::size_t n = last + std::size_t{1}; n-- > first;) {
    if (needed[n - first] != 1) continue;
    const instruction x = code[n];
    if (x.op() == opcode::input) return false;
    for (int k = 0; k < (is_leaf(x.op()) ? 0 : arity_of(x.op())); ++k) {
      const value_id i = x.operand(k);
      if (i >= first) {
        if (needed[i - first] == 0) needed[i - first] = 1;
      } else if (code[i].op() == opcode::input || arity_of(code[i].op()) > 0) {
        return false;  // computed before the first argument was
      }
    }
  }
  return true;
}

}  // namespace etad::inline ETAD_ABI::detail
