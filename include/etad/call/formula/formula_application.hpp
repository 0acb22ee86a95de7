// SPDX-License-Identifier: MIT
// Verbs whose arguments are formulas: the derivative becomes part of the formula.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/formula/formula_route.hpp>
#include <etad/call/roads.hpp>

namespace etad::inline ETAD_ABI::nodes {

/// Number Index of the numbers that a stateless callable returns.
template <class Callable, int Index>
struct result_leaf {
  template <class... X>
  constexpr traced operator()(const X&... x) const {
    const auto result = Callable{}(x...);
    traced leaf;
    int k = 0;
    const auto take = [&](const traced& y) {
      if (k++ == Index) leaf = y;
    };
    detail::shape_of<decltype(result)>::visit(result, take);
    return leaf;
  }
};

}  // namespace etad::inline ETAD_ABI::nodes

namespace etad::inline ETAD_ABI::detail {

/// One number, or a tuple of numbers.
template <class Result>
inline constexpr int application_leaves = shape_of<Result>::is_scalar ? 1 : 0;
template <class... Item>
inline constexpr int application_leaves<std::tuple<Item...>> =
    (shape_of<Item>::is_scalar && ...) ? static_cast<int>(sizeof...(Item)) : 0;

template <class Callable, class T, int Count, int... Index, class... X>
constexpr auto applied_formulas(const formula_constants<T, Count>& constants,
                                std::integer_sequence<int, Index...>, const X&... x) {
  if constexpr (sizeof...(Index) == 1) {
    return applied_formula<Callable>(constants, x...);
  } else {
    return std::tuple(applied_formula<nodes::result_leaf<Callable, Index>>(constants, x...)...);
  }
}

template <class T, std::size_t Count>
constexpr auto as_formula_constants(const std::array<T, Count>& values) {
  formula_constants<T, static_cast<int>(Count)> held{};
  if constexpr (Count > 0) {
    for (std::size_t k = 0; k < Count; ++k) held.at[k] = values[k];
  }
  return held;
}

/// Marks the callable that the first probe belongs to.
template <class Look, kind Kind>
constexpr auto mark_probed(const probe_node<Look, Kind>*) {
  static_assert(mark_set<Look>);
  return probe<Look>(no_constants);
}

/// A call with formulas in place of numbers.
template <class... A>
concept called_with_formulas = (is_formula<typename shape_of<A>::scalar> || ...);

/// The numbers that Verb returns, if formulas can have them; 0 if not. A verb of a closure is not asked:
/// the closure may hold formulas itself.
template <class Verb, class... A>
constexpr int application_count() {
  if constexpr ((std::is_empty_v<Verb> || holds_formula<Verb>)&&(shape_of<A>::is_scalar && ...)) {
    return application_leaves<typename Verb::template plan<rebind<A, double>...>::result>;
  } else {
    return 0;
  }
}

/// What verb(a...) is then: formulas of the numbers that it returns.
template <class Verb, class... A>
constexpr auto apply_to_formulas(const Verb& verb, const A&... a) {
  constexpr int leaves = application_count<Verb, A...>();
  constexpr std::make_integer_sequence<int, leaves> indices{};
  if constexpr (leaves > 0 && std::is_empty_v<Verb>) {
    return applied_formulas<Verb>(no_constants, indices, as_formula(a)...);
  } else if constexpr (leaves > 0) {
    using route = formula_route<Verb, rebind<A, double>...>;
    using callable = typename route::template body<false>;
    const auto constants = route::template constants_of<typename route::constant>(verb);
    return applied_formulas<callable>(as_formula_constants(constants), indices, as_formula(a)...);
  } else {
    using absorbing = typename first_absorbing<typename shape_of<A>::scalar::node...>::type;
    static_assert(!std::is_void_v<absorbing>,
                  "ETAD-085: etad requires a verb that is called with formulas to differentiate a "
                  "callable without state, or a formula, and to return a number or a tuple of "
                  "numbers; it does not. Use derivative<I>(f), or write the whole as a traced "
                  "function: a lambda that captures nothing.");
    using number = decltype(mark_probed(static_cast<const absorbing*>(nullptr)));
    if constexpr (std::is_empty_v<Verb>) {
      return rebind<typename Verb::template plan<rebind<A, double>...>::result, number>{};
    } else {
      return number{};
    }
  }
}

template <>
struct served<road::part_of_formula> {
  template <class Verb, class... A>
  static constexpr auto compute(const Verb& verb, const A&... a) {
    return apply_to_formulas(verb, a...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
