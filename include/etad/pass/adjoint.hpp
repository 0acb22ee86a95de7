// SPDX-License-Identifier: MIT
// Reverse mode: sweeps backwards through a program and accumulates adjoints.
// Method: Griewank and Walther, Evaluating Derivatives (2008), section 3.2.
#pragma once

#include <vector>

#include <etad/ir/partials.hpp>

namespace etad::detail {

/// Appends to b, which starts with the instructions of p, the adjoints of p's inputs for the given
/// output seeds: result[k] = sum over outputs of seed * d output / d input k. `none` marks a
/// structural zero. Cost: at most two multiplications and one addition an active operand.
constexpr std::vector<value_id> append_adjoints(builder& b, const program& p,
                                                const std::vector<char>& active,
                                                const std::vector<value_id>& seeds) {
  deriver d(b);
  const value_id none = d.constant(0.0);
  std::vector<value_id> adjoint(p.code.size(), none);
  for (std::size_t k = 0; k < p.outputs.size(); ++k) {
    const value_id i = p.outputs[k];
    if (active[i] != 0) adjoint[i] = d.derive(opcode::add, adjoint[i], seeds[k]);
  }
  for (std::size_t n = p.code.size(); n-- > 0;) {
    if (active[n] == 0 || adjoint[n] == none) continue;
    const instruction x = p.code[n];
    if (is_leaf(x.op())) continue;
    const auto accumulate = [&](value_id i, value_id term) {
      adjoint[i] = d.derive(opcode::add, adjoint[i], term);
    };
    if (is_selection(x.op())) {
      if (active[x.b()] != 0) accumulate(x.b(), d.derive(x.op(), x.a(), adjoint[n], none));
      if (active[x.c()] != 0) accumulate(x.c(), d.derive(x.op(), x.a(), none, adjoint[n]));
      continue;
    }
    for (int k = 0; k < facts(x.op()).arity; ++k) {
      if (active[x.operand(k)] == 0) continue;
      const value_id partial = record_partial(b, static_cast<value_id>(n), k);
      accumulate(x.operand(k), d.derive(opcode::multiply, partial, adjoint[n]));
    }
  }
  std::vector<value_id> result(static_cast<std::size_t>(p.inputs), none);
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    if (p.code[n].op() == opcode::input) result[p.code[n].a()] = adjoint[n];
  }
  return result;
}

}  // namespace etad::detail
