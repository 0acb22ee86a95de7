// SPDX-License-Identifier: MIT
// expect: ETAD-021: etad::derivative\(f\) requires one differentiated number
#include <etad/etad.hpp>

double f(double x, double y) {
  constexpr auto product = [](auto a, auto b) { return a * b; };
#if REJECT
  return etad::derivative(product)(x, y);
#else
  return etad::derivative(product, etad::wrt<0>)(x, y);
#endif
}
