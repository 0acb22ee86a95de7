// SPDX-License-Identifier: MIT
// expect: ETAD-020: etad::numerical_gradient\(f\) requires f\(x\) to return one number
#include <etad/check.hpp>
#include <vector>

constexpr auto twice = [](const std::vector<double>& a) { return std::vector{a[0], a[0]}; };

double f(const std::vector<double>& x) {
#if REJECT
  return etad::numerical_gradient(twice)(x).gradient[0];
#else
  return etad::numerical_jacobian(twice)(x).jacobian(0, 0);
#endif
}
