// SPDX-License-Identifier: MIT
// One instruction of a schedule, packed into 64 bits: compilers store and copy plain integers in
// constant evaluation many times faster than structures.
#pragma once

#include <cstdint>

#include <etad/core/opcode.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The index of a value: the position of the instruction that defines it.
using value_id = std::uint16_t;

inline constexpr int program_limit = 16384;
inline constexpr int literal_limit = 2048;

// Where the parts of an instruction stand in its bits; a stands at 0. Passes shift and mask by these: in
// constant evaluation a call of op() takes g++ 13 operations more and Clang two steps, a named constant
// g++ two, and a call that must be constant nothing.
consteval int b_shift() { return 16; }
consteval int c_shift() { return 32; }
consteval int op_shift() { return 48; }
consteval int derivative_shift() { return 56; }
consteval std::uint64_t id_mask() { return 0xffff; }
consteval std::uint64_t op_mask() { return 0xff; }

/// (op, a, b, c): an operation and the values it reads. `input` and `constant` keep their index
/// into the inputs or literals in a. A derivative instruction is etad's own arithmetic and may be
/// reassociated; all others are the user's and are never changed.
struct instruction {
  std::uint64_t bits = 0;

  static constexpr std::uint64_t operand_bits = 0x0000'ffff'ffff'ffff;
  static constexpr std::uint64_t derivative_mark = std::uint64_t{1} << derivative_shift();

  constexpr instruction() = default;
  constexpr explicit instruction(opcode op, unsigned a = 0, unsigned b = 0, unsigned c = 0)
      : bits(std::uint64_t{a} | std::uint64_t{b} << b_shift() | std::uint64_t{c} << c_shift() |
             static_cast<std::uint64_t>(op) << op_shift()) {}

  constexpr opcode op() const { return static_cast<opcode>(bits >> op_shift() & op_mask()); }
  constexpr value_id a() const { return static_cast<value_id>(bits); }
  constexpr value_id b() const { return static_cast<value_id>(bits >> b_shift()); }
  constexpr value_id c() const { return static_cast<value_id>(bits >> c_shift()); }
  constexpr value_id operand(int k) const { return static_cast<value_id>(bits >> (b_shift() * k)); }

  constexpr bool is_derivative() const { return (bits >> derivative_shift() & 1) != 0; }
  constexpr void set_derivative(bool on) {
    bits = (bits & ~derivative_mark) | std::uint64_t{on} << derivative_shift();
  }
  /// What value numbering compares: everything but the derivative mark.
  constexpr std::uint64_t key() const { return bits & 0x00ff'ffff'ffff'ffff; }

  constexpr bool operator==(const instruction&) const = default;
};

}  // namespace etad::inline ETAD_ABI::detail
