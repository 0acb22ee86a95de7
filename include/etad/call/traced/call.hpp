// SPDX-License-Identifier: MIT
// A call whose callable is traced: what it requires, and the program it is made of.
#pragma once

#include <concepts>
#include <type_traits>

#include <etad/call/roads.hpp>
#include <etad/call/traced/arguments.hpp>
#include <etad/call/traced/run.hpp>
#include <etad/call/traced/traceable.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Runs a trace that fails as a constant of its own, so that compilers say where it stopped.
template <bool Fails, class F, class... A>
struct failing_trace {
  static constexpr bool shown = true;
};
template <class F, class... A>
struct failing_trace<true, F, A...> {
  static constexpr bool shown = traces<F, A...>();
};

/// What a traced call must fulfil. A class of its own, since Clang gives up on a class whose assertion
/// fails, and the errors that follow say more.
template <class F, class Wrt, class... A>
struct requirements {
  static constexpr bool can_be_run = stateless_callable<F> && accepts_traced<F, A...>;
  static_assert(Wrt::within(sizeof...(A)),
                "ETAD-011: wrt<I...> requires argument positions counted from 0; one of them is "
                "not below the number of arguments of this call.");
  static_assert(!(std::is_void_v<typename shape_of<A>::scalar> || ...),
                "ETAD-055: etad requires the items of a tuple, pair or map to be numbers or arrays "
                "and structures of numbers, and structures to have such members; other types were "
                "seen. Capture them, or make them members of a structure adapted with Boost.Hana.");
  static_assert(
      (argument<A> && ...),
      "ETAD-012: etad requires arguments that are numbers or (nested) std::array, built-in arrays, "
      "std::vector or std::span<const T> of numbers, or structures of them; another type was seen. "
      "Copy the data into one of these; for numbers behind a pointer write std::span<const double, "
      "N>(pointer, N); for structures include <etad/interop/hana.hpp> and adapt "
      "them by BOOST_HANA_DEFINE_STRUCT.");
  static_assert(
      (!holds_data<A> && ...),
      "ETAD-055: etad::traced_only, forward, reverse, elimination and whatever counts operations "
      "require "
      "arguments whose members are numbers or constants in their type, since programs know "
      "types alone; a structure with other members was seen. Drop the mode, or wrap the "
      "function that takes such a derivative in etad::opaque, and dual numbers serve.");
  static_assert(
      !changes_itself<F, A...>,
      "ETAD-157: etad requires a callable whose call operator is const, because a derivative runs "
      "it "
      "as often as it needs; a mutable lambda or a call operator that is not const was seen. Drop "
      "mutable, or keep what it changes outside and capture that by reference.");
  static_assert(!takes_whole_numbers<F, A...>,
                "ETAD-133: etad requires arguments that a callable takes as whole numbers, such as "
                "int n, to be left out of wrt, since they are data; a derivative by all arguments "
                "or by that one was seen. Name the others: wrt<0>.");
  static_assert(
      changes_itself<F, A...> || accepts_traced<F, A...> || takes_whole_numbers<F, A...>,
      "ETAD-013: etad runs the callable on etad::traced in place of the scalar type and "
      "requires it to accept that; it does not. Make it generic: auto or template "
      "parameters for every scalar, std::array<T, N> for arrays; write using std::sin; "
      "sin(x) where it says std::sin(x), or include <etad/interop/std.hpp>; write "
      "etad::real_number where it says std::floating_point; wrap a function pointer in a "
      "lambda; pass as many arguments as it takes, and leave what it takes as data, such as "
      "const std::vector<double>& of a vector, out of wrt.");
  static_assert(
      stateless_callable<F> || !accepts_traced<F, A...>,
      "ETAD-010: etad::traced_only, forward, reverse, elimination and whatever counts operations "
      "require a callable without state, or one whose captures and members are numbers that it "
      "takes as operands. This one captures by reference, or computes or decides "
      "with captures or members alone. Drop the mode, or traced_only, and dual numbers serve; or "
      "pass the captured values as arguments and leave them out of wrt<...>.");
  static_assert(traceable_result<traced_result_of<F, A...>>,
                "ETAD-014: etad requires a callable that returns numbers or (nested) std::array of "
                "numbers, or structures of them; it returned another type. Return std::array for "
                "several results; for structures include <etad/interop/hana.hpp>.");
  static_assert(
      !can_be_run || runs_in_the_compiler<F, A...>,
      "ETAD-019: etad::traced_only, forward, reverse, elimination and whatever counts operations "
      "require a callable that the compiler can run: all functions it calls must be constexpr (or "
      "inline, for g++ -fimplicit-constexpr), "
      "every number set before it is read (T x{}; is 0), no index outside of its array, no text "
      "and no whole number made of the "
      "value of one, and the work must stay within the compiler's limits for constant evaluation. "
      "That failed; the next error says where. Drop the mode, or traced_only, and dual numbers "
      "serve.");
  static_assert(failing_trace < can_be_run && !runs_in_the_compiler<F, A...>, F, A... > ::shown);
  static constexpr bool met = true;
};

/// A call whose callable is traced.
template <class F, class Wrt, class... A>
struct function_call : call_arguments<Wrt, A...> {
  static_assert(requirements<F, Wrt, A...>::met);
  static constexpr road taken = road::traced;

  using scalar = typename function_call::scalar;
  using source = traced_source<F, rebind<A, traced>...>;
  using traced_result = traced_result_of<F, A...>;
  using result = mirrored_of<traced_result, scalar>;

  /// The same call on doubles. A program does not depend on the scalar type, so calls that differ only
  /// in that share their programs.
  using shape_call = function_call<F, Wrt, rebind<A, double>...>;

  static constexpr int results = shape_of<traced_result>::leaves;

  /// Does what Plan says, with the results in `parts`.
  template <class Plan, class Target, class... P, class... X>
  [[gnu::always_inline]] static constexpr void execute(const Target&,
                                                       const std::tuple<P&...>& parts,
                                                       const X&... x) {
    run<typename Plan::task::template program<typename Plan::call>, typename Plan::scalar>(parts,
                                                                                           x...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
