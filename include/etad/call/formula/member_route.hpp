// SPDX-License-Identifier: MIT
// How a callable with members is turned into one without: it is traced on an object that nobody may read, so that
// every member it meets a number of the call with becomes an input behind the arguments.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <type_traits>

#include <etad/call/formula/formula_route.hpp>
#include <etad/call/traced/traceable.hpp>
#include <etad/expr/outside_number.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Room for an F that is never made. Its members have addresses, but no values: a constant evaluation that reads one
/// fails, and what refers to one by address is the same for every F.
template <class F>
union unseen_object {
  char none;
  F callable;
  constexpr unseen_object() : none() {}
};
template <class F>
inline const unseen_object<F> unseen{};

/// The numbers that F takes from its members, in order: operands beside traced ones. Not constant if F needs a value
/// of a member itself, computes or decides with members alone.
template <class F, class... A>
constexpr buffer<outside_number> members_used() {
  buffer<outside_number> found;
  const program p = trace<F, rebind<A, traced>...>(unseen<F>.callable, &found);
  check_opaque_functions<A...>(p);
  return found;
}

template <class F, class... A>
concept reads_members_as_data = requires {
  typename std::bool_constant<(members_used<F, A...>().size() <= 256)>;
};

/// The numbers outside of the program of F, as constants.
template <class F, class... A>
struct outside_numbers {
  static constexpr int count = static_cast<int>(members_used<F, A...>().size());
  static constexpr std::array<outside_number, static_cast<std::size_t>(at_least_one(count))> all =
      [] {
        std::array<outside_number, static_cast<std::size_t>(at_least_one(count))> list{};
        const buffer<outside_number> found = members_used<F, A...>();
        for (std::size_t k = 0; k < found.size(); ++k) list[k] = found[k];
        return list;
      }();

  /// Number K of an object f: of a member the value in f; of anything else, which has a fixed address, that.
  template <int K, class Scalar>
  [[gnu::always_inline]] static Scalar read(const F& f) {
    constexpr outside_number number = all[static_cast<std::size_t>(K)];
    const char* const first = reinterpret_cast<const char*>(&unseen<F>);
    const char* const place = static_cast<const char*>(number.at);
    const std::less<const char*> before;
    if (before(place, first) || !before(place, first + sizeof(F))) {
      return number.template read<Scalar>(place);
    }
    return number.template read<Scalar>(reinterpret_cast<const char*>(&f) + (place - first));
  }
};

/// F without its members, which are the last argument.
template <class F, class... A>
struct member_body {
  using numbers = outside_numbers<F, A...>;

  template <class... X>
    requires(sizeof...(X) == sizeof...(A) + (numbers::count > 0 ? 1 : 0) &&
             (std::same_as<typename shape_of<X>::scalar, traced> && ...))
  constexpr auto operator()(const X&... x) const {
    return call(std::forward_as_tuple(x...), std::index_sequence_for<A...>{});
  }

 private:
  template <class All, std::size_t... Index>
  static constexpr auto call(const All& all, std::index_sequence<Index...>) {
    if constexpr (numbers::count > 0) {
      const auto& data = std::get<sizeof...(A)>(all);
      trace_state* const state = data[0].state();
      // Empty before the first of all paths.
      if (state->outside.empty()) {
        for (std::size_t k = 0; k < data.size(); ++k) {
          state->outside.push_back({numbers::all[k], data[k].id_in(state)});
        }
      }
    }
    return unseen<F>.callable(std::get<Index>(all)...);
  }
};

/// Stands for the formula that is not there.
template <int Count>
struct member_node {};
template <int Count>
inline constexpr int distinct_constants<member_node<Count>> = Count;
template <int Count>
struct node_facts<member_node<Count>> {
  static constexpr int constants = Count;
};

/// F has members, and what it makes of traced numbers is a program with these as data. Constant evaluation and what
/// is not a built-in number are left to dual numbers.
template <class F, class... A>
concept takes_member_route =
    !is_formula<F> && !is_opaque<F> && !is_verb<F> && !std::is_empty_v<F> &&
    std::is_trivially_copyable_v<F> && !writes_formula<F, A...> &&
    (is_traceable_argument<A> && ...) &&
    (std::is_arithmetic_v<typename shape_of<A>::scalar> && ...) && accepts_traced<F, A...> &&
    traceable_result<traced_result_of<F, A...>> && reads_members_as_data<F, A...>;

template <class F, class... A>
  requires takes_member_route<F, A...>
struct formula_route<F, A...> {
  using numbers = outside_numbers<F, A...>;
  static constexpr bool exists = true;
  using node = member_node<numbers::count>;
  template <bool Merged>
  using body = member_body<F, A...>;
  using constant = double;
  static constexpr int constants = numbers::count;

  template <class Scalar>
  [[gnu::always_inline]] static std::array<Scalar, static_cast<std::size_t>(constants)>
  constants_of(const F& f) {
    return values<Scalar>(f, std::make_integer_sequence<int, constants>{});
  }

 private:
  template <class Scalar, int... K>
  [[gnu::always_inline]] static std::array<Scalar, static_cast<std::size_t>(constants)> values(
      const F& f, std::integer_sequence<int, K...>) {
    return {numbers::template read<K, Scalar>(f)...};
  }
};

template <class Node>
inline constexpr bool is_member_node = false;
template <int Count>
inline constexpr bool is_member_node<member_node<Count>> = true;

/// The route of F is that of a callable with members.
template <class F, class... A>
concept reads_members = is_member_node<typename formula_route<F, A...>::node>;

/// Constants of a program that were traced already.
template <class F, class... A>
inline constexpr bool is_known_to_trace<member_body<F, A...>> = true;

}  // namespace etad::inline ETAD_ABI::detail
