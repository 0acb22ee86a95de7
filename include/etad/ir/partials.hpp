// SPDX-License-Identifier: MIT
// Appends the partial derivatives of any instruction, by the rules of the operation table.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <etad/core/operation_table.hpp>
#include <etad/ir/opaque_row.hpp>
#include <etad/ir/recorded.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Appends d(instruction i)/d(operand k) and returns its value.
using partial_recorder = value_id (*)(builder&, value_id i);

template <opcode Op, int K>
constexpr value_id record_partial(builder& b, value_id i) {
  using row = operation<Op>;
  const instruction x = b.at(i);
  const recorded r{&b, i};
  const recorded u{&b, x.a()};
  if constexpr (row::arity == 1) {
    return row::partial(operand<K>{}, u, r).id;
  } else if constexpr (row::arity == 2) {
    return row::partial(operand<K>{}, u, recorded{&b, x.b()}, r).id;
  } else {
    return row::partial(operand<K>{}, u, recorded{&b, x.b()}, recorded{&b, x.c()}, r).id;
  }
}

/// Writes the rule of an opaque function: etad's own arithmetic, on the operands of the call and its
/// value. A rule in which functions call each other ends here, as their rules are written out when this
/// derivative is differentiated.
template <int K>
constexpr value_id record_rule(builder& b, value_id i) {
  const instruction call = b.at(i);
  const int arguments = arity_of(call.op()) - 1;
  const literal& function = b.result().literal_of(b.at(call.operand(arguments)));
  const rule_schedule& rule = *function.function->rule;
  deriver d(b);
  buffer<value_id> renamed(static_cast<std::size_t>(rule.size));
  const value_id* const r = renamed.items;
  for (int n = 0; n < rule.size; ++n) {
    const instruction x = rule.at(n);
    const int arity = arity_of(x.op());
    value_id& result = renamed.items[n];
    if (x.op() == opcode::input) {
      result = x.a() < arguments ? call.operand(x.a()) : i;
    } else if (x.op() == opcode::constant) {
      result = b.constant(rule.literals[x.a()]);
    } else {
      result = d.derive(x.op(), arity > 0 ? r[x.a()] : value_id{0},
                        arity > 1 ? r[x.b()] : value_id{0}, arity > 2 ? r[x.c()] : value_id{0});
    }
  }
  return guarded(recorded{&b, renamed[rule.outputs[K]]}).id;
}

template <opcode Op>
constexpr std::array<partial_recorder, 3> partial_recorders() {
  using row = operation<Op>;
  std::array<partial_recorder, 3> result{};
  if constexpr (is_opaque_call(Op)) {
    result[0] = &record_rule<0>;
    if constexpr (row::arity > 2) result[1] = &record_rule<1>;
  } else if constexpr (row::differentiable && !is_selection(Op)) {
    result[0] = &record_partial<Op, 0>;
    if constexpr (row::arity > 1) result[1] = &record_partial<Op, 1>;
    if constexpr (row::arity > 2) result[2] = &record_partial<Op, 2>;
  }
  return result;
}

template <std::size_t... Op>
constexpr auto make_partial_table(std::index_sequence<Op...>) {
  return std::array<std::array<partial_recorder, 3>, sizeof...(Op)>{
      partial_recorders<static_cast<opcode>(Op)>()...};
}

inline constexpr auto partial_table = make_partial_table(std::make_index_sequence<opcode_count>{});

constexpr value_id record_partial(builder& b, value_id i, int k) {
  return partial_table[static_cast<std::size_t>(b.at(i).op())][static_cast<std::size_t>(k)](b, i);
}

}  // namespace etad::inline ETAD_ABI::detail
