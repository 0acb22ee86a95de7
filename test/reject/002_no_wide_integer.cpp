// SPDX-License-Identifier: MIT
// What a target of 32 bits looks like to the preprocessor.
// expect: ETAD-002: etad requires whole numbers of 128 bits
#include <cmath>
#if REJECT
#undef __SIZEOF_INT128__
#endif
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) { return t * t; })(x);
}
