// SPDX-License-Identifier: MIT
// expect: ETAD-066: etad::scan\(step\)\(initial, inputs, parameters...\) requires as second argument
#include <etad/scan.hpp>

double f(double x) {
  constexpr auto halve = [](auto y) { return 0.5 * y; };
#if REJECT
  return etad::scan(halve)(x, 3);
#else
  return etad::scan(halve)(x, etad::steps(3));
#endif
}
