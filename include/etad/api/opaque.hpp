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

/// The same callable, which etad calls with numbers only and never with formulas: a closure whose body
/// does not compile on formulas (ETAD-080 to ETAD-082) is differentiated with dual numbers then.
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
