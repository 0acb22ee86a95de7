// SPDX-License-Identifier: MIT
#pragma once

#include <etad/call/formula/formula.hpp>
#include <etad/verb/derivative.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Callable, applied to arg<0>, arg<1>, ... and constants.
template <class Callable, class T, int Count, std::size_t... Index>
constexpr auto applied_to_arguments(const formula_constants<T, Count>& constants,
                                    std::index_sequence<Index...>) {
  return applied_formula<Callable>(constants, arg<static_cast<int>(Index)>...);
}

}  // namespace detail

/// The derivative of a formula with respect to its argument number Index, again a formula: it can be
/// called, differentiated, put into others and printed. (Of other callables, derivative<K>(f) is the
/// K-th derivative.) A formula of one argument needs no Index. The derivative is worked out in forward
/// mode when it becomes part of a program. Errors: ETAD-053, ETAD-084.
template <int Index, class Node, class T, int Count>
  requires(Index >= 0)
constexpr auto derivative(const formula<Node, T, Count>& f) {
  constexpr int arity = detail::largest_of({detail::node_facts<Node>::arity, Index + 1});
  static_assert(detail::formula_requirements<Node, arity>::met);
  return detail::applied_to_arguments<
      derivative_function<nodes::formula_body<Node, false>, wrt_t<Index>>>(
      f.values(), std::make_index_sequence<static_cast<std::size_t>(arity)>{});
}
template <class Node, class T, int Count>
  requires(detail::node_facts<Node>::arity <= 1)
constexpr auto derivative(const formula<Node, T, Count>& f) { return derivative<0>(f); }

}  // namespace etad::inline ETAD_ABI
