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
    return of_square(square_of_distance(a, b));
  }

  template <class T>
  static constexpr T of_square(const T& r2) {
    const T inverse = 1.0 / r2;
    const T sixth = inverse * inverse * inverse;
    return 4.0 * (sixth * sixth - sixth);
  }

  template <class T>
  static constexpr T square_of_distance(const std::array<T, 3>& a, const std::array<T, 3>& b) {
    const T x = a[0] - b[0];
    const T y = a[1] - b[1];
    const T z = a[2] - b[2];
    return x * x + y * y + z * z;
  }
};

/// The same, brought to zero between two distances by a factor whose slope is zero at both, so that
/// far pairs can be left out and the energy is still conserved:
///   (c - s)^2 (c + 2 s - 3 b) / (c - b)^3, s, b, c the squares of r, begin, end.
/// B. R. Brooks et al., Journal of Computational Chemistry 4 (1983), 187-217.
struct switched_lennard_jones {
  static constexpr double begin = 2.0;
  static constexpr double end = 2.5;

  template <class T>
  constexpr T operator()(const std::array<T, 3>& a, const std::array<T, 3>& b) const {
    constexpr double b2 = begin * begin;
    constexpr double e2 = end * end;
    constexpr double norm = 1 / ((e2 - b2) * (e2 - b2) * (e2 - b2));
    const T r2 = lennard_jones::square_of_distance(a, b);
    const T energy = lennard_jones::of_square(r2);
    if (r2 <= b2) return energy;
    if (r2 >= e2) return 0.0 * r2;
    const T left = e2 - r2;
    return energy * (left * left * (e2 - 3.0 * b2 + 2.0 * r2) * norm);
  }
};

}  // namespace models
