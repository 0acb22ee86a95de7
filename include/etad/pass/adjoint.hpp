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
    const value_id seed = adjoint[n];
    if (active.items[n] == 0 || seed == none) continue;
    const std::uint64_t x = p.code.items[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    const auto i = static_cast<value_id>(x), j = static_cast<value_id>(x >> b_shift());
    if (op == opcode::add || (op == opcode::multiply && i != j)) {
      // Half of most programs; their rules in the fewest statements.
      if (active.items[i] != 0) {
        const value_id term = op == opcode::add ? seed : d.multiply(j, seed);
        adjoint[i] = adjoint[i] == none ? term : d.add(adjoint[i], term);
      }
      if (active.items[j] != 0) {
        const value_id term = op == opcode::add ? seed : d.multiply(i, seed);
        adjoint[j] = adjoint[j] == none ? term : d.add(adjoint[j], term);
      }
      continue;
    }
    if (op <= opcode::constant) continue;
    if (op == opcode::select || op == opcode::edge) {
      const auto accumulate = [&](value_id arm, value_id first, value_id second) {
        if (active[arm] != 0)
          adjoint[arm] = d.add(adjoint[arm], d.derive_selection(op, i, first, second));
      };
      accumulate(j, seed, none);
      accumulate(static_cast<value_id>(x >> c_shift()), none, seed);
      continue;
    }
    if (op == opcode::multiply) {
      // A square. To double the number itself keeps the chain of adjoints short, and does not overflow where
      // the derivative does not.
      const value_id term = b.form_of(seed) == builder::is_a_constant
                                ? d.multiply(i, d.add(seed, seed))
                                : d.multiply(d.add(i, i), seed);
      adjoint[i] = adjoint[i] == none ? term : d.add(adjoint[i], term);
      continue;
    }
    const int end = quick.sloped[static_cast<int>(op)];
    for (int k = 0; k < end; ++k) {
      const auto operand = static_cast<value_id>(x >> (b_shift() * k));
      if (active.items[operand] == 0) continue;
      const value_id partial = record_partial(b, static_cast<value_id>(n), k);
      const value_id term = d.multiply(partial, seed);
      adjoint[operand] = adjoint[operand] == none ? term : d.add(adjoint[operand], term);
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
    const std::uint64_t x = p.code.items[n].bits;
    if (static_cast<opcode>(x >> op_shift() & op_mask()) == opcode::input) {
      result.items[x & id_mask()] = adjoints.items[n];
    }
  }
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
