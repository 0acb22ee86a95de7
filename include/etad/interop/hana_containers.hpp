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

#include <etad/core/warnings_off.hpp>

#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What a hana container holds:
///   tuple        the types as a std::tuple
///   rebind<U>    the container with scalars U
///   tie(a)       references to all in a
template <class A>
struct hana_items {};

template <class... Item>
struct hana_items<boost::hana::tuple<Item...>> {
  using tuple = std::tuple<Item...>;
  template <class U>
  using rebind = boost::hana::tuple<typename shape<Item>::template rebind<U>...>;

  [[gnu::always_inline]] static constexpr auto tie(auto& items) {
    return tie_each(items, std::index_sequence_for<Item...>{});
  }

 private:
  template <std::size_t... Index>
  [[gnu::always_inline]] static constexpr auto tie_each(auto& items,
                                                        std::index_sequence<Index...>) {
    return std::tie(boost::hana::at_c<Index>(items)...);
  }
};

template <class A>
concept hana_map =
    std::is_class_v<A> && std::same_as<typename boost::hana::tag_of<A>::type, boost::hana::map_tag>;

template <class A>
using keys_of_map = std::remove_cvref_t<decltype(boost::hana::keys(std::declval<const A&>()))>;

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
template <hana_map A>
struct hana_items<A> : map_items<A, keys_of_map<A>> {};

template <class A>
concept hana_container = requires {
  typename hana_items<A>::tuple;
};

template <hana_container A>
struct shape<A> {
  using items = hana_items<A>;
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

template <hana_container A>
struct data_members<A> {
  using held = data_members<typename hana_items<A>::tuple>;
  static constexpr bool exist = held::exist;
  static constexpr void copy(auto& to, const auto& from) {
    auto tied = hana_items<std::remove_cvref_t<decltype(to)>>::tie(to);
    held::copy(tied, hana_items<std::remove_cvref_t<decltype(from)>>::tie(from));
  }
};

}  // namespace etad::inline ETAD_ABI::detail

#include <etad/core/warnings_on.hpp>
