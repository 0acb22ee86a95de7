// SPDX-License-Identifier: MIT
// expect: ETAD-012: etad requires arguments that are numbers
#include <etad/etad.hpp>
#include <vector>

double f() {
  constexpr auto product = [](const auto& a) { return a[0] * a[1]; };
#if REJECT
  return etad::gradient(product)(std::vector<double>{1.0, 2.0})[0];
#else
  return etad::gradient(product)(std::array{1.0, 2.0})[0];
#endif
}
