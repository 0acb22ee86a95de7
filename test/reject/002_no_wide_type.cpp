// SPDX-License-Identifier: MIT
// What a target without binary128 looks like to the preprocessor.
// expect: ETAD-002: etad requires IEEE binary128
#include <cmath>
#if REJECT
#undef __SIZEOF_FLOAT128__
#endif
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) { return t * t; })(x);
}
