// SPDX-License-Identifier: MIT
// Checks the grammar and the invariants of a program (docs/ir.md). The tests run it after every
// pass; compiled code never does.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What verify found: the first breach, or none. `instruction` is the place in the code, -1 where
/// the breach is not in an instruction; `context` is what the caller was doing.
struct verification {
  const char* reason = nullptr;
  int instruction = -1;
  const char* context = "";

  constexpr bool ok() const { return reason == nullptr; }
  constexpr explicit operator bool() const { return ok(); }
};

/// What value i is; a constant may be a function.
constexpr kind kind_of(const program& p, value_id i) {
  const bool is_function = p.is_constant(i) && p.literal_of(p.code[i]).function != nullptr;
  return is_function ? kind::function : facts(p.code[i].op()).result;
}

/// The first rule that instruction n of p breaks on its own, or a null pointer.
constexpr const char* instruction_error(const program& p, std::size_t n) {
  const instruction x = p.code[n];
  if (static_cast<int>(x.op()) >= opcode_count) return "the opcode is not in the operation table";
  if (x.bits >> 57 != 0) return "bits above the derivative mark are set";
  if (is_leaf(x.op())) {
    if (x.op() == opcode::input && static_cast<int>(x.a()) >= p.inputs) {
      return "the input does not exist";
    }
    if (x.op() == opcode::constant && x.a() >= p.literals.size()) {
      return "the literal does not exist";
    }
    if (x.b() != 0 || x.c() != 0) return "an unused operand is not 0";
    return nullptr;
  }
  const operation_facts& row = facts(x.op());
  for (int k = 0; k < 3; ++k) {
    const value_id i = x.operand(k);
    if (k >= row.arity) {
      if (i != 0) return "an unused operand is not 0";
      continue;
    }
    if (i >= n) return "an operand is not defined before";
    const kind wanted = row.operands[static_cast<std::size_t>(k)];
    if (kind_of(p, i) != wanted) {
      return wanted == kind::function ? "an operand is no function, the operation calls it"
             : kind_of(p, i) == kind::function
                 ? "an operand is a function, the operation reads a number or a mask"
             : wanted == kind::real ? "an operand is a mask, the operation reads a real"
                                    : "an operand is a real, the operation reads a mask";
    }
  }
  if (row.commutative && x.b() < x.a())
    return "the operands of a commutative operation are not in "
           "order";
  return nullptr;
}

/// The first instruction that repeats an earlier one, or -1. Cost: one hashed look-up each.
constexpr int repeated_instruction(const program& p) {
  std::size_t wanted = 64;
  while (wanted < 2 * p.code.size()) wanted *= 2;
  buffer<int> slots(wanted, -1);
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const std::uint64_t key = p.code[n].key();
    std::size_t slot = static_cast<std::size_t>(key * 0x9e37'79b9'7f4a'7c15u >> 32) & (wanted - 1);
    while (slots[slot] >= 0) {
      if (p.code[static_cast<std::size_t>(slots[slot])].key() == key) return static_cast<int>(n);
      slot = (slot + 1) & (wanted - 1);
    }
    slots[slot] = static_cast<int>(n);
  }
  return -1;
}

/// Whether p keeps the grammar: operands are defined before they are read and have the kinds that
/// the operation table states, leaves and outputs exist, unused fields are 0; and the invariants of
/// the builder: no instruction and no literal twice, operands of commutative operations in order,
/// outputs that are masks (guards) behind those that are reals.
constexpr verification verify(const program& p, const char* context = "") {
  if (p.size() >= program_limit) return {"the program is longer than program_limit", -1, context};
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const char* const error = instruction_error(p, n);
    if (error != nullptr) return {error, static_cast<int>(n), context};
  }
  const int repeated = repeated_instruction(p);
  if (repeated >= 0) return {"an earlier instruction computes the same", repeated, context};
  for (std::size_t k = 0; k < p.literals.size(); ++k) {
    for (std::size_t j = 0; j < k; ++j) {
      if (p.literals[j].same(p.literals[k])) return {"a literal stands twice", -1, context};
    }
  }
  bool masks = false;
  for (const value_id i : p.outputs) {
    if (i >= p.code.size()) return {"an output is not defined", -1, context};
    const bool mask = facts(p.code[i].op()).result == kind::mask;
    if (masks && !mask) return {"a real output stands behind a mask", -1, context};
    masks = mask;
  }
  return {nullptr, -1, context};
}

}  // namespace etad::inline ETAD_ABI::detail
