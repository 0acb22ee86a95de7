// SPDX-License-Identifier: MIT
// expect: ETAD-020: etad::gradient\(f\) requires f\(x\) to return one number
#include <etad/etad.hpp>

constexpr auto both = [](auto a, auto b) { return std::array{a * b, a + b}; };

double f(double x, double y) {
#if REJECT
  return etad::hessian(both)(x, y)(0, 0);
#else
  return etad::hessian([](auto a, auto b) { return both(a, b)[0]; })(x, y)(0, 0);
#endif
}
