// SPDX-License-Identifier: MIT
// A program as the table that straight-line code is generated from.
#pragma once

#include <cstdint>

#include <etad/ir/schedule.hpp>
#include <etad/pass/layout.hpp>

namespace etad::detail {

/// One step with everything the generated code needs, so that it is looked up by a plain index: the
/// value or output it writes and the operands it reads.
struct table_step {
  opcode op = opcode::input;
  step_kind kind = step_kind::compute;
  std::uint16_t target = 0;
  value_id a = 0;
  value_id b = 0;
  value_id c = 0;
  /// For a branch the number of steps in its first arm, for `otherwise` that in its second.
  std::uint16_t length = 0;
};

template <int Steps, int Constants>
struct step_table {
  table_step steps[Steps] = {};
  value_id constants[Constants] = {};
  int size = 0;
  int constant_count = 0;
};

inline constexpr int step_limit = 2 * program_limit;
using wide_step_table = step_table<step_limit, literal_limit>;

/// The table of p, in the order that pass/layout.hpp finds. Outputs from `stored` on are computed
/// but not stored.
constexpr wide_step_table tabulate(const program& p, int stored) {
  wide_step_table table;
  buffer<int> open;
  for (const step s : steps_of(p)) {
    if (s.kind == step_kind::store && s.index >= stored) continue;
    table_step& t = table.steps[table.size];
    t.kind = s.kind;
    t.target = s.index;
    if (s.kind == step_kind::store) {
      t.a = p.outputs[s.index];
    } else {
      const instruction x = p.code[s.index];
      t.op = x.op();
      t.a = x.a();
      t.b = x.b();
      t.c = x.c();
    }
    if (s.kind == step_kind::branch || s.kind == step_kind::otherwise ||
        s.kind == step_kind::end) {
      if (s.kind != step_kind::branch) {
        table.steps[open.back()].length = static_cast<std::uint16_t>(table.size - open.back() - 1);
        open.pop_back();
      }
      if (s.kind != step_kind::end) open.push_back(table.size);
    }
    ++table.size;
  }
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    if (p.code[n].op() == opcode::constant) {
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

}  // namespace etad::detail
