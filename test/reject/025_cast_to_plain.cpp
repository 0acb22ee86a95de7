// SPDX-License-Identifier: MIT
// expect: ETAD-025: etad::traced stands for a number that is not known until run time
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) {
#if REJECT
    const double plain = static_cast<double>(t);
#else
    const auto plain = t;
#endif
    return t * plain;
  })(x);
}
