// SPDX-License-Identifier: MIT
// expect: ETAD-025: .* x != 0.0 for if \(x\)
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) {
#if REJECT
    return t ? t : 2.0 * t;
#else
    return t != 0.0 ? t : 2.0 * t;
#endif
  })(x);
}
