// SPDX-License-Identifier: MIT
// expect: ETAD-013: .*etad::real_number where it says std::floating_point
#include <concepts>
#include <etad/etad.hpp>

double f(double x) {
#if REJECT
  return etad::derivative([](std::floating_point auto t) { return t * t; })(x);
#else
  return etad::derivative([](etad::real_number auto t) { return t * t; })(x);
#endif
}
