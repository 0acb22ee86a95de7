// SPDX-License-Identifier: MIT
// expect: ETAD-031: etad requires one trailing std::span for each result
#include <etad/etad.hpp>

void f(double x, std::span<double> out) {
  constexpr auto both = [](auto t) { return std::array{t, t * t}; };
#if REJECT
  etad::jacobian(both)(x, out.first(2), out);
#else
  etad::value_and_jacobian(both)(x, out.first(2), out);
#endif
}
