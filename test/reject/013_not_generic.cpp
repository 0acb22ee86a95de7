// SPDX-License-Identifier: MIT
// expect: ETAD-013: etad runs the callable on etad::traced
#include <etad/etad.hpp>

double f(double x) {
#if REJECT
  return etad::derivative([](double t) { return t * t; })(x);
#else
  return etad::derivative([](auto t) { return t * t; })(x);
#endif
}
