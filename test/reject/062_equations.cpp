// SPDX-License-Identifier: MIT
// expect: ETAD-062: etad::implicit_root\(residual, solver\) requires residual\(x, p...\) to
#include <array>
#include <cmath>
#include <etad/etad.hpp>
#include <etad/rules.hpp>

constexpr auto solve = [](auto p) {
  using std::sqrt;
  return std::array{sqrt(p), 2.0 * p};
};
#if REJECT
constexpr auto residual = [](const auto& x, auto p) { return x[0] * x[0] - p; };
#else
constexpr auto residual = [](const auto& x, auto p) {
  return std::array{x[0] * x[0] - p, x[1] - 2.0 * p};
};
#endif

double f(double p) { return etad::jacobian(etad::implicit_root(residual, solve))(p)(0, 0); }
