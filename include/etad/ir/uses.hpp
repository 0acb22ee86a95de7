// SPDX-License-Identifier: MIT
// Who reads whom in a program: the operands of each value and its users.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

// The compilers limit the statements that a constant takes, and every call is at least two of them:
// hence plain arrays and joined statements, here and where they are read.
struct use_lists {
  /// The operands that are computed or loaded, each once. `none` fills the rest; nobody ever waits
  /// for it.
  struct operand_list {
    value_id at[3];
  };
  enum leaf : char { computed, input, constant };

  value_id none;
  buffer<operand_list> operands;
  buffer<char> leaves;
  /// The users of v are users[users_begin[v]] up to users[users_begin[v + 1]].
  buffer<int> users_begin;
  buffer<value_id> users;
  /// How many operands of a value are not known yet, and how many users have not read it.
  buffer<int> waits_for;
  buffer<int> uses_left;

  /// Values of negative demand use nothing.
  constexpr use_lists(const program& p, const buffer<int>& demand)
      : none(static_cast<value_id>(p.code.size())),
        operands(p.code.size()),
        leaves(p.code.size() + 1),
        users_begin(p.code.size() + 1),
        waits_for(p.code.size()),
        uses_left(p.code.size() + 1) {
    find_operands(p, demand.items);
    find_users(p.code.size());
  }

 private:
  constexpr void find_operands(const program& p, const int* demand) {
    const std::size_t size = p.code.size();
    buffer<value_id> names(size);
    value_id* const name = names.items;
    int* const used = uses_left.items;
    for (std::size_t n = 0; n < size; ++n) {
      const std::uint64_t bits = p.code.items[n].bits;
      const auto op = static_cast<opcode>(bits >> op_shift() & op_mask());
      const int arity = quick.arity[bits >> op_shift() & op_mask()];
      name[n] = op == opcode::constant ? none : static_cast<value_id>(n);
      if (arity == 0) {
        leaves.items[n] = op == opcode::constant ? constant
                          : op == opcode::input  ? input
                                                 : computed;
      }
      const value_id a = arity > 0 ? name[bits & id_mask()] : none;
      value_id b = arity > 1 ? name[bits >> b_shift() & id_mask()] : none;
      value_id c = arity > 2 ? name[bits >> c_shift() & id_mask()] : none;
      if (b == a) b = none;
      if (c == a || c == b) c = none;
      value_id* const x = operands.items[n].at;
      x[0] = a, x[1] = b, x[2] = c;
      if (arity == 0 || demand[n] < 0) continue;
      ++used[a], ++used[b], ++used[c];
      waits_for.items[n] = (a != none ? 1 : 0) + (b != none ? 1 : 0) + (c != none ? 1 : 0);
    }
    used[none] = 0;
    leaves.items[none] = constant;
  }

  constexpr void find_users(std::size_t size) {
    buffer<int> ends(size + 1);
    int* const next = ends.items;
    int* const begin = users_begin.items;
    int count = 0;
    for (std::size_t v = 0; v < size; ++v) {
      next[v] = begin[v] = count;
      count += uses_left.items[v];
    }
    begin[size] = count;
    users = buffer<value_id>(static_cast<std::size_t>(count));
    value_id* const user = users.items;
    for (std::size_t u = 0; u < size; ++u) {
      if (waits_for.items[u] == 0) continue;
      const value_id* const x = operands.items[u].at;
      if (x[0] != none) user[next[x[0]]++] = static_cast<value_id>(u);
      if (x[1] != none) user[next[x[1]]++] = static_cast<value_id>(u);
      if (x[2] != none) user[next[x[2]]++] = static_cast<value_id>(u);
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
