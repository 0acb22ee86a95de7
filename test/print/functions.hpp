// SPDX-License-Identifier: MIT
// The functions whose printed forms the tests of to_cpp, to_latex and to_dot know by heart.
#pragma once

#include <array>
#include <cmath>

#include <etad/expr/functions.hpp>

namespace printed {

inline constexpr auto wave = [](auto x, auto y) {
  using std::exp, std::sin;
  return sin(x * y) + exp(x) / y;
};

inline constexpr auto piecewise = [](const auto& p, auto t) {
  using std::exp, std::log;
  if (t < p[0]) return exp(-p[1] * t) * log(t);
  if (t < p[1]) return -t;
  return 2.0 * t * t - 1e-5;
};

inline constexpr auto linear = [](auto x, auto y, auto) {
  return std::array{2.0 * x - y, y, 0.0 * y + 3.5};
};

/// Each value is read twice, so that as a tree it would have 2^40 leaves.
inline constexpr auto doubling = [](auto x) {
  using std::sin;
  for (int i = 0; i < 40; ++i) x = x + sin(x);
  return x;
};

}  // namespace printed
