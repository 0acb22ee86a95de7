// SPDX-License-Identifier: MIT
// hana::tuple and hana::map with compile-time keys as arguments and results.
#pragma once

#include <boost/hana/at.hpp>
#include <boost/hana/at_key.hpp>
#include <boost/hana/keys.hpp>
#include <boost/hana/map.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/tuple.hpp>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class... Item>
struct shape<boost::hana::tuple<Item...>> {
  using scalar = typename common_leaf<typename shape<Item>::scalar...>::type;
  static constexpr int leaves = (0 + ... + shape<Item>::leaves);
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = boost::hana::tuple<typename shape<Item>::template rebind<U>...>;

  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visit_each(value, visitor, std::index_sequence_for<Item...>{});
  }
  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    clear_each(value, std::index_sequence_for<Item...>{});
  }

 private:
  template <class Value, class Visit, std::size_t... Index>
  [[gnu::always_inline]] static constexpr void visit_each(Value& value, Visit& visitor,
                                                          std::index_sequence<Index...>) {
    (shape<Item>::visit(boost::hana::at_c<Index>(value), visitor), ...);
  }
  template <class Value, std::size_t... Index>
  [[gnu::always_inline]] static constexpr void clear_each(Value& value,
                                                          std::index_sequence<Index...>) {
    (shape<Item>::clear(boost::hana::at_c<Index>(value)), ...);
  }
};

template <class... Item>
struct data_members<boost::hana::tuple<Item...>> {
  static constexpr bool exist = (holds_data<Item> || ...);
  static constexpr void copy(auto& to, const auto& from) {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      (data_members<Item>::copy(boost::hana::at_c<Index>(to), boost::hana::at_c<Index>(from)), ...);
    }
    (std::index_sequence_for<Item...>{});
  }
};

template <class A>
concept hana_map =
    std::is_class_v<A> && std::same_as<typename boost::hana::tag_of<A>::type, boost::hana::map_tag>;

/// The values of a map in the order of its keys.
template <class A, class Keys>
struct map_items;
template <class A, template <class...> class List, class... Key>
struct map_items<A, List<Key...>> {
  template <class K>
  using item = std::remove_cvref_t<decltype(boost::hana::at_key(std::declval<A&>(), K{}))>;
  using tuple = std::tuple<item<Key>...>;
  template <class U>
  using rebind = decltype(boost::hana::make_map(boost::hana::make_pair(
      Key{}, std::declval<typename shape<item<Key>>::template rebind<U>>())...));

  [[gnu::always_inline]] static constexpr auto tie(auto& map) {
    return std::tie(boost::hana::at_key(map, Key{})...);
  }
};
template <class A>
using keys_of_map = std::remove_cvref_t<decltype(boost::hana::keys(std::declval<const A&>()))>;
template <class A>
using items_of_map = map_items<A, keys_of_map<A>>;

template <hana_map A>
struct shape<A> {
  using items = items_of_map<A>;
  using nested = shape<typename items::tuple>;
  using scalar = typename nested::scalar;
  static constexpr int leaves = nested::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = typename items::template rebind<U>;

  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    auto tied = items::tie(value);
    shape<decltype(tied)>::visit(tied, visitor);
  }
  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    auto tied = items::tie(value);
    nested::clear(tied);
  }
};

template <hana_map A>
struct data_members<A> {
  using items = items_of_map<A>;
  static constexpr bool exist = holds_data<typename items::tuple>;
  static constexpr void copy(auto& to, const auto& from) {
    auto tied = items::tie(to);
    using rebound = items_of_map<std::remove_cvref_t<decltype(from)>>;
    data_members<typename items::tuple>::copy(tied, rebound::tie(from));
  }
};

}  // namespace etad::inline ETAD_ABI::detail
