// SPDX-License-Identifier: MIT
// expect: ETAD-126: etad::numerical_gradient and numerical_jacobian call f with numbers of
#include <etad/check.hpp>
#include <vector>

double f(const std::vector<float>& x, double y) {
  constexpr auto g = [](const std::vector<float>& a, double b) {
    return static_cast<double>(a[0]) * b;
  };
#if REJECT
  return std::get<1>(etad::numerical_gradient(g)(x, y).gradient);
#else
  return etad::numerical_gradient(g, etad::wrt<1>)(x, y).gradient;
#endif
}
