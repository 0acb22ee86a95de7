// SPDX-License-Identifier: MIT
// expect: ETAD-035: etad::unravel requires as many numbers as the structure has
#include <array>
#include <etad/etad.hpp>
#include <utility>

double f() {
#if REJECT
  return etad::unravel<std::pair<double, double>>(std::array{1.0, 2.0, 3.0}).first;
#else
  return etad::unravel<std::pair<double, double>>(std::array{1.0, 2.0}).first;
#endif
}
