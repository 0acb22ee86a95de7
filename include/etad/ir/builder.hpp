// SPDX-License-Identifier: MIT
// Builds a program with value numbering: an instruction that repeats an earlier one is not written
// again (Alpern, Wegman and Zadeck, POPL 1988).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/diagnostics.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Operations on plain values (builder::form) whose result is plain, too. Not among `quick`, which executables
/// hold: only the compiler asks.
struct plain_facts {
  bool kept[opcode_count] = {};
};
inline constexpr plain_facts plainness = [] {
  plain_facts result;
  for (int i = 0; i < opcode_count; ++i) {
    const auto op = static_cast<opcode>(i);
    const bool stands_out = op == opcode::negate || op == opcode::zero_multiply ||
                            op == opcode::steep_multiply || op == opcode::not_equal ||
                            op == opcode::select || op == opcode::edge;
    result.kept[i] = quick.arity[i] > 0 && !grows(op) && !stands_out;
  }
  return result;
}();

class builder {
 public:
  constexpr builder() { reserve(); }

  /// From `limit` instructions on, forgets what is recorded instead of refusing it: to find out how long
  /// programs are.
  constexpr void allow_overflow(std::size_t limit) {
    limit_ = limit;
    overflow_allowed_ = true;
  }
  constexpr bool overflowed() const { return overflowed_; }

