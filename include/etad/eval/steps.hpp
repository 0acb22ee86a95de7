// SPDX-License-Identifier: MIT
// A program as the table that straight-line code is generated from.
#pragma once

#include <cstdint>

#include <etad/ir/schedule.hpp>
#include <etad/pass/layout.hpp>

namespace etad::inline ETAD_ABI::detail {

/// One step with everything the generated code needs, so that it is looked up by a plain index: the
/// value or output it writes and the operands it reads. No default values: Clang fills a table of these
/// at once, and would initialise element by element otherwise.
struct table_step {
  opcode op;
  step_kind kind;
  std::uint16_t target;
  value_id a;
  value_id b;
  value_id c;
  /// For a branch the number of steps in its first arm, for `otherwise` that in its second.
  std::uint16_t length;
};

template <int Steps, int Constants>
struct step_table {
  table_step steps[Steps] = {};
  value_id constants[Constants] = {};
  int size = 0;
  int constant_count = 0;
};

/// A result with this many structural zeros counts as sparse.
inline constexpr int sparse_limit = 8;
/// A result that is mostly constant, with so many constants besides zeros, has all of them stored first, side by side,
/// which compilers do in the widest registers.
inline constexpr int preset_limit = 8;
/// So has a sparse result of up to this many numbers. To clear it as a whole takes GCC `rep stos`, which is tens of cycles before
/// it starts; in a longer one the runs of zeros are stored where they come.
inline constexpr int preset_size_limit = 128;

inline constexpr int step_limit = 2 * program_limit;
using wide_step_table = step_table<step_limit, literal_limit>;

/// The steps of a layout as a constant.
struct wide_step_list {
  int size = 0;
  step steps[step_limit] = {};
};

constexpr wide_step_list freeze_steps(const buffer<step>& steps) {
  wide_step_list list;
  for (const step s : steps) list.steps[list.size++] = s;
  return list;
}

/// Joins the sine and the cosine of one value to one step, wherever both are computed in one arm of the
/// branches: it takes the place of the first, its operand b is the cosine.
constexpr void pair_sines(const program& p, buffer<step>& steps, buffer<value_id>& cosine_of) {
  // The arm that a step is in, and one more than the step that computes the sine or cosine of a value.
  buffer<int> arm(steps.size());
  buffer<int> sine_at(p.code.size());
  buffer<int> cosine_at(p.code.size());
  buffer<int> outer;
  int arms = 0;
  int current = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const step_kind kind = steps.items[i].kind;
    if (kind == step_kind::compute) {
      const std::uint64_t x = p.code.items[steps.items[i].index].bits;
      const auto op = static_cast<opcode>(x >> op_shift() & op_mask());
      if (op != opcode::sin && op != opcode::cos) continue;
      int& at = op == opcode::sin ? sine_at.items[x & id_mask()] : cosine_at.items[x & id_mask()];
      if (at == 0) at = static_cast<int>(i) + 1;
      arm.items[i] = current;
    } else if (kind == step_kind::branch || kind == step_kind::otherwise) {
      if (kind == step_kind::branch) outer.push_back(current);
      current = ++arms;
    } else if (kind == step_kind::end) {
      current = outer.back();
      outer.pop_back();
    }
  }
  buffer<char> joined(steps.size());
  for (std::size_t a = 0; a < p.code.size(); ++a) {
    if (sine_at.items[a] == 0 || cosine_at.items[a] == 0) continue;
    const int s = sine_at.items[a] - 1;
    const int c = cosine_at.items[a] - 1;
    if (arm.items[s] != arm.items[c]) continue;
    const std::uint16_t sine = steps.items[s].index;
    cosine_of.items[sine] = steps.items[c].index;
    joined.items[s < c ? c : s] = 1;
    steps.items[s < c ? s : c] = {step_kind::compute_pair, sine};
  }
  std::size_t left = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (joined.items[i] == 0) steps.items[left++] = steps.items[i];
  }
  steps.set_size(left);
}

