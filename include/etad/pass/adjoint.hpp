// SPDX-License-Identifier: MIT
// Reverse mode: sweeps backwards through a program and accumulates adjoints.
// Method: Griewank and Walther, Evaluating Derivatives (2008), section 3.2.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/ir/partials.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Appends to b, which starts with the instructions of p, the adjoints of all values of p for the given
/// output seeds: result[i] = sum over outputs of seed * d output / d value i. The constant zero marks a
/// structural zero. Cost: at most two multiplications and one addition an active operand.
constexpr buffer<value_id> append_all_adjoints(builder& b, const program& p,
                                               const buffer<char>& active,
                                               const buffer<value_id>& seeds) {
  deriver d(b);
  const value_id none = b.zero();
  buffer<value_id> adjoints(p.code.size(), none);
  value_id* const adjoint = adjoints.items;
  for (std::size_t k = 0; k < p.outputs.size(); ++k) {
    const value_id i = p.outputs[k];
    if (active[i] != 0) adjoint[i] = d.add(adjoint[i], seeds[k]);
  }
  for (std::size_t n = p.code.size(); n-- > 0;) {
    if (active.items[n] == 0 || adjoint[n] == none) continue;
    const instruction x = p.code.items[n];
    const auto op = static_cast<opcode>(x.bits >> op_shift() & op_mask());
    if (op <= opcode::constant) continue;
    if (op == opcode::select || op == opcode::edge) {
      const auto accumulate = [&](value_id i, value_id first, value_id second) {
        if (active[i] != 0)
          adjoint[i] = d.add(adjoint[i], d.derive_selection(op, x.a(), first, second));
      };
      accumulate(x.b(), adjoint[n], none);
      accumulate(x.c(), none, adjoint[n]);
      continue;
    }
    if (op == opcode::multiply && x.a() == x.b()) {
      // To double the number itself keeps the chain of adjoints short, and does not overflow where the
      // derivative does not.
      const value_id term = b.form_of(adjoint[n]) == builder::is_a_constant
                                ? d.multiply(x.a(), d.add(adjoint[n], adjoint[n]))
                                : d.multiply(d.add(x.a(), x.a()), adjoint[n]);
      adjoint[x.a()] = adjoint[x.a()] == none ? term : d.add(adjoint[x.a()], term);
      continue;
    }
    if (op == opcode::add || op == opcode::multiply) {
      // Half of most programs; their rules in the fewest statements.
      const value_id i = x.a();
      const value_id j = x.b();
      if (active.items[i] != 0) {
        const value_id term = op == opcode::add ? adjoint[n] : d.multiply(j, adjoint[n]);
        adjoint[i] = adjoint[i] == none ? term : d.add(adjoint[i], term);
      }
      if (active.items[j] != 0) {
        const value_id term = op == opcode::add ? adjoint[n] : d.multiply(i, adjoint[n]);
        adjoint[j] = adjoint[j] == none ? term : d.add(adjoint[j], term);
      }
      continue;
    }
    const int end = quick.sloped[static_cast<int>(op)];
    for (int k = 0; k < end; ++k) {
      const auto i = static_cast<value_id>(x.bits >> (b_shift() * k));
      if (active.items[i] == 0) continue;
      const value_id partial = record_partial(b, static_cast<value_id>(n), k);
      const value_id term = d.multiply(partial, adjoint[n]);
      adjoint[i] = adjoint[i] == none ? term : d.add(adjoint[i], term);
    }
  }
  return adjoints;
}

/// The adjoints of the inputs alone.
constexpr buffer<value_id> append_adjoints(builder& b, const program& p, const buffer<char>& active,
                                           const buffer<value_id>& seeds) {
  const buffer<value_id> adjoints = append_all_adjoints(b, p, active, seeds);
  buffer<value_id> result(static_cast<std::size_t>(p.inputs), b.zero());
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const instruction x = p.code.items[n];
    if (x.op() == opcode::input) result[x.a()] = adjoints[n];
  }
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
