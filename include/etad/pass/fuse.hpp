// SPDX-License-Identifier: MIT
// Fuses derivative products into the sums that read them.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// p with x*y+z, x*y-z and z-x*y as one instruction wherever all readers of the product are
/// derivative sums, so that the product itself disappears. Only one product of a sum is fused.
/// Compilers fuse by their own rules (GCC across statements, Clang within one expression); doing it
/// here gives the same program on both. Products left without a reader are dead.
constexpr program fused(const program& p) {
  const auto is_sum = [](instruction x) {
    return x.is_derivative() && (x.op() == opcode::add || x.op() == opcode::subtract);
  };
  buffer<char> vanishes(p.code.size());
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const instruction x = p.code[n];
    vanishes[n] = x.is_derivative() && x.op() == opcode::multiply;
    if (is_leaf(x.op()) || is_sum(x)) continue;
    const int arity = arity_of(x.op());
    for (int k = 0; k < arity; ++k) vanishes.items[x.operand(k)] = 0;
  }
  for (const value_id i : p.outputs) vanishes[i] = 0;
  for (const instruction x : p.code) {
    if (is_sum(x) && vanishes[x.a()] != 0 && vanishes[x.b()] != 0) vanishes[x.b()] = 0;
  }
  program result = p;
  for (instruction& x : result.code) {
    if (!is_sum(x)) continue;
    const bool minus = x.op() == opcode::subtract;
    const instruction left = p.code[x.a()];
    const instruction right = p.code[x.b()];
    if (vanishes[x.a()] != 0) {
      x = instruction(minus ? opcode::multiply_subtract : opcode::multiply_add, left.a(), left.b(),
                      x.b());
    } else if (vanishes[x.b()] != 0) {
      x = instruction(minus ? opcode::negative_multiply_add : opcode::multiply_add, right.a(),
                      right.b(), x.a());
    }
    x.set_derivative(true);
  }
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
