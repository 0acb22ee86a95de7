// SPDX-License-Identifier: MIT
// expect: ETAD-022: etad::jvp\(f\) requires a tangent for each differentiated argument
#include <etad/etad.hpp>

double f(double x, double y) {
  constexpr auto product = [](auto a, auto b) { return a * b; };
#if REJECT
  return etad::jvp(product)(x, y, 1.0);
#else
  return etad::jvp(product)(x, y, 1.0, 0.0);
#endif
}
