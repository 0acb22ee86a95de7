// SPDX-License-Identifier: MIT
// expect: ETAD-125: etad::numerical_gradient and numerical_jacobian require an argument
#include <etad/check.hpp>
#include <string>

double f(double x, const std::string& name) {
  constexpr auto g = [](double y, const std::string& text) {
    return y * static_cast<double>(text.size());
  };
#if REJECT
  return etad::numerical_gradient(g, etad::wrt<1>)(x, name).gradient;
#else
  return etad::numerical_gradient(g, etad::wrt<0>)(x, name).gradient;
#endif
}
