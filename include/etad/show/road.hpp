// SPDX-License-Identifier: MIT
// Which road a call takes, and why not the traced one.
#pragma once

#include <cstddef>
#include <string>
#include <tuple>
#include <utility>

#include <etad/call/obstacle.hpp>
#include <etad/call/road.hpp>
#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI {

/// What road_of() found out.
struct road_report {
  road taken = road::refused;
  /// obstacle::none on the traced road.
  obstacle why_not_traced = obstacle::none;
  /// Of a call of run-time size that cannot take a tape where that would cost less: obstacle::not_recordable,
  /// obstacle::forward_asked_for.
  obstacle why_not_recorded = obstacle::none;

  friend constexpr bool operator==(const road_report& report, road expected) noexcept {
    return report.taken == expected;
  }
};

namespace detail {

/// A verb itself; of another callable, its Jacobian.
template <class F>
struct verb_of {
  using type = jacobian_function<F, wrt_t<>, jacobian_mode::automatic>;
};
template <class F>
  requires is_verb<F>
struct verb_of<F> {
  using type = F;
};

/// What keeps a call of run-time size from a tape. Asked of a mode first: a callable that is forced to dual numbers
/// may not even be looked at.
template <class Verb, class... A>
constexpr obstacle tape_obstacle_of() {
  if constexpr (forced_to_duals<Verb>) {
    return obstacle::forward_asked_for;
  } else if constexpr (recordable_call<typename Verb::callable, A...>) {
    return obstacle::none;
  } else {
    return obstacle::not_recordable;
  }
}
template <class Verb, class Tuple, std::size_t... Index>
constexpr obstacle leading_tape_obstacle(std::index_sequence<Index...>) {
  return tape_obstacle_of<Verb, std::tuple_element_t<Index, Tuple>...>();
}

template <class Verb, class... A>
constexpr road_report report_road() {
  using callable = typename Verb::callable;
  constexpr road taken = road_of<Verb, callable, A...>;
  constexpr std::make_index_sequence<points_among<Verb>(sizeof...(A))> points{};
  if constexpr (called_with_data_as_given<Verb, A...>) {
    road_report report = []<class... S>(std::type_identity<std::tuple<S...>>) {
      return report_road<verb_beside_data<Verb, A...>, S...>();
    }(types_beside_data<Verb, A...>{});
    report.why_not_traced = leading_obstacle<callable, std::tuple<A...>>(points);
    return report;
  } else if constexpr (taken == road::traced) {
    return {taken};
  } else if constexpr (taken == road::run_time) {
    return {taken, leading_obstacle<callable, std::tuple<A...>>(points),
            leading_tape_obstacle<Verb, std::tuple<A...>>(points)};
  } else {
    constexpr obstacle why = leading_obstacle<callable, std::tuple<A...>>(points);
    constexpr bool stopped = taken == road::duals || taken == road::refused;
    return {taken, stopped && why == obstacle::none ? obstacle::derivative_too_long : why};
  }
}

}  // namespace detail

/// The road that a call of a verb with arguments of types A takes, and what keeps it from being traced:
///
///   static_assert(etad::road_of<double, double>(etad::gradient(f)) == etad::road::traced);
///   std::puts(to_string(etad::road_of<double>(etad::gradient(g))).c_str());
///
/// Of a callable that is no verb: the road of its Jacobian. Cost: compile time only.
template <class... A, class F>
constexpr road_report road_of(const F&) noexcept {
  return detail::report_road<typename detail::verb_of<F>::type, A...>();
}

/// "traced", or "dual numbers, not traced, since the callable has captures ...".
inline std::string to_string(const road_report& report) {
  const bool duals_alone = report.why_not_recorded != obstacle::none;
  std::string text = to_string(duals_alone ? road::duals : report.taken);
  if (report.taken == road::formula && report.why_not_traced == obstacle::state) {
    text += ", not traced, since the callable has captures or members, which are read at each call";
  } else if (report.why_not_traced != obstacle::none) {
    text += std::string(", not traced, since ") + to_string(report.why_not_traced);
  }
  if (duals_alone)
    text += std::string(", not on a tape, since ") + to_string(report.why_not_recorded);
  return text;
}

}  // namespace etad::inline ETAD_ABI
