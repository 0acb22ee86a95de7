// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>
#include <utility>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// What traced_only() returns.
template <class F>
struct traced_only_function {
  [[no_unique_address]] F callable;

  template <class... A>
    requires std::is_invocable_v<const F&, const A&...>
  constexpr auto operator()(const A&... a) const { return callable(a...); }
};

/// The same callable, which etad differentiates by tracing or not at all: where it could only be written
/// out as a formula, run on dual numbers or, in a batch, be called point by point, the errors of a traced
/// call say what is in the way. The opposite of opaque().
///
///   constexpr auto sum = etad::sum_over(etad::traced_only(kernel));
///
/// Errors: those of a traced call, ETAD-010 to ETAD-019, and ETAD-036 for arguments of run-time size.
template <class F>
constexpr traced_only_function<F> traced_only(F f) {
  return {std::move(f)};
}

namespace detail {

template <class F>
inline constexpr bool is_traced_only = false;
template <class F>
inline constexpr bool is_traced_only<traced_only_function<F>> = true;

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
