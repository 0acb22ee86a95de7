// SPDX-License-Identifier: MIT
// The program of the arms that are taken at a point, and nothing else: what a program with selections
// must differentiate like.
#pragma once

#include <etad/ir/builder.hpp>

#include "machine.hpp"

namespace fuzz {

/// p with every selection replaced by the arm that it takes where m has run p.
inline program without_other_arms(const program& p, const machine& m) {
  using namespace etad::detail;
  builder b;
  buffer<value_id> renamed(p.code.size());
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const instruction x = p.code[n];
    if (x.op() == opcode::input) {
      renamed[n] = b.input();
    } else if (x.op() == opcode::constant) {
      renamed[n] = b.constant(p.literal_of(x));
    } else if (x.op() == opcode::select) {
      renamed[n] = renamed[m.mask(x.a()) ? x.b() : x.c()];
    } else {
      const int arity = arity_of(x.op());
      renamed[n] = b.record(x.op(), arity > 0 ? renamed[x.a()] : 0u,
                            arity > 1 ? renamed[x.b()] : 0u, arity > 2 ? renamed[x.c()] : 0u);
    }
  }
  for (const value_id i : p.outputs) b.result().outputs.push_back(renamed[i]);
  return b.result();
}

}  // namespace fuzz