/// The table of p, in the order that pass/layout.hpp finds. Outputs from `stored` on are computed
/// but not stored.
constexpr wide_step_table tabulate(const program& p, const wide_step_list& list, int stored) {
  wide_step_table table;
  buffer<int> open;
  const auto is_constant = [&](int output) {
    const std::uint64_t x = p.code.items[p.outputs.items[output]].bits;
    return static_cast<opcode>(x >> op_shift() & op_mask()) == opcode::constant;
  };
  const auto is_zero = [&](int output) {
    return is_constant(output) &&
           p.literals.items[p.code.items[p.outputs.items[output]].bits & id_mask()].same(
               literal(0));
  };
  int zeros = 0;
  int constants = 0;
  for (int k = 0; k < stored; ++k) {
    zeros += is_zero(k) ? 1 : 0;
    constants += is_constant(k) ? 1 : 0;
  }
  const bool sparse = zeros >= sparse_limit;
  const bool mostly_constant = constants - zeros >= preset_limit && 4 * constants >= 3 * stored;
  const bool preset = mostly_constant || (sparse && stored <= preset_size_limit);
  buffer<step> steps(static_cast<std::size_t>(list.size));
  for (int i = 0; i < list.size; ++i) steps.items[i] = list.steps[i];
  buffer<value_id> cosine_of(p.code.size());
  pair_sines(p, steps, cosine_of);
  for (int k = 0; preset && k < stored; ++k) {
    if (!is_constant(k)) continue;
    table_step& t = table.steps[table.size++];
    t.kind = step_kind::store;
    t.target = static_cast<std::uint16_t>(k);
    t.a = p.outputs[static_cast<std::size_t>(k)];
  }
  for (const step s : steps) {
    if (s.kind == step_kind::store && (s.index >= stored || (preset && is_constant(s.index)))) {
      continue;
    }
    table_step& t = table.steps[table.size];
    t.kind = s.kind;
    // Few of the neighbours of a nonzero are computed alike: short vectors would be mostly shuffles.
    if (s.kind == step_kind::store && sparse) t.kind = step_kind::store_apart;
    t.target = s.index;
    if (s.kind == step_kind::store) {
      t.a = p.outputs[s.index];
    } else {
      const std::uint64_t x = p.code.items[s.index].bits;
      t.op = static_cast<opcode>(x >> op_shift() & op_mask());
      t.a = static_cast<value_id>(x);
      t.b = s.kind == step_kind::compute_pair ? cosine_of.items[s.index]
                                              : static_cast<value_id>(x >> b_shift());
      t.c = static_cast<value_id>(x >> c_shift());
    }
    if (s.kind == step_kind::branch || s.kind == step_kind::otherwise || s.kind == step_kind::end) {
      if (s.kind != step_kind::branch) {
        table.steps[open.back()].length = static_cast<std::uint16_t>(table.size - open.back() - 1);
        open.pop_back();
      }
      if (s.kind != step_kind::end) open.push_back(table.size);
    }
    ++table.size;
  }
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const std::uint64_t x = p.code.items[n].bits;
    if (static_cast<opcode>(x >> op_shift() & op_mask()) == opcode::constant &&
        p.literals.items[x & id_mask()].function == nullptr) {
      table.constants[table.constant_count++] = static_cast<value_id>(n);
    }
  }
  return table;
}

template <int Steps, int Constants>
constexpr step_table<Steps, Constants> fit_table(const wide_step_table& wide) {
  step_table<Steps, Constants> table;
  table.size = wide.size;
  table.constant_count = wide.constant_count;
  for (int i = 0; i < wide.size; ++i) table.steps[i] = wide.steps[i];
  for (int i = 0; i < wide.constant_count; ++i) table.constants[i] = wide.constants[i];
  return table;
}

}  // namespace etad::inline ETAD_ABI::detail
