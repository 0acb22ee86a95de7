// SPDX-License-Identifier: MIT
// Builds a program with value numbering: an instruction that repeats an earlier one is not written
// again (Alpern, Wegman and Zadeck, POPL 1988).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <etad/core/diagnostics.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::detail {

class builder {
 public:
  constexpr builder() : slots_(64, 0) {}

  /// Starts with all instructions of p; values keep their identifiers.
  constexpr explicit builder(const program& p) : slots_(64, 0) {
    program_.inputs = p.inputs;
    program_.literals = p.literals;
    std::size_t wanted = 64;
    while (wanted < 4 * p.code.size()) wanted *= 2;
    slots_ = std::vector<value_id>(wanted, 0);
    for (const instruction x : p.code) append(x, slot_of(x));
  }

  constexpr const program& result() const { return program_; }
  constexpr program& result() { return program_; }
  constexpr instruction at(value_id id) const { return program_.code[id]; }

  constexpr value_id input() {
    ++program_.inputs;
    return record(instruction(opcode::input, static_cast<unsigned>(program_.inputs - 1)));
  }

  /// An input that holds a derivative: zero means that nothing depends on it, so its products with
  /// infinite slopes are absolute.
  constexpr value_id seed() {
    const value_id id = input();
    tainted_[id] = 1;
    return id;
  }

  constexpr value_id constant(const literal& value) {
    unsigned k = 0;
    const unsigned n = static_cast<unsigned>(program_.literals.size());
    while (k < n && !program_.literals[k].same(value)) ++k;
    if (k == n) {
      if (n + 1 >= literal_capacity) error_program_too_long();
      program_.literals.push_back(value);
    }
    return record(instruction(opcode::constant, k));
  }
  constexpr value_id constant(double value) { return constant(literal(value)); }

  /// The value of x, found among the instructions written so far or appended.
  constexpr value_id record(instruction x) {
    if (facts(x.op()).commutative && x.b() < x.a()) {
      const bool derivative = x.is_derivative();
      x = instruction(x.op(), x.b(), x.a());
      x.set_derivative(derivative);
    }
    const std::size_t slot = slot_of(x);
    if (slots_[slot] != 0) {
      const auto found = static_cast<value_id>(slots_[slot] - 1);
      // A value the user computes, too, is the user's.
      if (!x.is_derivative()) program_.code[found].set_derivative(false);
      return found;
    }
    return append(x, slot);
  }

  constexpr value_id record(opcode op, unsigned a = 0, unsigned b = 0, unsigned c = 0) {
    return record(instruction(op, a, b, c));
  }

  /// True if x may be infinite or NaN at finite inputs: it stems from a partial derivative with a
  /// singular point.
  constexpr bool is_tainted(value_id id) const { return tainted_[id] != 0; }

 private:
  static constexpr unsigned literal_capacity = 2048;

  constexpr std::size_t slot_of(instruction x) const {
    const std::uint64_t key = x.key();
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot =
        static_cast<std::size_t>((key ^ key >> 29) * 0x9e37'79b9'7f4a'7c15u >> 40) & mask;
    while (slots_[slot] != 0 &&
           program_.code[static_cast<std::size_t>(slots_[slot] - 1)].key() != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  constexpr value_id append(instruction x, std::size_t slot) {
    const auto id = static_cast<value_id>(program_.code.size());
    if (id + 1 >= program_limit) error_program_too_long();
    program_.code.push_back(x);
    slots_[slot] = static_cast<value_id>(id + 1);
    bool taint = x.op() == opcode::edge || x.op() == opcode::zero_multiply;
    if (x.op() == opcode::constant) taint = !is_finite(program_.literal_of(x).d);
    if (!is_leaf(x.op()) && !taint) {
      const operation_facts& row = facts(x.op());
      for (int k = 0; k < row.arity; ++k) taint = taint || tainted_[x.operand(k)] != 0;
      taint = taint && row.result == kind::real;
    }
    tainted_.push_back(taint ? 1 : 0);
    if (2 * program_.code.size() > slots_.size()) grow();
    return id;
  }

  constexpr void grow() {
    slots_ = std::vector<value_id>(4 * slots_.size(), 0);
    for (std::size_t i = 0; i < program_.code.size(); ++i) {
      slots_[slot_of(program_.code[i])] = static_cast<value_id>(i + 1);
    }
  }

  program program_;
  std::vector<value_id> slots_;
  std::vector<char> tainted_;
};

}  // namespace etad::detail
