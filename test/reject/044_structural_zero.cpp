// SPDX-License-Identifier: MIT
// expect: ETAD-044: etad::sparse_matrix::at<I, J>\(\) requires an entry that is stored
#include <etad/etad.hpp>

double f(const std::array<double, 2>& x) {
  constexpr auto squares = [](const auto& a) { return std::array{a[0] * a[0], a[1] * a[1]}; };
#if REJECT
  return etad::sparse_jacobian(squares)(x).at<0, 1>();
#else
  return etad::sparse_jacobian(squares)(x).at<1, 1>();
#endif
}
