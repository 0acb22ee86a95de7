// SPDX-License-Identifier: MIT
// The modes that a user can force.
#pragma once

#include <type_traits>

#include <etad/call/road.hpp>
#include <etad/pass/pipeline.hpp>

namespace etad::inline ETAD_ABI {

template <detail::jacobian_mode Mode>
struct mode_tag {};

/// Modes that a Jacobian or a gradient can be forced into; of arguments of run-time size `forward` is sweeps of dual
/// numbers and `reverse` a tape. `elimination` removes the vertices of the linearized
/// graph in the cheapest of three orders.
inline constexpr mode_tag<detail::jacobian_mode::forward> forward{};
inline constexpr mode_tag<detail::jacobian_mode::reverse> reverse{};
inline constexpr mode_tag<detail::jacobian_mode::elimination> elimination{};
/// Forward mode with one lane of a vector register for each colour of the columns of the Jacobian.
inline constexpr mode_tag<detail::jacobian_mode::lanes> lanes{};

namespace detail {

/// The modes that a user names are those of programs; `lanes` is that of dual numbers, too.
template <jacobian_mode Mode, class F, class Wrt, class... A>
auto choose_call_in_mode() {
  if constexpr (Mode == jacobian_mode::automatic || Mode == jacobian_mode::lanes) {
    return std::type_identity<call_of<F, Wrt, A...>>{};
  } else {
    return std::type_identity<program_call<F, Wrt, A...>>{};
  }
}
template <jacobian_mode Mode, class F, class Wrt, class... A>
using call_in_mode = typename decltype(choose_call_in_mode<Mode, F, Wrt, A...>())::type;

/// A verb that runs on dual numbers, since the user said so.
template <class Verb>
inline constexpr bool forced_to_duals = false;
template <template <class, class, jacobian_mode> class Verb, class F, class Wrt, jacobian_mode Mode>
inline constexpr bool forced_to_duals<Verb<F, Wrt, Mode>> =
    Mode == jacobian_mode::forward || Mode == jacobian_mode::lanes;

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
