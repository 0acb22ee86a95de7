// SPDX-License-Identifier: MIT
// Takes stated derivatives out of a program that is not differentiated any more.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/ir/builder.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Whether a program or schedule states derivatives. Cost: one look at each instruction.
template <class Code>
constexpr bool states_derivatives(const Code& code, int size) {
  for (int n = 0; n < size; ++n) {
    instruction x;
    x.bits = code[n];
    if (states_derivative(x.op())) return true;
  }
  return false;
}

/// p with `stop_gradient` and `attach` replaced by their values.
constexpr program detached(const program& p) {
  builder b;
  buffer<value_id> renamed(p.code.size());
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    instruction x = p.code[n];
    if (x.op() == opcode::input) {
      renamed[n] = b.input();
    } else if (x.op() == opcode::constant) {
      renamed[n] = b.constant(p.literal_of(x));
    } else if (states_derivative(x.op())) {
      renamed[n] = renamed[x.a()];
    } else {
      const int arity = arity_of(x.op());
      x.bits = (x.bits & ~instruction::operand_bits) |
               instruction(opcode::input, arity > 0 ? renamed[x.a()] : 0u,
                           arity > 1 ? renamed[x.b()] : 0u, arity > 2 ? renamed[x.c()] : 0u)
                   .bits;
      renamed[n] = b.record(x);
    }
  }
  for (const value_id i : p.outputs) b.result().outputs.push_back(renamed[i]);
  return b.result();
}

}  // namespace etad::inline ETAD_ABI::detail
