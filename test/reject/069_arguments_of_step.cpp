// SPDX-License-Identifier: MIT
// expect: ETAD-069: etad::scan\(step\)\(initial, inputs, parameters...\) requires a step that can be
#include <etad/scan.hpp>

double f(double x) {
#if REJECT
  constexpr auto step = [](auto y, auto input) { return y + input; };
#else
  constexpr auto step = [](auto y) { return y + 1.0; };
#endif
  return etad::scan(step)(x, etad::steps(3));
}
