// SPDX-License-Identifier: MIT
// Who reads whom in a program: the operands of each value and its users.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

// The compilers limit the statements that a constant takes, and every call is at least two of them:
// hence plain arrays, here and where they are read.
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
    find_operands(p);
    find_users(p, demand);
  }

 private:
  constexpr void find_operands(const program& p) {
    const std::size_t size = p.code.size();
    buffer<value_id> name(size);
    for (std::size_t n = 0; n < size; ++n) {
      const std::uint64_t bits = p.code.items[n].bits;
      const auto op = static_cast<opcode>(bits >> 48 & 0xff);
      const int arity = quick.arity[static_cast<int>(op)];
      name.items[n] = op == opcode::constant ? none : static_cast<value_id>(n);
      leaves.items[n] = op == opcode::constant ? constant : op == opcode::input ? input : computed;
      value_id* const x = operands.items[n].at;
      x[0] = arity > 0 ? name.items[bits & 0xffff] : none;
      x[1] = arity > 1 ? name.items[bits >> 16 & 0xffff] : none;
      x[2] = arity > 2 ? name.items[bits >> 32 & 0xffff] : none;
      if (x[1] == x[0]) x[1] = none;
      if (x[2] == x[0] || x[2] == x[1]) x[2] = none;
    }
    leaves.items[none] = constant;
  }

  constexpr void find_users(const program& p, const buffer<int>& demand) {
    const std::size_t size = p.code.size();
    for (std::size_t u = 0; u < size; ++u) {
      if (demand.items[u] < 0) continue;
      const value_id* const x = operands.items[u].at;
      waits_for.items[u] = (x[0] != none ? 1 : 0) + (x[1] != none ? 1 : 0) + (x[2] != none ? 1 : 0);
      ++uses_left.items[x[0]];
      ++uses_left.items[x[1]];
      ++uses_left.items[x[2]];
    }
    uses_left.items[none] = 0;
    for (std::size_t v = 0; v < size; ++v) {
      users_begin.items[v + 1] = users_begin.items[v] + uses_left.items[v];
    }
    users = buffer<value_id>(static_cast<std::size_t>(users_begin.items[size]));
    buffer<int> next = users_begin;
    for (std::size_t u = 0; u < size; ++u) {
      if (waits_for.items[u] == 0) continue;
      const value_id* const x = operands.items[u].at;
      if (x[0] != none) users.items[next.items[x[0]]++] = static_cast<value_id>(u);
      if (x[1] != none) users.items[next.items[x[1]]++] = static_cast<value_id>(u);
      if (x[2] != none) users.items[next.items[x[2]]++] = static_cast<value_id>(u);
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
