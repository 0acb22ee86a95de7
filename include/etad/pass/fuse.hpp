// SPDX-License-Identifier: MIT
// Fuses derivative products into the sums that read them.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/cost.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Leaves of two products that vanish into the same sum only the one that is known later, since the
/// processor waits for it, and for the sum anyway. reads[i] is 1 for values that one sum reads.
constexpr void keep_later_products(const program& p, char* vanishes, const char* reads) {
  const instruction* const code = p.code.items;
  // In cycles after the inputs, if nothing but its operands delays a value.
  buffer<int> times(p.code.size());
  int* const known = times.items;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const std::uint64_t x = code[n].bits;
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    const int arity = quick.arity[x >> op_shift() & op_mask()];
    if (arity == 0 || is_leaf(op)) continue;
    const std::uint64_t a = x & id_mask();
    const std::uint64_t b = arity > 1 ? x >> b_shift() & id_mask() : a;
    int last = known[a] < known[b] ? known[b] : known[a];
    const bool sums = op == opcode::add || op == opcode::subtract;
    if (!sums || (x & instruction::derivative_mark) == 0 || (vanishes[a] | vanishes[b]) == 0) {
      const std::uint64_t c = x >> c_shift() & id_mask();
      if (arity > 2 && last < known[c]) last = known[c];
      known[n] = last + (sums || op == opcode::multiply ? 3 : 3 * static_cast<int>(cost_of(op)));
      continue;
    }
    bool second = vanishes[a] == 0;
    if (!second && vanishes[b] != 0) {
      // Products that other sums read, too, vanish only if all of these fuse them.
      second = reads[a] == 1 && reads[b] == 1 && known[a] < known[b];
      vanishes[second ? a : b] = 0;
    }
    const std::uint64_t factors = code[second ? b : a].bits;
    last = known[second ? a : b];
    if (last < known[factors & id_mask()]) last = known[factors & id_mask()];
    const std::uint64_t other = factors >> b_shift() & id_mask();
    if (last < known[other]) last = known[other];
    known[n] = last + 4;
  }
}

/// p with x*y+z, x*y-z and z-x*y as one instruction wherever all readers of the product are
/// derivative sums, so that the product itself disappears. Only one product of a sum is fused: where a
/// fused operation is one instruction of the processor, the one that is known later; elsewhere the
/// choice changes nothing, and it is the first. Compilers fuse by their own rules (GCC across
/// statements, Clang within one expression); doing it here gives the same program on both. Products
/// left without a reader are dead.
constexpr program fused(const program& p, bool for_fast_fma = ETAD_HAS_FAST_FMA) {
  // Integers, since the compilers copy structures in twice the time.
  const auto marked = [](opcode op) {
    return static_cast<std::uint64_t>(op) | instruction::derivative_mark >> op_shift();
  };
  const std::uint64_t sum = marked(opcode::add);
  const std::uint64_t difference = marked(opcode::subtract);
  const std::uint64_t product = marked(opcode::multiply);
  const instruction* const code = p.code.items;
  const std::size_t size = p.code.size();

  buffer<char> products(size);
  char* const vanishes = products.items;
  buffer<char> sums(size);
  char* const reads = sums.items;
  for (std::size_t n = 0; n < size; ++n) {
    const std::uint64_t x = code[n].bits;
    const std::uint64_t op = x >> op_shift();
    if (op == sum || op == difference) {
      if (for_fast_fma) {
        reads[x & id_mask()] = reads[x & id_mask()] == 0 ? 1 : 2;
        reads[x >> b_shift() & id_mask()] = reads[x >> b_shift() & id_mask()] == 0 ? 1 : 2;
      }
      continue;
    }
    if (op == product) vanishes[n] = 1;
    const int arity = quick.arity[op & op_mask()];
    if (arity > 0) vanishes[x & id_mask()] = 0;
    if (arity > 1) vanishes[x >> b_shift() & id_mask()] = 0;
    if (arity > 2) vanishes[x >> c_shift() & id_mask()] = 0;
  }
  for (const value_id i : p.outputs) vanishes[i] = 0;
  if (for_fast_fma) {
    keep_later_products(p, vanishes, reads);
  } else {
    for (std::size_t n = 0; n < size; ++n) {
      const std::uint64_t x = code[n].bits;
      if (x >> op_shift() != sum && x >> op_shift() != difference) continue;
      if (vanishes[x & id_mask()] != 0) vanishes[x >> b_shift() & id_mask()] = 0;
    }
  }

  program result;
  result.inputs = p.inputs;
  result.literals = p.literals;
  result.outputs = p.outputs;
  result.code = buffer<instruction>(size);
  const auto join = [](std::uint64_t op, std::uint64_t factors, std::uint64_t term) {
    return op << op_shift() | term << c_shift() | (factors & 0xffff'ffff);
  };
  for (std::size_t n = 0; n < size; ++n) {
    std::uint64_t x = code[n].bits;
    if (x >> op_shift() == sum || x >> op_shift() == difference) {
      const bool minus = x >> op_shift() == difference;
      const std::uint64_t a = x & id_mask();
      const std::uint64_t b = x >> b_shift() & id_mask();
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
