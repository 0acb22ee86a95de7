// SPDX-License-Identifier: MIT
// expect: ETAD-143: etad::map\(f, x\.\.\.\) requires f to have no state
#include <vector>

#include <etad/batch.hpp>

std::vector<etad::variable<double>> scaled(const std::vector<etad::variable<double>>& x,
                                           double scale) {
#if REJECT
  return etad::map([scale](auto u) { return scale * u * u; }, x);
#else
  return etad::map([](auto u, auto c) { return c * u * u; }, x, scale);
#endif
}
