// SPDX-License-Identifier: MIT
// expect: ETAD-067: etad::scan requires wrt<I...> to select numbers
#include <etad/scan.hpp>

double f(double x, double rate) {
  constexpr auto decay = etad::scan([](auto y, auto r) { return y - r * y; });
#if REJECT
  return etad::gradient(decay, etad::wrt<1>)(x, etad::steps(3), rate);
#else
  return etad::gradient(decay, etad::wrt<2>)(x, etad::steps(3), rate);
#endif
}
