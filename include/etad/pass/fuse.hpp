// SPDX-License-Identifier: MIT
// Fuses derivative products into the sums that read them.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// p with x*y+z, x*y-z and z-x*y as one instruction wherever all readers of the product are
/// derivative sums, so that the product itself disappears. Only one product of a sum is fused.
/// Compilers fuse by their own rules (GCC across statements, Clang within one expression); doing it
/// here gives the same program on both. Products left without a reader are dead.
constexpr program fused(const program& p) {
  // Integers, since the compilers copy structures in twice the time.
  const auto marked = [](opcode op) {
    return static_cast<std::uint64_t>(op) | instruction::derivative_mark >> 48;
  };
  const std::uint64_t sum = marked(opcode::add);
  const std::uint64_t difference = marked(opcode::subtract);
  const std::uint64_t product = marked(opcode::multiply);
  const instruction* const code = p.code.items;
  const std::size_t size = p.code.size();

  buffer<char> products(size);
  char* const vanishes = products.items;
  for (std::size_t n = 0; n < size; ++n) {
    const std::uint64_t x = code[n].bits;
    const std::uint64_t op = x >> 48;
    if (op == sum || op == difference) continue;
    if (op == product) vanishes[n] = 1;
    const int arity = quick.arity[op & 0xff];
    if (arity > 0) vanishes[x & 0xffff] = 0;
    if (arity > 1) vanishes[x >> 16 & 0xffff] = 0;
    if (arity > 2) vanishes[x >> 32 & 0xffff] = 0;
  }
  for (const value_id i : p.outputs) vanishes[i] = 0;
  for (std::size_t n = 0; n < size; ++n) {
    const std::uint64_t x = code[n].bits;
    if (x >> 48 != sum && x >> 48 != difference) continue;
    if (vanishes[x & 0xffff] != 0) vanishes[x >> 16 & 0xffff] = 0;
  }

  program result;
  result.inputs = p.inputs;
  result.literals = p.literals;
  result.outputs = p.outputs;
  result.code = buffer<instruction>(size);
  const auto join = [](std::uint64_t op, std::uint64_t factors, std::uint64_t term) {
    return op << 48 | term << 32 | (factors & 0xffff'ffff);
  };
  for (std::size_t n = 0; n < size; ++n) {
    std::uint64_t x = code[n].bits;
    if (x >> 48 == sum || x >> 48 == difference) {
      const bool minus = x >> 48 == difference;
      const std::uint64_t a = x & 0xffff;
      const std::uint64_t b = x >> 16 & 0xffff;
      if (vanishes[a] != 0) {
        x = join(marked(minus ? opcode::multiply_subtract : opcode::multiply_add), code[a].bits, b);
      } else if (vanishes[b] != 0) {
        x = join(marked(minus ? opcode::negative_multiply_add : opcode::multiply_add), code[b].bits,
                 a);
      }
    }
    result.code.items[n].bits = x;
  }
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
