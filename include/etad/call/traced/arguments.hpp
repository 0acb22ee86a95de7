// SPDX-License-Identifier: MIT
// What the arguments of a call say, whatever the callable.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/wrt.hpp>
#include <etad/core/buffer.hpp>
#include <etad/core/fixed_views.hpp>
#include <etad/expr/traced.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T>
using scalar_of_leaf = std::conditional_t<std::is_integral_v<T>, double, T>;

/// The scalar type of a call: the common type of all leaves, whole numbers counting as double;
/// traced if any of them is.
template <class... A>
struct call_scalar {
  using type = std::common_type_t<scalar_of_leaf<typename shape_of<A>::scalar>...>;
};
template <class... A>
  requires(std::same_as<typename shape_of<A>::scalar, traced> || ...)
struct call_scalar<A...> {
  using type = traced;
};

/// A tuple of one element is that element.
template <class Tuple>
struct unwrapped {
  using type = Tuple;
};
template <class Item>
struct unwrapped<std::tuple<Item>> {
  using type = Item;
};

/// The candidates that are chosen as a tuple. Not by std::tuple_cat, whose body compilers would build.
template <bool Chosen, class Item>
struct candidate;
template <class Tuple, class... Candidate>
struct chosen {
  using type = Tuple;
};
template <class... Item, class Next, class... Rest>
struct chosen<std::tuple<Item...>, candidate<true, Next>, Rest...>
    : chosen<std::tuple<Item..., Next>, Rest...> {};
template <class... Item, class Next, class... Rest>
struct chosen<std::tuple<Item...>, candidate<false, Next>, Rest...>
    : chosen<std::tuple<Item...>, Rest...> {};

/// What the arguments of a call say, whatever the callable.
template <class Wrt, class... A>
struct call_arguments {
  using scalar = typename call_scalar<A...>::type;
  static constexpr int leaves = leaf_count<A...>;

  /// 1 for every input that is differentiated.
  static constexpr buffer<char> wanted() {
    buffer<char> mask;
    int k = 0;
    ((mask.append(static_cast<std::size_t>(shape_of<A>::leaves),
                  Wrt::selects(k) ? char{1} : char{0}),
      ++k),
     ...);
    return mask;
  }

  /// The differentiated arguments as a tuple, with leaves of the call's scalar type.
  template <std::size_t... Index>
  static auto selected(std::index_sequence<Index...>) ->
      typename chosen<std::tuple<>, candidate<Wrt::selects(static_cast<int>(Index)),
                                              mirrored_of<A, scalar>>...>::type;
  using selected_arguments = decltype(selected(std::index_sequence_for<A...>{}));
  static constexpr int selected_leaves = shape<selected_arguments>::leaves;

  /// What a gradient looks like: the differentiated argument, or a tuple of several.
  using mirrored = typename unwrapped<selected_arguments>::type;
};

}  // namespace etad::inline ETAD_ABI::detail
