// SPDX-License-Identifier: MIT
// Why a call is not traced, in words.
#pragma once

#include <concepts>
#include <cstddef>
#include <tuple>
#include <utility>

#include <etad/call/road.hpp>
#include <etad/call/traced/traceable.hpp>
#include <etad/core/sized.hpp>
#include <etad/expr/coloured_probe.hpp>
#include <etad/lower/complaint.hpp>

namespace etad::inline ETAD_ABI {

/// What keeps a callable from being traced; etad::road_of tells which one it is.
enum class obstacle {
  none,
  opaque,
  run_time_size,
  data_members,
  unknown_type,
  library_type,
  state,
  not_generic,
  result,
  needs_value,
  too_many_paths,
  too_long,
  not_constant,
  not_recordable,
  forward_asked_for,
  derivative_too_long,
};

/// The obstacle as the second half of a sentence: "not traced, since ...".
constexpr const char* to_string(obstacle why) noexcept {
  switch (why) {
    case obstacle::opaque:
      return "etad::opaque asks for dual numbers";
    case obstacle::run_time_size:
      return "the size of an argument is known at run time only; pass std::array";
    case obstacle::data_members:
      return "an argument has members that are data, and programs know types alone";
    case obstacle::unknown_type:
      return "etad does not know the type of an argument: data where wrt leaves it out, else its "
             "interop header is missing";
    case obstacle::library_type:
      return "an argument is of a library whose code the compiler cannot run; pass a matrix of "
             "Eigen for its array, or "
             "etad::by_elements(x), say so of the callable, etad::by_elements(f), or tell g++ "
             "-fimplicit-constexpr";
    case obstacle::state:
      return "the callable has captures or members that are references or no numbers, or that it "
             "computes or decides with before they meet a number of the call; pass them as "
             "arguments that are left out of wrt";
    case obstacle::not_generic:
      return "the callable does not accept etad::traced in place of its numbers; write auto or a "
             "template parameter for every scalar";
    case obstacle::result:
      return "the callable returns something else than numbers, std::array or structures of them";
    case obstacle::needs_value:
      return "the callable makes a whole number or a text of a number, whose value is known at run "
             "time only";
    case obstacle::too_many_paths:
      return "the callable has more paths through its branches than 256, or than the compiler's "
             "limit "
             "for constant evaluation allows; select, max, min, abs and clamp do not branch";
    case obstacle::too_long:
      return "the callable does more than 16,384 operations, or than the compiler's limit for "
             "constant "
             "evaluation allows";
    case obstacle::not_constant:
      return "the compiler cannot run the callable: it calls a function that is not constexpr, "
             "such as a "
             "decomposition of Eigen's, "
             "reads "
             "a number before it is set or one outside of an array, or does more than the "
             "compiler's limit for constant "
             "evaluation allows, or an assertion fails, such as that of std::clamp with bounds of "
             "the "
             "call; g++ -fimplicit-constexpr runs inline functions without the word";
    case obstacle::not_recordable:
      return "the callable does not accept etad::variable in place of its numbers, though it "
             "accepts etad::dual; "
             "write auto or a template parameter for every scalar";
    case obstacle::forward_asked_for:
      return "etad::forward asks for dual numbers";
    case obstacle::derivative_too_long:
      return "a pass over the derivative exceeds the compiler's limit for one constant; raise "
             "-fconstexpr-ops-limit with g++, -fconstexpr-steps with Clang";
    case obstacle::none:
      break;
  }
  return "nothing is in the way";
}

namespace detail {

/// Whether a callable with values of its own, which is looked at as a formula is, makes whole numbers of its
/// arguments.
template <class F, class... A>
constexpr bool makes_whole_number() {
  if constexpr ((shape_of<A>::is_scalar && ...)) {
    return probed<F, std::make_index_sequence<sizeof...(A)>>::makes_whole_number();
  } else {
    return false;
  }
}

/// The first obstacle; what comes behind it is not asked, since asking may be an error. The order is that
/// of the concept traceable.
template <class F, class... A>
constexpr obstacle obstacle_of() {
  if constexpr (is_opaque<F>) {
    return obstacle::opaque;
  } else if constexpr ((run_time_sized<A> || ...)) {
    return obstacle::run_time_size;
  } else if constexpr ((holds_data<A> || ...)) {
    return obstacle::data_members;
  } else if constexpr (!(argument<A> && ...)) {
    return obstacle::unknown_type;
  } else if constexpr (!(is_traceable_argument<A> && ...)) {
    return obstacle::library_type;
  } else if constexpr (is_verb<F>) {
    return obstacle_of<typename F::callable, A...>();
  } else if constexpr (!stateless_callable<F>) {
    return makes_whole_number<F, A...>() ? obstacle::needs_value : obstacle::state;
  } else if constexpr (!accepts_traced<F, A...>) {
    return obstacle::not_generic;
  } else if constexpr (!traceable_result<traced_result_of<F, A...>>) {
    return obstacle::result;
  } else if constexpr (!runs_in_the_compiler<F, A...>) {
    switch (first_complaint<F, rebind<A, traced>...>()) {
      case complaint::needs_value:
        return obstacle::needs_value;
      case complaint::too_many_paths:
        return obstacle::too_many_paths;
      case complaint::too_long:
        return obstacle::too_long;
      case complaint::none:
        break;
    }
    return obstacle::not_constant;
  } else {
    return obstacle::none;
  }
}

template <class F, class Tuple, std::size_t... Index>
constexpr obstacle leading_obstacle(std::index_sequence<Index...>) {
  return obstacle_of<F, std::tuple_element_t<Index, Tuple>...>();
}

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
