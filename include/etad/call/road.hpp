// SPDX-License-Identifier: MIT
// The choice of road: one function, one answer.
#pragma once

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/duals/data_as_given.hpp>
#include <etad/call/duals/data_call.hpp>
#include <etad/call/duals/dual_call.hpp>
#include <etad/call/fixed_size.hpp>
#include <etad/call/formula/formula_application.hpp>
#include <etad/call/matrix_header.hpp>
#include <etad/call/roads.hpp>
#include <etad/call/run_time/call.hpp>
#include <etad/call/tape/record_call.hpp>

namespace etad::inline ETAD_ABI::detail {

template <road Taken>
using road_constant = std::integral_constant<road, Taken>;

/// The road that arguments and spans X ask for in a call of Verb, which differentiates F; if they ask for none, that
/// of plan::call, here void. A type, since g++ says no more after an error in a constant, and what the callable has
/// to say may come behind that.
template <class Verb, class F, class... X>
auto road_asked_for() {
  if constexpr (!called_with_formulas<X...> && called_with_data_as_given<Verb, X...>) {
    return std::type_identity<road_with_data_as_given>{};
  } else if constexpr ((refused_argument<X> || ...)) {
    return std::type_identity<road_constant<road::refused>>{};
  } else if constexpr (called_with_formulas<X...>) {
    return std::type_identity<road_constant<road::part_of_formula>>{};
  } else if constexpr (called_with_data<F, X...>) {
    return std::type_identity<road_constant<road::beside_data>>{};
  } else if constexpr (has_run_time_size<Verb, F, X...>()) {
    return std::type_identity<road_constant<road::run_time>>{};
  } else if constexpr (is_one_record<Verb, X...>()) {
    return std::type_identity<road_constant<road::record>>{};
  } else {
    return std::type_identity<void>{};
  }
}
template <class Verb, class F, class... X>
using asked_road = typename decltype(road_asked_for<Verb, F, X...>())::type;

/// How a call on that road is served.
template <class Road>
struct service : served<Road::value> {};
template <>
struct service<void> : fixed_size_service {};
template <>
struct service<road_with_data_as_given> : road_with_data_as_given {};

/// The plan of Verb for the first of the arguments X, before the spans that receive its results.
template <class Verb, class Tuple, std::size_t... Index>
auto plan_before_spans(std::index_sequence<Index...>) ->
    typename Verb::template plan<std::tuple_element_t<Index, Tuple>...>;

/// The road of a call of Verb, which differentiates F, with arguments and spans X.
template <class Verb, class F, class... X>
constexpr road choose_road() {
  if constexpr (std::is_void_v<asked_road<Verb, F, X...>>) {
    return road_of_plan<decltype(plan_before_spans<Verb, std::tuple<X...>>(
        std::make_index_sequence<sizeof...(X) - span_count<X...>>{}))>();
  } else if constexpr (std::same_as<asked_road<Verb, F, X...>, road_with_data_as_given>) {
    using with_data = verb_beside_data<Verb, X...>;
    return []<class... S>(std::type_identity<std::tuple<S...>>) {
      return choose_road<with_data, typename with_data::callable, S...>();
    }(types_beside_data<Verb, X...>{});
  } else {
    return asked_road<Verb, F, X...>::value;
  }
}

template <class Verb, class F, class... X>
inline constexpr road road_of = choose_road<Verb, F, X...>();

}  // namespace etad::inline ETAD_ABI::detail
