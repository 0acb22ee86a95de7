// SPDX-License-Identifier: MIT
// Which values of a program are computed alike from other inputs.
//
// Two values have the same *shape* if the same operations on the same constants give them from inputs
// that are as far apart: x[1] - x[0]*x[0] and x[5] - x[4]*x[4]. A value is known by its shape and its
// *base*, the first input that it depends on. Shapes are numbered as values are in value numbering
// (Alpern, Wegman and Zadeck, POPL 1988), so one pass over the program finds all.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

struct value_shapes {
  /// An operand in 20 bits: a constant, or a shape and how much higher its base is.
  struct operand {
    std::uint64_t bits;

    constexpr bool is_constant() const { return (bits & constant_bit) != 0; }
    constexpr value_id constant() const { return static_cast<value_id>(bits & (constant_bit - 1)); }
    constexpr int shape() const { return static_cast<int>(bits / offset_limit); }
    constexpr int offset() const { return static_cast<int>(bits % offset_limit); }
  };

  /// What the values of a shape have in common.
  struct shape {
    std::uint64_t key = 0;
    /// So many values have it.
    int count = 0;
    /// Operations in its expression, shared ones counted at every use.
    int operations = 0;
    int depth = 0;

    constexpr opcode op() const { return operations_of_keys[(key >> 60) - 1]; }
    constexpr operand at(int k) const { return {key >> 20 * k & 0xf'ffff}; }
  };

  /// The shape of values that have none: they depend on nothing, on what another object holds, or on
  /// operations that no vector has.
  static constexpr int none = 0;
  static constexpr int constant = 1;
  /// Inputs of different objects have different shapes, up to this one.
  static constexpr int first_input = 2;
  static constexpr int first_computed = 34;

  buffer<std::int16_t> of_value;
  buffer<int> base;
  /// By number; those of leaves are empty.
  buffer<shape> shapes;
  int count = first_computed;

  /// `object_of` tells for each input in which object it lies, or -1 if it shall not count.
  constexpr value_shapes(const program& p, const buffer<int>& object_of)
      : of_value(p.code.size()),
        base(p.code.size()),
        shapes(p.code.size() + first_computed),
        slots_(slots_for(p.code.size())) {
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      const std::uint64_t bits = p.code.items[n].bits;
      const auto op = static_cast<opcode>(bits >> op_shift() & op_mask());
      if (codes.of[static_cast<int>(op)] != 0) {
        find(n, bits, codes.of[static_cast<int>(op)], p.inputs);
      } else if (op == opcode::input) {
        const int object = object_of.items[bits & id_mask()];
        of_value.items[n] = static_cast<std::int16_t>(
            object >= 0 && first_input + object < first_computed ? first_input + object : none);
        base.items[n] = static_cast<int>(bits & id_mask());
      } else if (op == opcode::constant) {
        of_value.items[n] = constant;
        base.items[n] = p.inputs;
      }
    }
  }

 private:
  // Shapes, offsets and values must fit into a key, and expressions into the stack of the compilers.
  static constexpr int shape_limit = 2048;
  static constexpr int offset_limit = 256;
  static constexpr int depth_limit = 64;
  static constexpr std::uint64_t constant_bit = std::uint64_t{1} << 19;
  static constexpr std::uint64_t too_far = ~std::uint64_t{0};

  /// Operations of the compilers' vectors. The factors of those at even places may change places.
  static constexpr opcode operations_of_keys[] = {opcode::negate,   opcode::add,
                                                  opcode::subtract, opcode::multiply,
                                                  opcode::divide,   opcode::multiply_add,
                                                  opcode::negate,   opcode::multiply_subtract,
                                                  opcode::negate,   opcode::negative_multiply_add};

  /// By operation, its place in that list and 1; 0 for others.
  struct code_list {
    unsigned char of[opcode_count] = {};
    constexpr code_list() {
      unsigned char code = 0;
      for (const opcode op : operations_of_keys) {
        ++code;
        if (of[static_cast<int>(op)] == 0) of[static_cast<int>(op)] = code;
      }
    }
  };
  static const code_list codes;

  static constexpr std::size_t slots_for(std::size_t values) {
    std::size_t n = 64;
    while (n < 2 * values) n *= 2;
    return n;
  }

  // No loops and calls where they can be spared: compilers count statements, and all programs pass here.
  constexpr void find(std::size_t n, std::uint64_t bits, std::uint64_t code, int no_base) {
    const int arity = quick.arity[bits >> op_shift() & op_mask()];
    const auto a = bits & id_mask();
    const auto b = bits >> b_shift() & id_mask();
    const auto c = bits >> c_shift() & id_mask();
    const int shape_a = of_value.items[a];
    const int shape_b = arity > 1 ? of_value.items[b] : constant;
    const int shape_c = arity > 2 ? of_value.items[c] : constant;
    if (shape_a == none || shape_b == none || shape_c == none) return;
    int least = base.items[a];
    if (arity > 1 && base.items[b] < least) least = base.items[b];
    if (arity > 2 && base.items[c] < least) least = base.items[c];
    if (least == no_base) return;
    std::uint64_t first = field(shape_a, a, least);
    std::uint64_t second = arity > 1 ? field(shape_b, b, least) : 0;
    const std::uint64_t third = arity > 2 ? field(shape_c, c, least) : 0;
    if (first == too_far || second == too_far || third == too_far) return;
    if (code % 2 == 0 && first > second) {
      const std::uint64_t old = first;
      first = second;
      second = old;
    }
    const std::uint64_t key = code << 60 | first | second << 20 | third << 40;
    const std::size_t mask = slots_.size() - 1;
    auto slot = static_cast<std::size_t>((key ^ key >> 29) * 0x9e37'79b9'7f4a'7c15u >> 40) & mask;
    while (slots_.items[slot] != 0 && shapes.items[slots_.items[slot]].key != key) {
      slot = (slot + 1) & mask;
    }
    if (slots_.items[slot] == 0) {
      const shape& x = shapes.items[shape_a];
      const shape& y = shapes.items[shape_b];
      const shape& z = shapes.items[shape_c];
      int depth = x.depth > y.depth ? x.depth : y.depth;
      if (z.depth > depth) depth = z.depth;
      if (depth == depth_limit || count == shape_limit) return;
      slots_.items[slot] = static_cast<std::int16_t>(count);
      shapes.items[count++] = {key, 0, 1 + x.operations + y.operations + z.operations, depth + 1};
    }
    of_value.items[n] = slots_.items[slot];
    base.items[n] = least;
    ++shapes.items[slots_.items[slot]].count;
  }

  constexpr std::uint64_t field(int s, std::uint64_t v, int least) const {
    if (s == constant) return constant_bit | v;
    const int offset = base.items[v] - least;
    return offset < offset_limit ? static_cast<std::uint64_t>(s * offset_limit + offset) : too_far;
  }

  buffer<std::int16_t> slots_;
};

inline constexpr value_shapes::code_list value_shapes::codes{};

}  // namespace etad::inline ETAD_ABI::detail
