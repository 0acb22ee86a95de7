// SPDX-License-Identifier: MIT
// Errors of sizes that are known at run time only.
#pragma once

#include <cstddef>
#include <cstdio>

#include <etad/core/invalid_argument.hpp>

namespace etad::inline ETAD_ABI::detail {

[[noreturn]] inline void throw_wrong_size(std::size_t part, std::size_t required,
                                          std::size_t seen) {
  char text[300];
  std::snprintf(text, sizeof text,
                "ETAD-030: etad requires output span %zu to hold %zu values; it holds %zu. Nothing "
                "was written. Resize the buffer to %zu.",
                part, required, seen, required);
  throw_invalid_argument(text);
}

[[noreturn]] inline void throw_wrong_length(std::size_t required, std::size_t seen) {
  char text[300];
  std::snprintf(
      text, sizeof text,
      "ETAD-035: etad requires as many tangents or weights as there are %zu numbers to go "
      "with; there are %zu. Nothing was computed. Pass a vector of the same size.",
      required, seen);
  throw_invalid_argument(text);
}

[[noreturn]] inline void throw_wrong_count(std::size_t required, std::size_t seen) {
  char text[300];
  std::snprintf(text, sizeof text,
                "ETAD-035: etad::unravel requires %zu numbers, as many as the structure has; there "
                "are %zu. Pass what etad::ravel made of such a structure.",
                required, seen);
  throw_invalid_argument(text);
}

}  // namespace etad::inline ETAD_ABI::detail
