// SPDX-License-Identifier: MIT
// expect: ETAD-010: etad::traced_only, forward
#include <etad/etad.hpp>

double slope(double k, double x) {
#if REJECT
  return etad::derivative(etad::traced_only([&k](auto u) { return k * u * u; }))(x);
#else
  return etad::derivative([k](auto u) { return k * u * u; })(x);
#endif
}
