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
// Each stage is a constant of its own: compilers limit the work for one constant.
template <class Program>
struct regularized_wide {
  static constexpr wide_schedule value = freeze(regularized(thaw(Program::value)));
};
template <class Program>
struct regular_wide {
  static constexpr wide_schedule value = freeze(finished(thaw(regularized_wide<Program>::value)));
};
template <class Program>
struct regular_steps {
  static constexpr wide_step_list value =
      freeze_steps(steps_of(thaw(regular_wide<Program>::value)));
};
template <class Program>
struct regular_table {
  static constexpr wide_step_table value =
      tabulate(thaw(regular_wide<Program>::value), regular_steps<Program>::value,
               Program::value.output_count);
};
template <class Program>
struct regular_form {
  static constexpr auto value =
      fit<fitted_schedule<regular_wide<Program>::value>>(regular_wide<Program>::value);
  static constexpr auto table =
      fit_table<at_least_one(regular_table<Program>::value.size),
                at_least_one(regular_table<Program>::value.constant_count)>(
          regular_table<Program>::value);
};

}  // namespace etad::inline ETAD_ABI::detail
