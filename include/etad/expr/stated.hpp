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
  if (x.is_constant() || state->code.result().is_constant(p.id_in(state), 0.0)) return v;
  return record(opcode::attach, state, v, x, p);
}

/// Whether v is computed from `arguments` alone: from no other variable of the function that is traced.
constexpr bool depends_on_no_other(const trace_state& state, const traced& v,
                                   const buffer<value_id>& arguments) {
  if (v.is_constant()) return true;
  const buffer<instruction>& code = state.code.result().code;
  buffer<char> seen(code.size());
  for (const value_id i : arguments) seen[i] = 1;
  buffer<value_id> open;
  if (seen[v.id_in(v.state())] == 0) open.push_back(v.id_in(v.state()));
  while (!open.empty()) {
    const instruction x = code[open.back()];
    open.pop_back();
    if (x.op() == opcode::input) return false;
    if (is_leaf(x.op())) continue;
    for (int k = 0; k < arity_of(x.op()); ++k) {
      const value_id i = x.operand(k);
      if (seen[i] == 0) open.push_back(i);
      seen[i] = 1;
    }
  }
  return true;
}

}  // namespace etad::inline ETAD_ABI::detail
