// SPDX-License-Identifier: MIT
// expect: ETAD-011: wrt<I...> requires argument positions
#include <etad/etad.hpp>

double f(double x, double y) {
  constexpr auto product = [](auto a, auto b) { return a * b; };
#if REJECT
  return etad::gradient(product, etad::wrt<2>)(x, y);
#else
  return etad::gradient(product, etad::wrt<1>)(x, y);
#endif
}
