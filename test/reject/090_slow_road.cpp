// SPDX-License-Identifier: MIT
// expect: ETAD-090: etad was asked to report slow roads \(ETAD_REPORT_ROADS\); this call is not traced
#if REJECT
#define ETAD_REPORT_ROADS
#endif
#include <etad/etad.hpp>

double f(double x) {
  const double a = x + 2.0;
  const auto changes = [&a](auto t) {
    auto sum = t;
    sum *= a;
    return sum;
  };
  return etad::derivative(changes)(x);
}
