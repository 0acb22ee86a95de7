// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace models {

/// Lennard-Jones potential of two atoms, in units of its depth and its radius:
///   4 (1 / r^12 - 1 / r^6), r the distance.
/// J. E. Lennard-Jones, Proceedings of the Physical Society 43 (1931), 461-482.
struct lennard_jones {
  template <class T>
  constexpr T operator()(const std::array<T, 3>& a, const std::array<T, 3>& b) const {
    const T x = a[0] - b[0];
    const T y = a[1] - b[1];
    const T z = a[2] - b[2];
    const T inverse = 1.0 / (x * x + y * y + z * z);
    const T sixth = inverse * inverse * inverse;
    return 4.0 * (sixth * sixth - sixth);
  }
};

}  // namespace models