  /// Starts with all instructions of p; values keep their identifiers.
  constexpr explicit builder(const program& p) : room_(4 * p.code.size() + 16) {
    program_.inputs = p.inputs;
    program_.literals = p.literals;
    if (room_ >= program_limit) room_ = program_limit - 1;
    reserve();
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      const std::uint64_t x = p.code.items[n].bits;
      append(x, slot_of(x));
    }
  }

  constexpr const program& result() const { return program_; }
  constexpr program& result() { return program_; }
  constexpr instruction at(value_id id) const { return program_.code[id]; }

  constexpr value_id input() {
    ++program_.inputs;
    return record(instruction(opcode::input, static_cast<unsigned>(program_.inputs - 1)));
  }

  /// An input that holds a derivative: zero means that nothing depends on it, like an arm that is not
  /// taken.
  constexpr value_id seed() {
    const value_id id = input();
    forms_.items[id] = is_conditional;
    return id;
  }
  /// The same for a pack of directions: its zeros win over infinite slopes.
  constexpr value_id pack_of_seeds() {
    const value_id id = input();
    forms_.items[id] = steep;
    return id;
  }

  constexpr value_id constant(const literal& value) {
    unsigned k = 0;
    const unsigned n = static_cast<unsigned>(program_.literals.size());
    const literal* const known = program_.literals.items;
    while (k < n && ((value.d == value.d && known[k].d != value.d) || !known[k].same(value))) ++k;
    if (k == n) {
      if (n + 1 >= unsigned{literal_limit}) return overflow();
      program_.literals.push_back(value);
    }
    return record(instruction(opcode::constant, k));
  }
  constexpr value_id constant(double value) {
    if (value == 1.0) return one();
    if (value == 0.0 && !cx::signbit(value)) return zero();
    return constant(literal(value));
  }

  /// Structural zeros and ones, looked up all the time.
  constexpr value_id zero() { return zero_ >= 0 ? static_cast<value_id>(zero_) : find(zero_, 0); }
  constexpr value_id one() { return one_ >= 0 ? static_cast<value_id>(one_) : find(one_, 1); }

  /// What a value is to the simplifications of derivative arithmetic, as bits. Most values are plain, which
  /// one comparison of a sum of bits finds out.
  enum form : unsigned char {
    plain = 0,
    is_a_constant = 1,
    is_a_negation = 2,
    is_a_selection = 4,
    is_a_multiple = 8,     // a product with a constant
    is_conditional = 16,   // a derivative that is zero, by the program, unless a condition holds
    tells_direction = 32,  // a mask: whether seeds are not zero
  };
  /// Whether a value may be infinite or NaN at finite inputs.
  enum steepness : unsigned char {
    gentle = 0,
    steep = 64,     // it stems from a partial derivative with a singular point
    growing = 128,  // it is a slope that overflows with its function, as that of exp
  };
  constexpr form form_of(value_id id) const {
    return static_cast<form>(forms_.items[id] & form_bits);
  }
  constexpr steepness steepness_of(value_id id) const {
    return static_cast<steepness>(forms_.items[id] & steepness_bits);
  }
  /// The bits of both, of form and steepness.
  constexpr unsigned forms_of(value_id x, value_id y) const {
    return unsigned{forms_.items[x]} | unsigned{forms_.items[y]};
  }

  /// The value of an instruction, found among those written so far or appended.
  constexpr value_id record(instruction x) { return record_bits(x.bits); }
  constexpr value_id record(opcode op, unsigned a = 0, unsigned b = 0, unsigned c = 0) {
    return record_bits(std::uint64_t{a} | std::uint64_t{b} << b_shift() |
                       std::uint64_t{c} << c_shift() |
                       static_cast<std::uint64_t>(op) << op_shift());
  }
  // The compilers copy an integer in a third of the time that a structure takes.
  constexpr value_id record_bits(std::uint64_t x) {
    const std::uint64_t a = x & id_mask(), b = x >> b_shift() & id_mask();
    if (b < a && quick.commutative[x >> op_shift() & op_mask()])
      x = (x & ~std::uint64_t{0xffff'ffff}) | b | a << b_shift();
    const std::uint64_t slot = slot_of(x);
    if (slots_.items[slot] == 0) return append(x, slot);
    const auto found = static_cast<value_id>(slots_.items[slot] - 1);
    // A value the user computes, too, is the user's.
    if ((x & instruction::derivative_mark) == 0) program_.code.items[found].bits = x;
    return found;
  }

  /// Where the commutative operation of x and y stands, or -1.
  constexpr int find(opcode op, std::uint64_t x, std::uint64_t y) const {
    const std::uint64_t key = (x < y ? x | y << b_shift() : y | x << b_shift()) |
                              static_cast<std::uint64_t>(op) << op_shift();
    return static_cast<int>(slots_.items[slot_of(key)]) - 1;
  }

  /// Notes under which condition (ir/condition.hpp) a value may differ from zero.
  constexpr void set_condition(value_id id, std::uint32_t condition) {
    if (conditions_.size() <= id) {
      buffer<std::uint32_t> larger(room_);
      for (std::size_t i = 0; i < conditions_.size(); ++i) larger.items[i] = conditions_.items[i];
      conditions_ = static_cast<buffer<std::uint32_t>&&>(larger);
    }
    conditions_.items[id] = condition;
  }
  /// What was noted, or 0.
  constexpr std::uint32_t condition_of(value_id id) const {
    return id < conditions_.size() ? conditions_.items[id] : 0;
  }

 private:
  constexpr value_id find(int& known, int value) {
    known = constant(literal(value));
    return static_cast<value_id>(known);
  }

  // Few statements: all of a program's instructions pass here many times, inside the compiler.
  constexpr std::uint64_t slot_of(std::uint64_t x) const {
    const std::uint64_t key = x & ~instruction::derivative_mark;
    std::uint64_t slot = (key ^ key >> 29) * 0x9e37'79b9'7f4a'7c15u >> 40 & mask_;
    while (slots_.items[slot] != 0 && (program_.code.items[slots_.items[slot] - 1].bits &
                                       ~instruction::derivative_mark) != key)
      slot = (slot + 1) & mask_;
    return slot;
  }

  constexpr value_id append(std::uint64_t x, std::uint64_t slot) {
    const auto id = static_cast<value_id>(program_.code.count);
    if (id >= room_) {
      if (std::size_t{id} + 1 >= limit_) return overflow();
      make_room(id);
      slot = slot_of(x);
    }
    program_.code.items[id].bits = x;
    slots_.items[slot] = static_cast<value_id>(program_.code.count = std::size_t{id} + 1);
    const unsigned char* const f = forms_.items;
    if (!plainness.kept[x >> op_shift() & op_mask()] ||
        (f[x & id_mask()] | f[x >> b_shift() & id_mask()] | f[x >> c_shift() & id_mask()]) != 0)
      forms_.items[id] = static_cast<unsigned char>(steepness_by_operands(x) | form_by_operands(x));
    return id;
  }

  constexpr unsigned steepness_by_operands(std::uint64_t x) const {
    const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
    const std::uint64_t a = x & id_mask(), b = x >> b_shift() & id_mask(),
                        c = x >> c_shift() & id_mask();
    if (op == opcode::constant) return is_finite(program_.literals.items[a].d) ? gentle : steep;
    const int arity = quick.arity[static_cast<int>(op)];
    if (arity == 0 || !quick.real[static_cast<int>(op)]) return gentle;
    if (op == opcode::zero_multiply || op == opcode::steep_multiply) return steep;
    const unsigned char* const f = forms_.items;
    if (op == opcode::edge && (f[a] & tells_direction) == 0)
      return (f[b] & steepness_bits) == growing ? growing : steep;
    unsigned steepest = f[a] | (arity > 1 ? f[b] : 0u) | (arity > 2 ? f[c] : 0u);
    // An infinite value of the user's is a value like any other: its zeros do not win over NaN.
    if ((x & instruction::derivative_mark) == 0) steepest &= growing;
    if ((steepest & steep) != 0) return steep;
    return quick.growth[static_cast<int>(op)] > ((steepest & growing) == 0 ? 1 : 0) ? growing
                                                                                    : gentle;
  }

  constexpr unsigned form_by_operands(std::uint64_t x) const {
    const unsigned char* const f = forms_.items;
    const std::uint64_t a = x & id_mask(), b = x >> b_shift() & id_mask();
    switch (static_cast<opcode>(x >> op_shift() & op_mask())) {
      case opcode::multiply:
        return ((f[a] | f[b]) & is_a_constant) == 0
                   ? unsigned{plain}
                   : is_a_multiple | ((f[a] | f[b]) & unsigned{is_conditional});
      case opcode::add:
      case opcode::subtract:
        return f[a] & f[b] & unsigned{is_conditional};
      case opcode::negate:
        return is_a_negation | (f[a] & unsigned{is_conditional});
      case opcode::constant:
        return is_a_constant;
      case opcode::not_equal:
        return tells_direction;
      case opcode::logical_or:
      case opcode::logical_and:
        return (f[a] & f[b]) != 0 ? tells_direction : plain;
      case opcode::select:
        return form_of_selection(x);
      case opcode::edge:
        return (f[a] & tells_direction) != 0 ? form_of_selection(x)
                                             : form_of_edge(b, x >> c_shift() & id_mask());
      default:
        return plain;
    }
  }

  constexpr bool is_zero(std::uint64_t id) const {
    return (forms_.items[id] & is_a_constant) != 0 &&
           program_.literals.items[program_.code.items[id].bits & id_mask()].d == 0.0;
  }
  /// A selection in derivative arithmetic is conditional if one of its arms is, or is zero.
  constexpr unsigned char form_of_selection(std::uint64_t x) const {
    if ((x & instruction::derivative_mark) == 0) return is_a_selection;
    const std::uint64_t b = x >> b_shift() & id_mask();
    const std::uint64_t c = x >> c_shift() & id_mask();
    const unsigned arms = unsigned{forms_.items[b]} | unsigned{forms_.items[c]};
    const bool conditional = (arms & is_conditional) != 0 || is_zero(b) || is_zero(c);
    return static_cast<unsigned char>(is_a_selection | (conditional ? is_conditional : 0));
  }
  /// The formulas of a rule are conditional if all of them are that are not zero.
  constexpr unsigned char form_of_edge(std::uint64_t b, std::uint64_t c) const {
    const unsigned x = forms_.items[b];
    const unsigned y = forms_.items[c];
    const bool conditional =
        is_zero(b) || ((x & is_conditional) != 0 && ((y & is_conditional) != 0 || is_zero(c)));
    return static_cast<unsigned char>(is_a_selection | (conditional ? is_conditional : 0));
  }

  /// Room for more than n instructions in all lists, and twice as many slots at least.
  constexpr void make_room(std::size_t n) {
    room_ = 2 * n < limit_ - 1 ? 2 * n : limit_ - 1;
    reserve();
  }
  constexpr value_id overflow() {
    if (!overflow_allowed_) error_program_too_long();
    overflowed_ = true;
    return 0;
  }
  constexpr void reserve() {
    program_.code.reserve(room_);
    forms_.set_size(program_.code.size());
    forms_.reserve(room_);
    if (slots_.size() >= 2 * room_) return;
    std::size_t wanted = 64;
    while (wanted < 2 * room_) wanted *= 2;
    slots_ = buffer<value_id>(wanted);
    mask_ = wanted - 1;
    for (std::size_t i = 0; i < program_.code.size(); ++i) {
      slots_.items[slot_of(program_.code.items[i].bits)] = static_cast<value_id>(i + 1);
    }
  }

  static constexpr unsigned char form_bits = 63;
  static constexpr unsigned char steepness_bits = steep | growing;

  program program_;
  buffer<value_id> slots_;
  std::uint64_t mask_ = 0;  // number of slots - 1
  std::size_t room_ = 128;
  std::size_t limit_ = static_cast<std::size_t>(program_limit);
  bool overflow_allowed_ = false;
  bool overflowed_ = false;
  int zero_ = -1;
  int one_ = -1;
  buffer<unsigned char> forms_;
  buffer<std::uint32_t> conditions_;
};

}  // namespace etad::inline ETAD_ABI::detail
