// SPDX-License-Identifier: MIT
// expect: ETAD-128: etad::check_derivatives of a sum checks its gradient by the parameters
#include <etad/batch.hpp>
#include <etad/check.hpp>
#include <vector>

bool f(double p, const std::vector<double>& x) {
  constexpr auto sum = etad::sum_over([](auto a, auto b) { return a * b; });
#if REJECT
  return etad::check_derivatives(sum, etad::wrt<1>)(p, x).ok;
#else
  return etad::check_derivatives(sum, etad::wrt<0>)(p, x).ok;
#endif
}
