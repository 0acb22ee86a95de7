// SPDX-License-Identifier: MIT
// Errors of sizes that are known at run time only.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

[[noreturn]] inline void throw_wrong_size(std::size_t part, std::size_t required,
                                          std::size_t seen) {
  throw std::invalid_argument(
      "ETAD-030: etad requires output span " + std::to_string(part) + " to hold " +
      std::to_string(required) + " values; it holds " + std::to_string(seen) +
      ". Nothing was written. Resize the buffer to " + std::to_string(required) + ".");
}

[[noreturn]] inline void throw_wrong_length(std::size_t required, std::size_t seen) {
  throw std::invalid_argument("ETAD-035: etad requires as many tangents or weights as there are " +
                              std::to_string(required) + " numbers to go with; there are " +
                              std::to_string(seen) +
                              ". Nothing was computed. Pass a vector of the same size.");
}

[[noreturn]] inline void throw_wrong_count(std::size_t required, std::size_t seen) {
  throw std::invalid_argument("ETAD-035: etad::unravel requires " + std::to_string(required) +
                              " numbers, as many as the structure has; there are " +
                              std::to_string(seen) +
                              ". Pass what etad::ravel made of such a structure.");
}

}  // namespace etad::inline ETAD_ABI::detail
