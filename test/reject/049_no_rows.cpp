// SPDX-License-Identifier: MIT
// expect: ETAD-049: etad::sum_over requires at least one argument after the parameters
#include <etad/batch.hpp>

double sum(double p, std::span<const double> x) {
  constexpr auto f = [](auto a, auto b) { return a * b; };
#if REJECT
  return etad::sum_over(f)(p, x[0]);
#else
  return etad::sum_over(f)(p, x);
#endif
}
