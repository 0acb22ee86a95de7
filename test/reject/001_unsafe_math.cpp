// SPDX-License-Identifier: MIT
// What GCC defines with -funsafe-math-optimizations.
// expect: ETAD-001: etad requires IEEE arithmetic
#if REJECT
#define __ASSOCIATIVE_MATH__ 1
#endif
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) { return t * t; })(x);
}
