// SPDX-License-Identifier: MIT
// expect: ETAD-024: etad::vjp\(f\) requires as last argument a weight for each number
#include <etad/etad.hpp>

double f(double x) {
  constexpr auto both = [](auto t) { return std::array{t, t * t}; };
#if REJECT
  return etad::vjp(both)(x, 1.0);
#else
  return etad::vjp(both)(x, std::array{1.0, 0.0});
#endif
}
