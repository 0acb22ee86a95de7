// SPDX-License-Identifier: MIT
// expect: ETAD-010: etad requires a callable without state
#include <etad/etad.hpp>

double f(double x) {
  const double a = x + 2.0;
#if REJECT
  return etad::derivative([a](auto t) { return t * a; })(x);
#else
  return etad::derivative([](auto t, auto b) { return t * b; }, etad::wrt<0>)(x, a);
#endif
}
