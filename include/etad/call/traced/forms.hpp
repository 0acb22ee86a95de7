// SPDX-License-Identifier: MIT
// The stages of a program on its way to code, each a constant of its own.
#pragma once

#include <etad/eval/evaluate.hpp>
#include <etad/ir/schedule.hpp>
#include <etad/pass/pipeline.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The forms of a program that are compiled into the executable.
template <class Program>
struct full_form {
  static constexpr auto value = fit<fitted_schedule<Program::value>>(Program::value);
};
template <class Program>
struct detached_wide {
  static constexpr wide_schedule value = freeze(without_dead_code(detached(thaw(Program::value))));
};
template <class Program>
  requires(states_derivatives(Program::value.code, Program::value.size))
struct full_form<Program> {
  static constexpr auto value =
      fit<fitted_schedule<detached_wide<Program>::value>>(detached_wide<Program>::value);
};
// Each stage is a constant of its own: compilers limit the work for one constant. ends() is
// asked where that may not suffice; `value` does not call what it calls, since g++ would keep that, too.
template <class Program>
struct regularized_wide {
  static constexpr bool ends() { return freeze(regularized(thaw(Program::value))).size >= 0; }
  static constexpr wide_schedule value = freeze(regularized(thaw(Program::value)));
};
template <class Program>
struct regular_wide {
  static constexpr bool ends() {
    return freeze(finished(thaw(regularized_wide<Program>::value))).size >= 0;
  }
  static constexpr wide_schedule value = freeze(finished(thaw(regularized_wide<Program>::value)));
};
template <class Program>
struct regular_steps {
  static constexpr bool ends() {
    return freeze_steps(steps_of(thaw(regular_wide<Program>::value))).size >= 0;
  }
  static constexpr wide_step_list value =
      freeze_steps(steps_of(thaw(regular_wide<Program>::value)));
};
template <class Program>
struct regular_table {
  static constexpr wide_step_table value =
      tabulate(thaw(regular_wide<Program>::value), regular_steps<Program>::value,
               Program::value.output_count);
};
/// What is left of a derivative program as it is derived.
template <class Derivation>
struct pruned {
  using derivation = Derivation;
  static constexpr bool ends() {
    return freeze(without_dead_code(thaw(Derivation::value))).size >= 0;
  }
  static constexpr wide_schedule value = freeze(without_dead_code(thaw(Derivation::value)));
};

/// Whether the compiler comes to the end of a stage. Where it does not, Stage::value is an error of the
/// compiler, and this is false. It takes as long as the value again.
template <class Stage>
concept comes_to_an_end = requires {
  typename std::bool_constant<Stage::ends()>;
};

/// Whether the compiler can derive Program, if it is a derivative.
template <class Program>
constexpr bool can_be_derived() {
  if constexpr (requires { typename Program::derivation; }) {
    if constexpr (!Program::derivation::is_short) {
      if constexpr (!comes_to_an_end<typename Program::derivation>) {
        return false;
      } else {
        return comes_to_an_end<pruned<typename Program::derivation>>;
      }
    }
  }
  return true;
}
/// Whether it can make code of it.
template <class Program>
constexpr bool can_be_compiled() {
  // One stage after the other: what comes behind a stage that fails may not be instantiated.
  // NOLINTNEXTLINE(bugprone-branch-clone)
  if constexpr (!can_be_derived<Program>()) {
    return false;
  } else if constexpr (Program::value.size <= always_fits) {
    return true;
  } else if constexpr (!comes_to_an_end<regularized_wide<Program>>) {
    return false;
  } else if constexpr (!comes_to_an_end<regular_wide<Program>>) {
    return false;
  } else {
    // The table that is made of the steps costs less than they do.
    return comes_to_an_end<regular_steps<Program>>;
  }
}
template <class Program>
inline constexpr bool derivable = can_be_derived<Program>();
template <class Program>
inline constexpr bool compilable = can_be_compiled<Program>();

/// What is required of a program that no other road replaces.
template <bool Fits>
struct limit_requirement {
  static_assert(
      Fits,
      "ETAD-130: a derivative program requires that each of etad's passes stays within the "
      "compiler's limit for one constant; this function is too long for one of them. Raise the "
      "limit (-fconstexpr-ops-limit with g++, -fconstexpr-steps with Clang), drop the mode or "
      "traced_only so that dual numbers serve, or differentiate parts of the function.");
  static constexpr bool met = Fits;
};

template <class Program, bool Fits = limit_requirement<compilable<Program>>::met>
struct regular_form {
  static constexpr auto value =
      fit<fitted_schedule<regular_wide<Program>::value>>(regular_wide<Program>::value);
  static constexpr auto table =
      fit_table<at_least_one(regular_table<Program>::value.size),
                at_least_one(regular_table<Program>::value.constant_count)>(
          regular_table<Program>::value);
};
/// In place of what was refused, so that no other error follows.
template <class Program>
struct regular_form<Program, false> {
  static constexpr schedule<1, 1, 1> value{};
  static constexpr step_table<1, 1> table{};
};

}  // namespace etad::inline ETAD_ABI::detail
