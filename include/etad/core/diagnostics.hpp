// SPDX-License-Identifier: MIT
// Errors found while the compiler runs a program: calling one of these functions in constant
// evaluation stops the compilation, and the compilers print the name. Entries in docs/errors.md.
#pragma once

namespace etad::detail {

// Not constexpr on purpose.
inline void error_program_too_long() {}
inline void error_too_many_paths() {}
inline void error_uninitialised_value_was_read() {}
inline void error_values_of_two_traces_were_mixed() {}
inline void error_derivative_is_not_a_number() {}
inline void error_derivative_of_constants_in_traced_code() {}

}  // namespace etad::detail
