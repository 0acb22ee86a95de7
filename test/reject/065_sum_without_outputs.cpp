// SPDX-License-Identifier: MIT
// expect: ETAD-065: etad::scan requires a loss of the final carry
#include <etad/scan.hpp>

double f(double x) {
#if REJECT
  constexpr auto step = [](auto y) { return 0.5 * y; };
#else
  constexpr auto step = [](auto y) { return std::pair(0.5 * y, y * y); };
#endif
  return etad::scan(step).sum()(x, etad::steps(3));
}
