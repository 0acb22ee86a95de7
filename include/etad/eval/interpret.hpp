// SPDX-License-Identifier: MIT
// Evaluates a schedule instruction by instruction: the reference semantics, in constant evaluation
// and at run time.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <etad/core/literal.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/opaque_row.hpp>
#include <etad/ir/schedule.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T>
struct interpreter_frame {
  T* reals;
  bool* masks;

  template <kind Kind>
  constexpr const auto& value(value_id i) const {
    if constexpr (Kind == kind::real) {
      return reals[i];
    } else {
      return masks[i];
    }
  }
};

template <class T>
using interpreter_step = void (*)(const interpreter_frame<T>&, instruction, std::size_t);

template <opcode Op, class T>
constexpr auto interpret_value(const interpreter_frame<T>& f, instruction x) {
  using row = operation<Op>;
  if constexpr (row::arity == 0) {
    return row::template value<T>();
  } else if constexpr (row::arity == 1) {
    return row::value(f.template value<row::operands[0]>(x.a()));
  } else if constexpr (row::arity == 2) {
    return row::value(f.template value<row::operands[0]>(x.a()),
                      f.template value<row::operands[1]>(x.b()));
  } else {
    return row::value(f.template value<row::operands[0]>(x.a()),
                      f.template value<row::operands[1]>(x.b()),
                      f.template value<row::operands[2]>(x.c()));
  }
}

/// x != y. Beside a zero, in a question of derivative arithmetic whether a seed is zero, the derivatives
/// that the numbers carry count, too: a seed of 0 that changes is an arm that is taken.
template <class T>
constexpr bool differs_at_all(const T& x, const T& y) {
  const bool no_x = vanishes(x);
  const bool no_y = vanishes(y);
  return no_x || no_y ? no_x != no_y : x != y;
}

template <opcode Op, class T>
constexpr void interpret_step(const interpreter_frame<T>& f, instruction x, std::size_t n) {
  if constexpr (Op == opcode::not_equal && !built_in_scalar<T>) {
    f.masks[n] = x.is_derivative() ? differs_at_all(f.reals[x.a()], f.reals[x.b()])
                                   : interpret_value<Op>(f, x);
  } else if constexpr (operation<Op>::result == kind::mask) {
    f.masks[n] = interpret_value<Op>(f, x);
  } else {
    f.reals[n] = interpret_value<Op>(f, x);
  }
}

using operation_set = std::array<bool, opcode_count>;

template <class Schedule>
constexpr operation_set operations_of(const Schedule& s) {
  operation_set used{};
  for (int i = 0; i < s.size; ++i) used[static_cast<std::size_t>(s.at(i).op())] = true;
  return used;
}

/// What an interpreter must know. An interpreter of one schedule, Full::value, leaves out all other
/// operations, so that they cost neither compile time nor code.
template <class Full>
struct operations_in {
  static constexpr operation_set used = operations_of(Full::value);
};
struct all_operations {
  static constexpr operation_set used = [] {
    operation_set all{};
    all.fill(true);
    return all;
  }();
};

template <opcode Op, class T, bool Used>
constexpr interpreter_step<T> step_or_null() {
  if constexpr (Used && !is_leaf(Op) && !is_opaque_call(Op)) {
    return &interpret_step<Op, T>;
  } else {
    return nullptr;
  }
}

template <class T, class Operations, std::size_t... Op>
constexpr auto make_interpreter_table(std::index_sequence<Op...>) {
  return std::array<interpreter_step<T>, sizeof...(Op)>{
      step_or_null<static_cast<opcode>(Op), T, Operations::used[Op]>()...};
}

template <class T, class Operations>
inline constexpr auto interpreter_table =
    make_interpreter_table<T, Operations>(std::make_index_sequence<opcode_count>{});

template <class Operations>
inline constexpr bool calls_opaque_functions =
    Operations::used[static_cast<std::size_t>(opcode::call1)] ||
    Operations::used[static_cast<std::size_t>(opcode::call2)];

template <built_in_scalar T, class Schedule>
constexpr T call_opaque_function(const Schedule& s, const T* reals, instruction x) {
  const int last = arity_of(x.op()) - 1;
  const auto at = static_cast<int>(x.operand(last));
  const opaque_call function{s.literals[s.at(at).a()].function};
  return function(reals[x.a()], reals[last == 1 ? x.a() : x.b()]);
}

/// Runs s, whose operations are in Operations::used, on inputs load(k), and hands output k to store(k, value).
/// `reals` and `masks` have room for s.size values. Cost: one indirect call an instruction.
template <class Operations, class T, class Schedule, class Load, class Store>
constexpr void interpret(const Schedule& s, T* reals, bool* masks, Load load, Store store) {
  const interpreter_frame<T> frame{reals, masks};
  for (int i = 0; i < s.size; ++i) {
    const instruction x = s.at(i);
    const auto n = static_cast<std::size_t>(i);
    if (x.op() == opcode::input) {
      reals[n] = load(static_cast<int>(x.a()));
    } else if (x.op() == opcode::constant) {
      reals[n] = s.literals[x.a()].template as<T>();
    } else {
      if constexpr (calls_opaque_functions<Operations>) {
        if (is_opaque_call(x.op())) {
          reals[n] = call_opaque_function(s, reals, x);
          continue;
        }
      }
      interpreter_table<T, Operations>[static_cast<std::size_t>(x.op())](frame, x, n);
    }
  }
  for (int k = 0; k < s.output_count; ++k) store(k, reals[s.outputs[k]]);
}

}  // namespace etad::inline ETAD_ABI::detail
