// SPDX-License-Identifier: MIT
// expect: ETAD-034: etad::value_gradient_hessian\(f\) of run-time sized arguments returns its results
#include <etad/etad.hpp>
#include <span>
#include <vector>

void f(const std::vector<double>& x, std::span<double> value, std::span<double> gradient,
       std::span<double> hessian) {
  constexpr auto product = [](const auto& a) { return a[0] * a[1]; };
#if REJECT
  etad::value_gradient_hessian(product)(x, value, gradient, hessian);
#else
  etad::value_and_gradient(product)(x, value, gradient);
  etad::hessian(product)(x, hessian);
#endif
}
