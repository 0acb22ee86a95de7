// SPDX-License-Identifier: MIT
// expect: ETAD-010: etad::traced_only, forward, reverse, elimination and whatever counts operations require a callable without state
#include <etad/etad.hpp>

double f(double x) {
  const double a = x + 2.0;
#if REJECT
  return etad::jacobian([&a](auto t) { return std::array{t * a}; }, etad::reverse)(x)(0, 0);
#else
  return etad::jacobian([a](auto t) { return std::array{t * a}; }, etad::reverse)(x)(0, 0);
#endif
}
