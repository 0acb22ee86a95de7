// SPDX-License-Identifier: MIT
// expect: ETAD-135: etad requires the order of a Bessel or Neumann function to be a plain number
#include <cmath>
#include <etad/etad.hpp>
#include <etad/interop/special_functions.hpp>

double f(double order, double x) {
  const auto bessel = [](auto nu, auto u) {
    using std::cyl_bessel_j;
    return cyl_bessel_j(nu, u);
  };
#if REJECT
  return std::get<1>(etad::gradient(bessel)(order, x));
#else
  return etad::derivative([&](auto u) { return bessel(order, u); })(x);
#endif
}
