// SPDX-License-Identifier: MIT
// expect: ETAD-019: .* must be constexpr .*every number set before it is read
#include <etad/etad.hpp>

double f(double x) {
  constexpr auto product = [](auto t) {
    std::array<decltype(t), 2> a;
    a[0] = t;
#if !REJECT
    a[1] = t;
#endif
    return std::array{a[0] * a[1]};
  };
  return etad::jacobian(product, etad::forward)(x)(0, 0);
}
