// SPDX-License-Identifier: MIT
// Whatever holds numbers, number by number: values to variables, variables to gradients.
#pragma once

#include <array>

#include <etad/core/sized.hpp>
#include <etad/tape/variable.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Tuples and pairs of one length, whose parts may be numbers of several types.
template <class From, class To>
inline constexpr bool part_by_part = false;
template <class... X, class... Y>
inline constexpr bool part_by_part<std::tuple<X...>, std::tuple<Y...>> = sizeof...(X) ==
                                                                         sizeof...(Y);
template <class X, class Y, class V, class W>
inline constexpr bool part_by_part<std::pair<X, Y>, std::pair<V, W>> = true;

/// Calls convert(x, y) for the k-th number x of `from` and the k-th y of `to`, for all k.
template <class From, class To, class Convert>
void for_each_pair(const From& from, To& to, Convert& convert) {
  if constexpr (is_tuple_of_run_time_size<From> || part_by_part<From, std::remove_cv_t<To>>) {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      (for_each_pair(std::get<Index>(from), std::get<Index>(to), convert), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<From>>{});
  } else {
    const auto sources = sized<From>::items(from);
    const auto targets = sized<std::remove_cv_t<To>>::items(to);
    using source = std::remove_cvref_t<decltype(sources[0])>;
    using target = std::remove_cvref_t<decltype(targets[0])>;
    for (std::size_t k = 0; k < sources.size(); ++k) {
      std::array<const typename shape<source>::scalar*, shape<source>::leaves> numbers{};
      std::size_t next = 0;
      const auto note = [&](const auto& x) { numbers[next++] = &x; };
      shape<source>::visit(sources[k], note);
      next = 0;
      const auto set = [&](auto& y) { convert(*numbers[next++], y); };
      shape<target>::visit(targets[k], set);
    }
  }
}

/// The shape of A with numbers of type U, filled by convert(number of a, number of the result).
template <class U, class A, class Convert>
auto mapped(const A& a, Convert convert) {
  using result = typename sized<A>::template mirrored<U>;
  result r = sized<A>::template like<result>(a);
  if constexpr (holds_data<A>) data_members<A>::copy(r, a);
  for_each_pair(a, r, convert);
  return r;
}

/// Whether X is an expression or holds some: they stand on no tape until they are assigned to variables.
template <class X>
inline constexpr bool is_unsettled = [] {
  if constexpr (requires { typename sized<X>::scalar; }) {
    return is_expression<typename sized<X>::scalar>;
  } else {
    return false;
  }
}();
template <class X, std::size_t Extent>
inline constexpr bool is_unsettled<std::span<X, Extent>> = is_unsettled<std::remove_cv_t<X>>;
template <class... X>
inline constexpr bool is_unsettled<std::tuple<X...>> = (is_unsettled<std::remove_cvref_t<X>> ||
                                                        ...);
template <class X, class Y>
inline constexpr bool is_unsettled<std::pair<X, Y>> = is_unsettled<std::tuple<X, Y>>;
template <class... X>
inline constexpr bool any_unsettled = (is_unsettled<X> || ...);

/// x with variables in place of its expressions, or x itself if it has none. Every public function that takes
/// variables passes its arguments through this, once, before it looks at their types.
template <class X>
constexpr const X& settled(const X& x) noexcept {
  return x;
}
template <class X>
  requires is_unsettled<X>
auto settled(const X& x) {
  using number = joint_variable<typename sized<X>::scalar>;
  return mapped<number>(x, [](const auto& from, number& to) { to = from; });
}
template <class X, bool = is_unsettled<X>>
struct settled_as {
  using type = X;
};
template <class X>
struct settled_as<X, true> {
  using type = decltype(settled(std::declval<const X&>()));
};
template <class X>
using settled_type = typename settled_as<std::remove_cvref_t<X>>::type;
template <class... X>
  requires is_unsettled<std::tuple<X...>>
auto settled(const std::tuple<X...>& x) {
  return std::apply(
      [](const auto&... part) { return std::tuple<settled_type<X>...>(settled(part)...); }, x);
}
template <class X, class Y>
  requires is_unsettled<std::pair<X, Y>>
auto settled(const std::pair<X, Y>& x) {
  return std::pair<settled_type<X>, settled_type<Y>>(settled(x.first), settled(x.second));
}

}  // namespace etad::inline ETAD_ABI::detail
