// SPDX-License-Identifier: MIT
// Traced functions as single records of a tape.
#pragma once

#include <type_traits>

#include <etad/call/tape/record_call.hpp>
#include <etad/verb/products.hpp>

namespace etad::inline ETAD_ABI {

/// What kernel() returns.
template <class F>
struct kernel_function {
  static_assert(std::is_empty_v<F> && std::is_default_constructible_v<F>,
                "ETAD-118: etad::kernel(f) requires f to have no state, a captureless lambda or an "
                "empty functor: its adjoint is compiled from its type. Pass what it captures as "
                "arguments; numbers that are no variables are constants.");
  [[no_unique_address]] F f;

  template <class... A>
  auto operator()(const A&... a) const {
    if constexpr (detail::any_unsettled<A...>) {
      return (*this)(detail::settled(a)...);
    } else if constexpr (detail::joint_traits<typename detail::shape_of<A>::scalar...>::depth ==
                         0) {
      return f(a...);
    } else {
      using variable = detail::joint_variable<typename detail::shape_of<A>::scalar...>;
      return detail::record_call<F, variable>(a...);
    }
  }
};

/// f as one record of a tape. Called with variables, arrays or structures of them, and numbers, it runs f
/// on plain numbers and keeps the inputs; a sweep calls the adjoint of f that was compiled from its
/// program, at their values. Called with plain numbers it is f.
///
///   constexpr auto term = etad::kernel([](auto x, auto y) {
///     const auto t = y - x * x;
///     return 100.0 * t * t + (1.0 - x) * (1.0 - x);
///   });
///   for (std::size_t i = 0; i + 1 < x.size(); ++i) sum += term(x[i], x[i + 1]);
///
/// Cost: 8 bytes, and 12 for each number in the arguments, whatever f computes; the sweep costs about
/// two runs of f. Errors: ETAD-118 if f has state; those of etad::vjp; ETAD-110.
template <class F>
constexpr kernel_function<F> kernel(F f) {
  return {f};
}

}  // namespace etad::inline ETAD_ABI
