// SPDX-License-Identifier: MIT
// The roads that a call can take, by name.
#pragma once

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// How a call is served; etad::road_of tells which one a call takes. Each road is a folder of call/.
enum class road {
  /// The callable ran once inside the compiler; what is left is straight-line code.
  traced,
  /// A formula, or a closure that is written out as one: straight-line code, captured values read at
  /// each call.
  formula,
  /// The call stands inside a formula and becomes a part of it.
  part_of_formula,
  /// Sweeps of dual numbers, each with up to 8 or 16 tangents.
  duals,
  /// Arguments or results whose size is known at run time: sweeps of dual numbers, or a tape where that costs less.
  run_time,
  /// Variables of a tape: the call is one record there, whose sweep is compiled.
  record,
  /// A structure with members that are data: they are set aside, and the call takes another road.
  beside_data,
  /// A coded error.
  refused,
};

/// The name of a road, as in the documentation.
constexpr const char* to_string(road taken) noexcept {
  switch (taken) {
    case road::traced:
      return "traced";
    case road::formula:
      return "formula";
    case road::part_of_formula:
      return "part of a formula";
    case road::duals:
      return "dual numbers";
    case road::run_time:
      return "dual numbers, or a tape where that costs less";
    case road::record:
      return "one record of a tape";
    case road::beside_data:
      return "beside data";
    case road::refused:
      break;
  }
  return "refused";
}

namespace detail {

/// The road of a call of fixed size. A call may take another one for what Plan wants of it than for less.
template <class Plan>
constexpr road road_of_plan() {
  if constexpr (requires { Plan::call::template taken_for<Plan>(); }) {
    return Plan::call::template taken_for<Plan>();
  } else {
    return Plan::call::taken;
  }
}

/// How calls of one road are served: compute(verb, a...) returns the result, write(verb, x...) puts it into the
/// trailing spans. Specialised in the folder of the road; the roads of fixed size share fixed_size.hpp.
template <road Taken>
struct served;

/// Called where no program serves, so that compilers warn of it on request.
template <class Callable, class... A>
ETAD_SLOW_ROAD constexpr void not_traced() noexcept {}

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
