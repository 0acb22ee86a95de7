// SPDX-License-Identifier: MIT
// A schedule under construction or at run time: straight-line code as plain data.
//
// Grammar:
//   program     = inputs literals code outputs
//   code        = instruction*                     value i is defined by instruction i
//   instruction = input k | constant k | op a b c  operands are defined before (a, b, c < i)
// Every value is a real or a mask; operands have the kinds that the operation table states.
#pragma once

#include <cstddef>

#include <etad/core/buffer.hpp>
#include <etad/core/literal.hpp>
#include <etad/ir/instruction.hpp>

namespace etad::inline ETAD_ABI::detail {

struct program {
  int inputs = 0;
  buffer<instruction> code;
  buffer<literal> literals;
  buffer<value_id> outputs;

  constexpr int size() const { return static_cast<int>(code.size()); }
  constexpr int output_count() const { return static_cast<int>(outputs.size()); }
  constexpr const literal& literal_of(instruction constant) const { return literals[constant.a()]; }

  constexpr bool is_constant(value_id id) const { return code[id].op() == opcode::constant; }
  constexpr bool is_constant(value_id id, double value) const {
    return is_constant(id) && literals[code[id].a()].d == value;
  }
};

}  // namespace etad::inline ETAD_ABI::detail
