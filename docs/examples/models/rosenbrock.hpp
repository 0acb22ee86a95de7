// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

namespace models {

/// Rosenbrock's function of N variables in its chained form,
///   f(x) = sum over i = 0 .. N-2 of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2,
/// with its minimum 0 at (1, ..., 1). H. H. Rosenbrock, The Computer Journal 3 (1960), 175-184.
template <std::size_t N>
  requires(N >= 2)
struct rosenbrock {
  template <class T>
  constexpr T operator()(const std::array<T, N>& x) const {
    T sum(0.0);
    for (std::size_t i = 0; i + 1 < N; ++i) {
      const T valley = x[i + 1] - x[i] * x[i];
      const T slope = 1.0 - x[i];
      sum += 100.0 * valley * valley + slope * slope;
    }
    return sum;
  }
};

}  // namespace models
