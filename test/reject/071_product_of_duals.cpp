// SPDX-License-Identifier: MIT
// expect: ETAD-071: etad requires what depends on the variables to be kept in numbers of their type
#include <etad/etad.hpp>
#include <vector>

double f(const std::vector<double>& weights) {
  const auto product = [&](auto x) {
#if REJECT
    double all = 1;
#else
    auto all = 1.0 + 0.0 * x;
#endif
    for (const double w : weights) all *= w * x;
    return all;
  };
  return etad::derivative(product)(2.0);
}
