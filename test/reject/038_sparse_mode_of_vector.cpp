// SPDX-License-Identifier: MIT
// expect: ETAD-038: etad::simd::jacobian, and sparse_jacobian in the modes
#include <array>
#include <etad/etad.hpp>
#include <vector>

void f() {
  constexpr auto product = [](const auto& x) { return x[0] * x[1]; };
#if REJECT
  etad::sparse_jacobian(product, etad::reverse)(std::vector{1.0, 2.0});
#else
  etad::sparse_jacobian(product)(std::vector{1.0, 2.0});
#endif
}
