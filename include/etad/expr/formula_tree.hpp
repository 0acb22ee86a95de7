// SPDX-License-Identifier: MIT
// Walks the type of a formula: with traced arguments it writes the formula into a program, with
// formulas as arguments it makes the formula that has them in place of its arguments.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include <etad/expr/formula_functions.hpp>
#include <etad/expr/functions.hpp>

namespace etad::inline ETAD_ABI::detail {

constexpr traced_mask both(const traced_mask& x, const traced_mask& y) {
  if (x.state() == nullptr) return x ? y : x;
  if (y.state() == nullptr) return y ? x : y;
  return {x.state(), x.state()->code.record(opcode::logical_and, x.id(), y.id())};
}
constexpr traced_mask either(const traced_mask& x, const traced_mask& y) {
  if (x.state() == nullptr) return x ? x : y;
  if (y.state() == nullptr) return y ? y : x;
  return {x.state(), x.state()->code.record(opcode::logical_or, x.id(), y.id())};
}
constexpr traced_mask opposite(const traced_mask& x) {
  if (x.state() == nullptr) return traced_mask(!x);
  return {x.state(), x.state()->code.record(opcode::logical_not, x.id())};
}
constexpr traced_mask finite_mask(const traced& x) {
  if (x.state() == nullptr) return traced_mask(isfinite(x));
  return {x.state(), x.state()->code.record(opcode::is_finite, x.id_in(x.state()))};
}

/// Op on traced values, which folds what constants allow.
template <opcode Op, class First, class... X>
constexpr auto operate(const First& first, const X&... x) {
  using enum opcode;
  if constexpr (is_formula<First>) {
    return operation_formula<Op>(first, x...);
  } else if constexpr (Op == negate) {
    return -first;
  } else if constexpr (Op == add) {
    return (first + ... + x);
  } else if constexpr (Op == subtract) {
    return (first - ... - x);
  } else if constexpr (Op == multiply) {
    return (first * ... * x);
  } else if constexpr (Op == divide) {
    return (first / ... / x);
  } else if constexpr (operation<Op>::result == kind::mask && sizeof...(X) == 1 &&
                       operation<Op>::operands[0] == kind::real) {
    return compare<Op>(first, x...);
  } else if constexpr (Op == is_finite) {
    return finite_mask(first);
  } else if constexpr (Op == logical_and) {
    return both(first, x...);
  } else if constexpr (Op == logical_or) {
    return either(first, x...);
  } else if constexpr (Op == logical_not) {
    return opposite(first);
  } else if constexpr (Op == opcode::select) {
    return etad::select(first, x...);
  } else if constexpr (Op == opcode::stop_gradient) {
    return etad::stop_gradient(first);
  } else {
    return apply<Op>(first, x...);
  }
}

template <auto Value, class Lifted>
constexpr auto lift_fixed() {
  if constexpr (std::same_as<Lifted, traced>) {
    return traced(Value);
  } else {
    return formula<fixed_node<Value>>(no_constants);
  }
}

/// evaluate(arguments, constants): the value of the node, whose constants start at *constants; both
/// are numbers of one world, traced values or formulas.
template <class Node>
struct tree;

template <int Index>
struct tree<argument_node<Index>> {
  template <class Arguments, class Lifted>
  static constexpr auto evaluate(const Arguments& arguments, const Lifted*) {
    return std::get<static_cast<std::size_t>(Index)>(arguments);
  }
};
template <>
struct tree<constant_node> {
  template <class Arguments, class Lifted>
  static constexpr Lifted evaluate(const Arguments&, const Lifted* constants) {
    return *constants;
  }
};
template <auto Value>
struct tree<fixed_node<Value>> {
  template <class Arguments, class Lifted>
  static constexpr auto evaluate(const Arguments&, const Lifted*) {
    return lift_fixed<Value, Lifted>();
  }
};
template <opcode Op, class X>
struct tree<operation_node<Op, X>> {
  template <class Arguments, class Lifted>
  static constexpr auto evaluate(const Arguments& arguments, const Lifted* constants) {
    return operate<Op>(tree<X>::evaluate(arguments, constants));
  }
};
template <opcode Op, class X, class Y>
struct tree<operation_node<Op, X, Y>> {
  template <class Arguments, class Lifted>
  static constexpr auto evaluate(const Arguments& arguments, const Lifted* constants) {
    const auto x = tree<X>::evaluate(arguments, constants);
    return operate<Op>(x, tree<Y>::evaluate(arguments, constants + node_facts<X>::constants));
  }
};
template <opcode Op, class X, class Y, class Z>
struct tree<operation_node<Op, X, Y, Z>> {
  template <class Arguments, class Lifted>
  static constexpr auto evaluate(const Arguments& arguments, const Lifted* constants) {
    constexpr int before_z = node_facts<X>::constants + node_facts<Y>::constants;
    const auto x = tree<X>::evaluate(arguments, constants);
    const auto y = tree<Y>::evaluate(arguments, constants + node_facts<X>::constants);
    return operate<Op>(x, y, tree<Z>::evaluate(arguments, constants + before_z));
  }
};

/// Callable applied to operands x..., and behind them its own constants.
template <class Callable, class T, int Count, class... X>
constexpr auto applied_formula(const formula_constants<T, Count>& own, const X&... x) {
  return join<call_node<Callable, Count, typename X::node...>>(
      formula<held_node<Count>, T, Count>(own), x...);
}

template <class Callable, int Count, class... X>
struct tree<call_node<Callable, Count, X...>> {
  template <class Arguments, class Lifted>
  static constexpr auto evaluate(const Arguments& arguments, const Lifted* constants) {
    return call(arguments, constants, std::index_sequence_for<X...>{});
  }

 private:
  // Where the constants of each operand start.
  static constexpr auto offsets = [] {
    std::array<int, sizeof...(X) + 1> from{Count};
    std::size_t k = 0;
    ((from[k + 1] = from[k] + node_facts<X>::constants, ++k), ...);
    return from;
  }();

  template <class Arguments, class Lifted, std::size_t... Index>
  static constexpr auto call(const Arguments& arguments, const Lifted* constants,
                             std::index_sequence<Index...>) {
    if constexpr (!std::same_as<Lifted, traced>) {
      formula_constants<typename Lifted::constant, Count> own{};
      if constexpr (Count > 0) {
        for (int k = 0; k < Count; ++k) own.at[k] = constants[k].values().at[0];
      }
      return applied_formula<Callable>(own,
                                       tree<X>::evaluate(arguments, constants + offsets[Index])...);
    } else if constexpr (Count == 0) {
      return Callable{}(tree<X>::evaluate(arguments, constants + offsets[Index])...);
    } else {
      std::array<traced, static_cast<std::size_t>(Count)> own;
      for (int k = 0; k < Count; ++k) own[static_cast<std::size_t>(k)] = constants[k];
      return Callable{}(tree<X>::evaluate(arguments, constants + offsets[Index])..., own);
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
