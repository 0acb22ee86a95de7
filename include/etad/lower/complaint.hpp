// SPDX-License-Identifier: MIT
// Why the compiler cannot trace a callable, found by a trace that forgives.
#pragma once

#include <etad/lower/trace.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What a trace that forgives came across.
enum class complaint { none, needs_value, too_many_paths, too_long };

/// Runs F on traced arguments; where trace() would refuse, goes on and remembers. After so many instructions
/// the others are forgotten, after so many paths it stops: what such a run spares may bring it below the
/// compiler's limit where the whole trace is above.
template <class F, class... Args>
constexpr complaint complaint_of(std::size_t instructions, int paths) {
  trace_state state;
  state.code.allow_overflow(instructions);
  state.forgives = true;
  std::tuple<Args...> arguments;
  int visited = 0;
  visit_paths(state, arguments, F{}, [&](const auto&) {
    return ++visited <= paths && !state.code.overflowed() && !state.was_asked_for_a_value;
  });
  if (state.was_asked_for_a_value) return complaint::needs_value;
  if (state.code.overflowed()) return complaint::too_long;
  return visited > paths ? complaint::too_many_paths : complaint::none;
}

/// Whether the compiler comes to the end of that.
template <class F, std::size_t Instructions, int Paths, class... Args>
concept can_complain = requires {
  typename std::bool_constant<complaint_of<F, Args...>(Instructions, Paths) == complaint::none>;
};

/// The complaint of a callable that cannot be traced: first within the limits of trace(), then within smaller ones.
template <class F, class... Args>
constexpr complaint first_complaint() {
  if constexpr (can_complain<F, program_limit, path_limit, Args...>) {
    return complaint_of<F, Args...>(program_limit, path_limit);
  } else if constexpr (can_complain<F, 1024, 16, Args...>) {
    return complaint_of<F, Args...>(1024, 16);
  } else {
    return complaint::none;
  }
}

}  // namespace etad::inline ETAD_ABI::detail
