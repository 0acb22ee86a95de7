// SPDX-License-Identifier: MIT
// What a tape refuses, in words.
#pragma once

#include <etad/core/invalid_argument.hpp>

namespace etad::inline ETAD_ABI::detail {

[[noreturn, gnu::noinline, gnu::cold]] inline void refuse_other_tape() {
  throw_invalid_argument(
      "ETAD-110: etad requires the variables of one operation to stand on one tape; two tapes "
      "were seen. Use value(x) where a variable of another tape is meant as a constant.");
}
[[noreturn]] inline void refuse_variable_of_another() {
  throw_invalid_argument(
      "ETAD-110: etad::tape requires variables of its own; one of another tape was seen.");
}
[[noreturn]] inline void refuse_gradient() {
  throw_invalid_argument(
      "ETAD-111: gradient() requires a call of backward before it; none was seen since the tape "
      "was "
      "made, cleared or its gradients zeroed. Call tape.backward(y), or tape.gradient(y, x).");
}
[[noreturn]] inline void refuse_constant() {
  throw_invalid_argument(
      "ETAD-112: etad::tape requires a result that depends on its variables; a constant was seen. "
      "Was recording paused, or the result detached? Make variables with tape.variable(value).");
}
[[noreturn]] inline void refuse_cotangents() {
  throw_invalid_argument(
      "ETAD-113: etad::tape::backward requires one cotangent for each result; there are more or "
      "fewer. Pass cotangents in the shape of the results.");
}
[[noreturn]] inline void refuse_cleared_variable() {
  throw_invalid_argument(
      "ETAD-114: etad::tape requires variables that stand on it; this one was cleared off (clear, "
      "rewind). Make it anew with tape.variable(value).");
}
[[noreturn]] inline void refuse_mark() {
  throw_invalid_argument(
      "ETAD-117: etad::tape::rewind requires a mark of this tape that was not rewound over; the "
      "tape was taken back further since, or is another one. Take a new mark with tape.mark().");
}
[[noreturn]] inline void refuse_in_sweep() {
  throw_invalid_argument(
      "ETAD-146: etad::tape requires its records while it is swept; a hook or a record of one's "
      "own called clear or rewind of the tape that calls it. Do that after the sweep.");
}

}  // namespace etad::inline ETAD_ABI::detail
