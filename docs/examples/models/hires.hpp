// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace models {

/// Right-hand side of HIRES, the eight-species "high irradiance response" of photomorphogenesis, as
/// in the Test Set for Initial Value Problem Solvers (Mazzia, Magherini, release 2.4).
/// Usual start: (1, 0, 0, 0, 0, 0, 0, 0.0057).
struct hires {
  template <class T>
  constexpr std::array<T, 8> operator()(const std::array<T, 8>& y) const {
    const T exchange = 280.0 * y[5] * y[7];
    const T release = 1.81 * y[6];
    return {-1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007,
            1.71 * y[0] - 8.75 * y[1],
            -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4],
            8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3],
            -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6],
            -exchange + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6],
            exchange - release,
            release - exchange};
  }
};

}  // namespace models
