// SPDX-License-Identifier: MIT
// expect: ETAD-023: etad::jvp\(f\) requires tangents of the shape of their arguments
#include <etad/etad.hpp>

double f(const std::array<double, 2>& x) {
  constexpr auto product = [](const auto& a) { return a[0] * a[1]; };
#if REJECT
  return etad::jvp(product)(x, std::array{1.0, 0.0, 0.0});
#else
  return etad::jvp(product)(x, std::array{1.0, 0.0});
#endif
}
