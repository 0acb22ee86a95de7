// SPDX-License-Identifier: MIT
// expect: no matching function for call to .*sin
// expect: ETAD-013: .*write using std::sin; sin\(x\) where it says std::sin\(x\)
#include <cmath>
#include <etad/etad.hpp>

double f(double x) {
#if REJECT
  return etad::derivative([](auto t) { return std::sin(t); })(x);
#else
  return etad::derivative([](auto t) {
    using std::sin;
    return sin(t);
  })(x);
#endif
}
