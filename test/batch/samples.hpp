// SPDX-License-Identifier: MIT
// What the tests of batches share: a function with branches and singular points, points, comparison.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <thread>
#include <vector>

namespace samples {

inline constexpr auto branches = [](const auto& x, auto s) {
  using std::erf, std::exp, std::log, std::sqrt;
  if (x[0] > x[1]) return s * exp(x[0] * x[1]) * log(x[0] + 3.0) / (1.0 + x[1] * x[1]);
  return sqrt(x[0] * x[0] + x[1] * x[1]) * erf(s);  // singular at (0, 0)
};

/// Some are (0, 0).
template <class T>
std::vector<std::array<T, 2>> points(std::size_t n) {
  std::vector<std::array<T, 2>> all(n);
  for (std::size_t i = 0; i < n; ++i) {
    const T t = static_cast<T>(i);
    all[i] = {std::sin(t), std::cos(T(1.7) * t)};
    if (i % 7 == 3) all[i] = {T(0), T(0)};
  }
  return all;
}

/// Equal but for so many units in the last place of 1 + scale, scale the size of the largest number of
/// the result. NaN equals NaN.
template <class T>
bool close(T seen, T expected, T scale, int units) {
  if (seen == expected || (seen != seen && expected != expected)) return true;
  return std::abs(seen - expected) <=
         static_cast<T>(units) * std::numeric_limits<T>::epsilon() * (T(1) + scale);
}

/// Runs blocks of points on `count` threads; an argument of vmap and sum_over.
inline auto threads(std::size_t count) {
  return [count](std::size_t blocks, const auto& body) {
    std::vector<std::thread> team;
    for (std::size_t t = 0; t < count; ++t) {
      team.emplace_back([&body, t, count, blocks] {
        for (std::size_t i = t; i < blocks; i += count) body(i);
      });
    }
    for (std::thread& thread : team) thread.join();
  };
}

}  // namespace samples
