// SPDX-License-Identifier: MIT
// expect: ETAD-084: etad requires a formula that computes a number
#include <etad/etad.hpp>

double f(double x, double y) {
  constexpr auto less = etad::arg<0> < etad::arg<1>;
#if REJECT
  return less(x, y);
#else
  return etad::select(less, 1.0, 0.0)(x, y);
#endif
}
