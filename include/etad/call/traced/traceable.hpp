// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <type_traits>

#include <etad/call/opaque.hpp>
#include <etad/call/roads.hpp>
#include <etad/core/accepts.hpp>
#include <etad/core/shape.hpp>
#include <etad/ir/opaque_row.hpp>
#include <etad/ir/schedule.hpp>
#include <etad/lower/trace.hpp>
#include <etad/pass/dce.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Whether a function of an A may run in constant evaluation; interop says so where it cannot. A program
/// depends on types alone, so it knows no data.
template <class A>
inline constexpr bool is_traceable_argument = !holds_data<A>;

/// A callable that etad can construct on its own and run inside the compiler.
template <class F>
concept stateless_callable = std::is_empty_v<F> && std::default_initializable<F>;

template <class F, class... Args>
concept accepts_traced = accepts<const F&, rebind<Args, traced>...>;

/// The call operator is not const: a mutable lambda.
template <class F, class... Args>
concept changes_itself = !accepts_traced<F, Args...> && accepts<F&, rebind<Args, traced>...>;

/// F takes whole numbers as they are.
template <class F, class... Args>
concept takes_whole_numbers =
    (std::is_integral_v<Args> || ...) && !accepts_traced<F, Args...> &&
    accepts<const F&, std::conditional_t<std::is_integral_v<Args>, Args, rebind<Args, traced>>...>;

template <class F, class... Args>
using traced_result_of = result_of<const F&, rebind<Args, traced>...>;

/// A verb differentiates on etad's programs only if what it differentiates is traced itself.
template <class F, class... Args>
constexpr bool whole_chain_is_traced() {
  if constexpr (requires { typename F::template plan<Args...>::call; }) {
    constexpr road taken = road_of_plan<typename F::template plan<Args...>>();
    return taken != road::duals && taken != road::refused;
  } else {
    return true;
  }
}

/// The result is traced numbers; plain ones are constants.
template <class R>
concept traceable_result = std::convertible_to<typename shape_of<R>::scalar, traced>;

/// Reached while the compiler runs a function, it makes that function one that cannot be traced.
inline void opaque_function_was_traced() {}

/// Whether all rules behind a function that the compiler cannot look into are programs.
constexpr bool has_rules(const opaque_row* row, buffer<const opaque_row*>& seen) {
  for (const opaque_row* const other : seen) {
    if (other == row) return true;
  }
  seen.push_back(row);
  if (row->rule->inputs == 0) return false;
  for (int k = 0; k < row->rule->literal_count; ++k) {
    const opaque_row* const called = row->rule->literals[k].function;
    if (called != nullptr && !has_rules(called, seen)) return false;
  }
  return true;
}

/// Opaque functions are there for built-in numbers only, so calls with others run on dual numbers.
template <class A>
inline constexpr bool has_opaque_functions = std::is_arithmetic_v<typename shape_of<A>::scalar> ||
                                             std::same_as<typename shape_of<A>::scalar, traced>;

/// Fails if p calls a function that a program of arguments Args cannot.
template <class... Args>
constexpr void check_opaque_functions(const program& p) {
  buffer<const opaque_row*> seen;
  for (const literal& x : p.literals) {
    if (x.function == nullptr) continue;
    if (!(has_opaque_functions<Args> && ...) || !has_rules(x.function, seen)) {
      opaque_function_was_traced();
    }
  }
}

/// A callable that is made of one that was traced before.
template <class F>
inline constexpr bool is_known_to_trace = false;

/// The program of F for arguments of these shapes.
template <class F, class... Shapes>
struct traced_source {
  static constexpr wide_schedule value = freeze(without_dead_code(trace<F, Shapes...>(F{})));
};

/// Runs F as traced_source does, without making a constant, which takes g++ three times as long as the trace;
/// of long programs all of it, so that where this succeeds, traced_source does.
template <class F, class... Args>
constexpr bool traces() {
  if constexpr (!is_known_to_trace<F>) {
    const program p = trace<F, rebind<Args, traced>...>(F{});
    if (p.size() > always_fits) freeze(without_dead_code(p));
    check_opaque_functions<Args...>(p);
  }
  return true;
}

/// The constant evaluation of a trace succeeds. Clang 16 takes a program, even a discarded one, for no
/// constant in a template argument; hence the function.
template <class F, class... Args>
concept runs_in_the_compiler = requires {
  typename std::bool_constant<traces<F, Args...>()>;
};

}  // namespace detail

/// True if etad can differentiate F, called with arguments of these types: it has no state, accepts
/// the traced scalar in place of its own, and runs in constant evaluation.
///
///   static_assert(etad::traceable<decltype(f), double, std::array<double, 3>>);
///
/// An error inside the body of F that is not about constant evaluation, such as a function that no
/// overload of which takes a traced value, is an error of the compiler, not false.
template <class F, class... Args>
concept traceable =
    !detail::is_opaque<F> && detail::stateless_callable<F> &&
    (detail::is_traceable_argument<Args> && ...) && (detail::argument<Args> && ...) &&
    detail::whole_chain_is_traced<F, Args...>() && detail::accepts_traced<F, Args...> &&
    detail::traceable_result<detail::traced_result_of<F, Args...>> &&
    detail::runs_in_the_compiler<F, Args...>;

}  // namespace etad::inline ETAD_ABI
