// SPDX-License-Identifier: MIT
// expect: ETAD-085: etad requires a verb that is called with formulas
#include <etad/etad.hpp>

double f(double x, double y) {
  constexpr auto product = [](auto a, auto b) { return a * b; };
  using etad::arg;
#if REJECT
  constexpr auto part = etad::hessian(product)(arg<0>, arg<1>);
  return part(0, 1)(x, y);
#else
  constexpr auto part = etad::derivative(product, etad::wrt<1>)(arg<0>, arg<1>);
  return part(x, y);
#endif
}
