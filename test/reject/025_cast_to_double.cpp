// SPDX-License-Identifier: MIT
// expect: ETAD-025: etad::traced stands for a number that is not known until run time
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) {
#if REJECT
    const int whole = static_cast<int>(t);
#else
    const auto whole = floor(t);
#endif
    return t * whole;
  })(x);
}
