// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <type_traits>

#include <etad/api/opaque.hpp>
#include <etad/core/shape.hpp>
#include <etad/lower/trace.hpp>

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
concept accepts_traced = std::is_invocable_v<const F&, rebind<Args, traced>...>;

template <class F, class... Args>
using traced_result_of =
    std::remove_cvref_t<std::invoke_result_t<const F&, rebind<Args, traced>...>>;

/// A verb differentiates on etad's programs only if what it differentiates is traced itself.
template <class F, class... Args>
constexpr bool whole_chain_is_traced() {
  if constexpr (requires { typename F::template plan<Args...>::call; }) {
    return F::template plan<Args...>::call::is_traced;
  } else {
    return true;
  }
}

/// The result is traced numbers; plain ones are constants.
template <class R>
concept traceable_result = std::convertible_to<typename shape_of<R>::scalar, traced>;

template <class F, class... Args>
constexpr bool traces() {
  return (trace<F, rebind<Args, traced>...>(F{}), true);
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
