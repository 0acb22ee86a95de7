// SPDX-License-Identifier: MIT
// Errors found while the compiler runs a program: reaching one of these functions in constant
// evaluation stops the compilation, and the compilers print the text. Entries in docs/errors.md.
#pragma once

#include <cstdio>
#include <cstdlib>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

// Not constexpr on purpose. Only etad's own tests build programs at run time and could come here.
[[noreturn]] inline void stop_compilation(const char* text) {
  std::fputs(text, stderr);
  std::abort();
}

constexpr void compile_error(const char* text) {
  if (text != nullptr) stop_compilation(text);
}

constexpr void error_too_many_paths() {
  compile_error(
      "ETAD-015: etad requires at most 256 paths through the branches that a function takes on its "
      "arguments; it has more, since each if in a loop can double them. Use etad::select, max, "
      "min, "
      "abs or clamp, which do not branch.");
}
constexpr void error_program_too_long() {
  compile_error(
      "ETAD-016: etad requires programs of fewer than 16384 operations and 2048 constants; this "
      "one "
      "is longer. Differentiate its parts and multiply their Jacobians, or use jvp or vjp.");
}
constexpr void error_values_of_two_traces_were_mixed() {
  compile_error("etad: internal error: a value was used in a program that did not compute it.");
}
constexpr void error_derivative_of_constants_in_traced_code() {
  compile_error(
      "ETAD-018: etad requires a derivative inside a function that is itself differentiated to be "
      "taken at one of its arguments; it was taken at constants. Take it outside of the function.");
}

constexpr void error_value_reads_other_variables() {
  compile_error(
      "ETAD-060: etad requires a function whose derivative is stated to compute its value from its "
      "own arguments; it captured another variable, whose derivative would be lost. Pass that as "
      "an argument, and state its derivative or write 0.0 for it.");
}

}  // namespace etad::inline ETAD_ABI::detail
