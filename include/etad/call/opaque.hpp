// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>
#include <utility>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// What opaque() returns.
template <class F>
struct opaque_function {
  [[no_unique_address]] F callable;

  template <class... A>
    requires std::is_invocable_v<const F&, const A&...>
  constexpr auto operator()(const A&... a) const { return callable(a...); }
};

/// The same callable, which etad differentiates with dual numbers whatever else it could do: it is never
/// called with etad::traced or with formulas. For code that does not compile on those.
template <class F>
constexpr opaque_function<F> opaque(F f) {
  return {std::move(f)};
}

namespace detail {

template <class F>
inline constexpr bool is_opaque = false;
template <class F>
inline constexpr bool is_opaque<opaque_function<F>> = true;

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
