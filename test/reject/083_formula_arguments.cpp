// SPDX-License-Identifier: MIT
// expect: ETAD-083: etad requires a formula to be called with a value for each
#include <etad/etad.hpp>

double f(double x, double y) {
  constexpr auto product = etad::arg<0> * etad::arg<1>;
#if REJECT
  return product(x) + y;
#else
  return product(x, y);
#endif
}
