// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace models {

/// Right-hand side of ROBER, Robertson's three-species autocatalytic reaction, as in the Test Set
/// for Initial Value Problem Solvers (Mazzia, Magherini, release 2.4). Usual start: (1, 0, 0).
struct rober {
  template <class T>
  constexpr std::array<T, 3> operator()(const std::array<T, 3>& y) const {
    const T slow = 0.04 * y[0];
    const T back = 1e4 * y[1] * y[2];
    const T fast = 3e7 * y[1] * y[1];
    return {back - slow, slow - back - fast, fast};
  }
};

}  // namespace models
