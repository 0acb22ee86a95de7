// SPDX-License-Identifier: MIT
// expect: ETAD-013: etad runs the callable on etad::dual in place .* const auto& for std::vector
#include <etad/etad.hpp>
#include <vector>

double f(const std::vector<double>& x) {
#if REJECT
  const auto product = [](const std::vector<double>& v) { return v[0] * v[1]; };
#else
  const auto product = [](const auto& v) { return v[0] * v[1]; };
#endif
  return etad::gradient(product)(x)[0];
}
