// SPDX-License-Identifier: MIT
// How every verb is called: with values, returning the derivative; or with trailing std::span
// arguments that receive it.
#pragma once

#include <etad/call/road.hpp>
#include <etad/call/run_time/products.hpp>
#include <etad/call/run_time/verbs.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The base of every verb; it holds the callable. `Verb::plan<A...>` says what a call with arguments
/// A of fixed size does:
///   call      the call of the callable, which knows its road (call/road.hpp)
///   scalar    the scalar type of the call
///   task      what is computed: task::program<call>, or task::with_duals<call>
///   result    what the caller gets
///   parts     ties the parts of a result, in the order of the program's outputs
/// and `Verb::at_run_time()` what a call of run-time size does.
template <class Verb, class F>
struct verb {
  using callable = F;
  [[no_unique_address]] F differentiated;

  template <class... A>
    requires(span_count<A...> == 0)
  constexpr auto operator()(const A&... a) const {
    if constexpr (any_unsettled<A...>) {
      return (*this)(settled(a)...);
    } else {
      return service<asked_road<Verb, F, A...>>::compute(static_cast<const Verb&>(*this), a...);
    }
  }

  /// The same into memory of the caller: one trailing span for each part of the result, values
  /// before derivatives, each flat and by rows. Throws std::invalid_argument if a span has another
  /// size than its part; nothing is written then. The spans may overlap the arguments, if those are of
  /// fixed size.
  template <class... X>
    requires(span_count<X...> > 0)
  constexpr void operator()(const X&... x) const {
    if constexpr (any_unsettled<X...>) {
      (*this)(settled(x)...);
    } else {
      service<asked_road<Verb, F, X...>>::write(static_cast<const Verb&>(*this), x...);
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
