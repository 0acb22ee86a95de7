// SPDX-License-Identifier: MIT
// The choice of road: one function, one answer.
#pragma once

#include <cstddef>
#include <tuple>
#include <utility>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/duals/dual_call.hpp>
#include <etad/call/fixed_size.hpp>
#include <etad/call/formula/formula_application.hpp>
#include <etad/call/matrix_header.hpp>
#include <etad/call/roads.hpp>
#include <etad/call/run_time/call.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The plan of Verb for the first of the arguments X, before the spans that receive its results.
template <class Verb, class Tuple, std::size_t... Index>
auto plan_before_spans(std::index_sequence<Index...>) ->
    typename Verb::template plan<std::tuple_element_t<Index, Tuple>...>;

/// The road of a call of Verb, which differentiates F, with arguments and spans X.
template <class Verb, class F, class... X>
constexpr road choose_road() {
  if constexpr ((unknown_matrix<X> || ...)) {
    return road::refused;
  } else if constexpr (called_with_formulas<X...>) {
    return road::part_of_formula;
  } else if constexpr (called_with_data<F, X...>) {
    return road::beside_data;
  } else if constexpr (has_run_time_size<Verb, F, X...>()) {
    return road::run_time;
  } else {
    return decltype(plan_before_spans<Verb, std::tuple<X...>>(
        std::make_index_sequence<sizeof...(X) - span_count<X...>>{}))::call::taken;
  }
}

template <class Verb, class F, class... X>
inline constexpr road road_of = choose_road<Verb, F, X...>();

}  // namespace etad::inline ETAD_ABI::detail
