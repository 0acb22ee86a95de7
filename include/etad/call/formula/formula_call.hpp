// SPDX-License-Identifier: MIT
// Calls of verbs whose callable is a formula or written out as one, and how their programs run.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include <etad/call/formula/formula_route.hpp>
#include <etad/call/traced/call.hpp>
#include <etad/call/traced/traceable.hpp>

namespace etad::inline ETAD_ABI::detail {

/// F, called with arguments A..., is differentiated as a formula: it is one, or it cannot be traced, but
/// be written out.
template <class F, class... A>
concept takes_formula_route = holds_formula<F> ||(!traceable<F, A...> && formula_callable<F, A...>);

/// The call of the body.
template <class Route, bool Merged, class Wrt, class... A>
struct body_call {
  using type = function_call<typename Route::template body<false>, Wrt, A...>;
};
template <class Route, bool Merged, class Wrt, class... A>
  requires(Route::constants > 0)
struct body_call<Route, Merged, Wrt, A...> {
  using scalar = formula_scalar<typename Route::constant, A...>;
  static constexpr int constants =
      Merged ? distinct_constants<typename Route::node> : Route::constants;
  using type =
      function_call<typename Route::template body<Merged>, wrt_arguments<Wrt, sizeof...(A)>, A...,
                    std::array<scalar, static_cast<std::size_t>(constants)>>;
};

template <class F, class Wrt, class... A>
struct dual_call;

/// Numbers that pointers lead to, as one argument of run().
template <class T, int Count>
struct borrowed_leaves {
  const T* const* at;
};
template <class T, int Count>
struct shape<borrowed_leaves<T, Count>> {
  using scalar = T;
  static constexpr int leaves = Count;
  static constexpr bool is_scalar = false;
  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    unroll<Count>([&](auto k) __attribute__((always_inline)) { visitor(*value.at[k]); });
  }
};

/// Runs Task's program of a formula_call: puts the constants behind the leaves of the call's arguments,
/// before what else the program takes (tangents or weights).
template <class Task, class Call, bool Merged, class T, class Constants, class... P, class... A>
[[gnu::always_inline]] constexpr void run_with_constants(const Constants& constants,
                                                         const std::tuple<P&...>& parts,
                                                         const A&... a) {
  using call = typename Call::template body_call_of<Merged>;
  constexpr int behind = leaf_count<A...> - Call::leaves;
  input_leaves<T, leaf_count<A...>> in;
  in.collect(a...);
  run<typename Task::template program<call>, T>(parts, borrowed_leaves<T, Call::leaves>{in.at},
                                                constants,
                                                borrowed_leaves<T, behind>{in.at + Call::leaves});
}

/// Runs f, which is or makes the formula of Call, as a program.
template <class Task, class Call, class T, class F, class... P, class... A>
[[gnu::always_inline]] constexpr void run_formula(const F& f, const std::tuple<P&...>& parts,
                                                  const A&... a) {
  using route = typename Call::route;
  if constexpr (route::constants == 0) {
    // A closure is called even so: it may throw, or count its calls.
    static_cast<void>(route::template constants_of<T>(f));
    run<typename Task::template program<Call>, T>(parts, a...);
  } else {
    use_constants<typename route::node>(
        route::template constants_of<T>(f), [&](auto merged, const auto& constants)
                                                __attribute__((always_inline)) {
                                                  run_with_constants<Task, Call, merged.value, T>(
                                                      constants, parts, a...);
                                                });
  }
}

/// The same by the program that knows nothing of equal constants, for results whose type is that
/// program's.
template <class Task, class Call, class T, class F, class... P, class... A>
[[gnu::always_inline]] constexpr void run_formula_as_written(const F& f,
                                                             const std::tuple<P&...>& parts,
                                                             const A&... a) {
  using route = typename Call::route;
  if constexpr (route::constants == 0) {
    static_cast<void>(route::template constants_of<T>(f));
    run<typename Task::template program<Call>, T>(parts, a...);
  } else {
    run_with_constants<Task, Call, false, T>(route::template constants_of<T>(f), parts, a...);
  }
}

/// The same if the constants that repeat are equal; else false, and nothing is done.
template <class Task, class Call, class T, class F, class... P, class... A>
[[gnu::always_inline]] constexpr bool run_merged_formula(const F& f, const std::tuple<P&...>& parts,
                                                         const A&... a) {
  if constexpr (!built_in_scalar<T>) {
    return false;
  } else {
    using node = typename Call::route::node;
    std::array<T, static_cast<std::size_t>(distinct_constants<node>)> distinct{};
    if (!merge_constants<node>(Call::route::template constants_of<T>(f), distinct)) return false;
    run_with_constants<Task, Call, true, T>(distinct, parts, a...);
    return true;
  }
}

/// A call whose callable is written out as a formula. Its program takes the leaves of A... and then
/// the constants.
template <class F, class Wrt, class... A>
struct formula_call : body_call<formula_route<F, A...>, false, Wrt, A...>::type {
  using route = formula_route<F, A...>;
  /// The same for constants that are merged.
  template <bool Merged>
  using body_call_of = typename body_call<route, Merged, Wrt, A...>::type;

  /// The same call on dual numbers.
  using on_duals = dual_call<F, Wrt, A...>;

  static constexpr road taken = road::formula;
  static constexpr int leaves = leaf_count<A...>;
  using scalar = formula_scalar<typename route::constant, A...>;

  template <class Plan, class Target, class... P, class... X>
  [[gnu::always_inline]] static constexpr void execute(const Target& f,
                                                       const std::tuple<P&...>& parts,
                                                       const X&... x) {
    if constexpr (requires { requires Plan::task::is_sparse; }) {
      run_formula_as_written<typename Plan::task, typename Plan::call, typename Plan::scalar>(
          f, parts, x...);
    } else {
      run_formula<typename Plan::task, typename Plan::call, typename Plan::scalar>(f, parts, x...);
    }
  }
};

/// F reads the elements of matrices alone, and so gets something that is traced in place of a library's matrix:
/// elements_of<A>::type. An interop header says both.
template <class F>
inline constexpr bool reads_elements = false;
template <class F>
  requires is_verb<F>
inline constexpr bool reads_elements<F> = reads_elements<typename F::callable>;
template <class A>
struct elements_of {
  using type = A;
};
template <class F, class A>
using argument_for =
    typename std::conditional_t<reads_elements<F>, elements_of<A>, std::type_identity<A>>::type;

/// The call of F on programs alone, traced or as a formula.
template <class F, class Wrt, class... A>
struct choose_program_call {
  using type = function_call<F, Wrt, A...>;
};
template <class F, class Wrt, class... A>
  requires takes_formula_route<F, A...>
struct choose_program_call<F, Wrt, A...> {
  using type = formula_call<F, Wrt, A...>;
};
template <class F, class Wrt, class... A>
using program_call = typename choose_program_call<F, Wrt, argument_for<F, A>...>::type;

}  // namespace etad::inline ETAD_ABI::detail
