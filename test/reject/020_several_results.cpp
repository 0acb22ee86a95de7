// SPDX-License-Identifier: MIT
// expect: ETAD-020: etad::gradient\(f\) requires f\(x\) to return one number
#include <etad/etad.hpp>

double f(double x, double y) {
  constexpr auto both = [](auto a, auto b) { return std::array{a * b, a + b}; };
#if REJECT
  const auto [dx, dy] = etad::gradient(both)(x, y);
  return dx + dy;
#else
  return etad::jacobian(both)(x, y)(0, 0);
#endif
}
