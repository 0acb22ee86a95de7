// SPDX-License-Identifier: MIT
// expect: ETAD-046: etad::sparse_hessian\(f, mode\) requires the mode etad::lanes
#include <etad/etad.hpp>

double f(const std::array<double, 2>& x) {
  constexpr auto product = [](const auto& a) { return a[0] * a[0] * a[1]; };
#if REJECT
  return etad::sparse_hessian(product, etad::forward)(x).values[0];
#else
  return etad::sparse_hessian(product, etad::lanes)(x).values[0];
#endif
}
