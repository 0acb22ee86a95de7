// SPDX-License-Identifier: MIT
// expect: ETAD-036: etad::traced_only\(f\) requires arguments and results of fixed size
#include <etad/etad.hpp>
#include <vector>

double slope(const std::vector<double>& x) {
  constexpr auto product = [](const auto& a) { return a[0] * a[1]; };
#if REJECT
  return etad::gradient(etad::traced_only(product))(x)[0];
#else
  return etad::gradient(etad::traced_only(product))(std::array{x[0], x[1]})[0];
#endif
}
