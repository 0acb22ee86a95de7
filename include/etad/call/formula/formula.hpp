// SPDX-License-Identifier: MIT
// Formulas as callables: their values, and what becomes of formulas put into them.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/traced/call.hpp>
#include <etad/expr/argument.hpp>
#include <etad/lower/expression.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The scalar type in which a formula with constants of type T computes on arguments A...: constants
/// of built-in types follow the arguments, as literals in a traced function do.
template <class T, class... A>
using formula_scalar = typename std::conditional_t<std::is_arithmetic_v<T>, call_scalar<A...>,
                                                   call_scalar<T, A...>>::type;

/// The run-time constants of a formula as numbers of type Scalar.
template <class Scalar, class Node, class T, int Count>
constexpr auto constants_as(const formula<Node, T, Count>& f) {
  std::array<Scalar, static_cast<std::size_t>(Count)> all{};
  if constexpr (Count > 0) {
    for (int k = 0; k < Count; ++k) {
      all[static_cast<std::size_t>(k)] = static_cast<Scalar>(f.values().at[k]);
    }
  }
  return all;
}

/// What every use of a formula of Node with so many arguments must fulfil.
template <class Node, int Arguments>
struct formula_requirements {
  static_assert(!std::same_as<Node, oversized_node<kind::real>>,
                "ETAD-053: etad requires formulas of at most 400 operations, arguments and "
                "constants, each use counted; this one is larger. Turn it into a traced function, "
                "a lambda that captures nothing, whose repeated parts are written once; run-time "
                "constants become arguments that are left out of wrt<...>.");
  static_assert(node_facts<Node>::arity <= Arguments,
                "ETAD-083: etad requires a formula to be called with a value for each of its "
                "arguments, arg<0> to the last that it uses; there are fewer.");
  static_assert(node_facts<Node>::result == kind::real,
                "ETAD-084: etad requires a formula that computes a number; a comparison was seen. "
                "Write etad::select(c, 1.0, 0.0).");
  static constexpr bool met = true;
};

template <class Node, class T, int Count, std::size_t... Index, class... A>
constexpr auto substitute(const formula<Node, T, Count>& f, std::index_sequence<Index...>,
                          const A&... a) {
  const std::tuple arguments(as_formula(a)...);
  if constexpr (Count == 0) {
    return tree<Node>::evaluate(arguments,
                                static_cast<const formula<constant_node, T, 1>*>(nullptr));
  } else {
    const formula<constant_node, T, 1> constants[] = {constant_formula(f.values().at[Index])...};
    return tree<Node>::evaluate(arguments, +constants);
  }
}

template <class Scalar, class Node, class T, int Count, class... A>
constexpr Scalar formula_value(const formula<Node, T, Count>& f, const A&... a) {
  const auto constants = constants_as<Scalar>(f);
  if constexpr (std::same_as<Scalar, traced>) {
    return tree<Node>::evaluate(std::array{traced(a)...}, constants.data());
  } else {
    Scalar result;
    use_constants<Node>(
        constants, [&](auto merged, const auto& values) __attribute__((always_inline)) {
          using body = formula_body<Node, merged.value>;
          if constexpr (Count == 0) {
            run<traced_source<body, rebind<A, traced>...>, Scalar>(std::tie(result), a...);
          } else {
            using source =
                traced_source<body, rebind<A, traced>..., rebind<decltype(values), traced>>;
            run<source, Scalar>(std::tie(result), a..., values);
          }
        });
    return result;
  }
}

template <class Node, class T, int Count>
struct formula_call_operator<formula<Node, T, Count>> {
  template <class... A>
  static constexpr auto call(const formula<Node, T, Count>& f, const A&... a) {
    static_assert(formula_requirements<Node, sizeof...(A)>::met);
    if constexpr ((is_formula<A> || ...)) {
      return substitute(f, std::make_index_sequence<static_cast<std::size_t>(Count)>{}, a...);
    } else {
      return formula_value<formula_scalar<T, A...>>(f, a...);
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
