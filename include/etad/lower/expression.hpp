// SPDX-License-Identifier: MIT
// From the type of a formula to a callable that can be traced, and so to a program: what the type
// repeats the builder writes once.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include <etad/expr/formula_tree.hpp>
#include <etad/lower/repeated_constants.hpp>
#include <etad/lower/trace.hpp>

namespace etad::inline ETAD_ABI::nodes {

/// The function that a formula of node Node computes: of its arguments and, if it has run-time
/// constants, of a std::array of these behind them. Without state, whatever the constants are.
/// `Merged`: of each constant that stands for itself and for others, once (constant_origins).
template <class Node, bool Merged>
struct formula_body {
  static constexpr int constants =
      Merged ? detail::distinct_constants<Node> : detail::node_facts<Node>::constants;

  template <class... X>
    requires(static_cast<int>(sizeof...(X)) >=
             detail::node_facts<Node>::arity + (constants > 0 ? 1 : 0))
  constexpr traced operator()(const X&... x) const {
    const auto all = std::forward_as_tuple(x...);
    if constexpr (constants == 0) {
      return detail::tree<Node>::evaluate(all, static_cast<const traced*>(nullptr));
    } else if constexpr (Merged) {
      std::array<traced, static_cast<std::size_t>(detail::node_facts<Node>::constants)> values;
      for (std::size_t k = 0; k < values.size(); ++k) {
        const int place = detail::constant_places<Node>[k];
        values[k] = std::get<sizeof...(X) - 1>(all)[static_cast<std::size_t>(place)];
      }
      return detail::tree<Node>::evaluate(all, values.data());
    } else {
      return detail::tree<Node>::evaluate(all, std::get<sizeof...(X) - 1>(all).data());
    }
  }
};

}  // namespace etad::inline ETAD_ABI::nodes

namespace etad::inline ETAD_ABI::detail {

template <class Node, std::size_t... Index>
constexpr program formula_program(std::index_sequence<Index...>) {
  constexpr int constants = node_facts<Node>::constants;
  if constexpr (constants == 0) {
    return trace<formula_body<Node, false>, std::conditional_t<(Index == Index), traced, void>...>(
        {});
  } else {
    return trace<formula_body<Node, false>, std::conditional_t<(Index == Index), traced, void>...,
                 std::array<traced, static_cast<std::size_t>(constants)>>({});
  }
}

/// The program of a formula: its inputs are the arguments and then the constants.
template <class Node>
constexpr program formula_program() {
  return formula_program<Node>(
      std::make_index_sequence<static_cast<std::size_t>(node_facts<Node>::arity)>{});
}

}  // namespace etad::inline ETAD_ABI::detail
