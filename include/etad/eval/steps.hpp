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
  /// Whether the result is cleared first; stores of structural zeros are left out then.
  bool cleared = false;
};

/// A result with this many structural zeros counts as sparse.
inline constexpr int sparse_limit = 8;
/// A sparse result of up to this many numbers is cleared; a longer one would be cleared by a call,
/// and storing its zeros in runs costs less.
inline constexpr int clearing_limit = 128;

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

/// Joins the sine and the cosine of one value to one step, wherever both are computed on one level
/// of branches: it takes the place of the first, its operand b is the cosine.
constexpr void pair_sines(const program& p, buffer<step>& steps, buffer<value_id>& cosine_of) {
  const auto partner = [](opcode op) { return op == opcode::sin ? opcode::cos : opcode::sin; };
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps.items[i].kind != step_kind::compute) continue;
    const instruction x = p.code.items[steps.items[i].index];
    if (x.op() != opcode::sin && x.op() != opcode::cos) continue;
    int depth = 0;
    for (std::size_t k = i + 1; k < steps.size() && depth >= 0; ++k) {
      const step s = steps.items[k];
      if (s.kind == step_kind::branch) ++depth;
      if (s.kind == step_kind::end) --depth;
      if (s.kind == step_kind::otherwise && depth == 0) break;
      if (depth != 0 || s.kind != step_kind::compute) continue;
      const instruction y = p.code.items[s.index];
      if (y.op() != partner(x.op()) || y.a() != x.a()) continue;
      const bool sine_first = x.op() == opcode::sin;
      const std::uint16_t sine = sine_first ? steps.items[i].index : s.index;
      cosine_of.items[sine] = sine_first ? s.index : steps.items[i].index;
      steps.items[i] = {step_kind::compute_pair, sine};
      steps.remove(k);
      break;
    }
  }
}

/// The table of p, in the order that pass/layout.hpp finds. Outputs from `stored` on are computed
/// but not stored.
constexpr wide_step_table tabulate(const program& p, const wide_step_list& list, int stored) {
  wide_step_table table;
  buffer<int> open;
  const auto is_zero = [&](int output) {
    const instruction x = p.code[p.outputs[static_cast<std::size_t>(output)]];
    return x.op() == opcode::constant && p.literal_of(x).same(literal(0));
  };
  int zeros = 0;
  for (int k = 0; k < stored; ++k) zeros += is_zero(k) ? 1 : 0;
  const bool sparse = zeros >= sparse_limit;
  table.cleared = sparse && stored <= clearing_limit;
  buffer<step> steps;
  for (int i = 0; i < list.size; ++i) steps.push_back(list.steps[i]);
  buffer<value_id> cosine_of(p.code.size());
  pair_sines(p, steps, cosine_of);
  for (const step s : steps) {
    if (s.kind == step_kind::store && (s.index >= stored || (table.cleared && is_zero(s.index)))) {
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
      const instruction x = p.code[s.index];
      t.op = x.op();
      t.a = x.a();
      t.b = x.b();
      t.c = x.c();
      if (s.kind == step_kind::compute_pair) t.b = cosine_of[s.index];
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
    const instruction x = p.code[n];
    if (x.op() == opcode::constant && p.literal_of(x).function == nullptr) {
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
  table.cleared = wide.cleared;
  for (int i = 0; i < wide.size; ++i) table.steps[i] = wide.steps[i];
  for (int i = 0; i < wide.constant_count; ++i) table.constants[i] = wide.constants[i];
  return table;
}

}  // namespace etad::inline ETAD_ABI::detail
