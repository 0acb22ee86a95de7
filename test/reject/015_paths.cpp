// SPDX-License-Identifier: MIT
// expect: ETAD-015: etad requires at most 256 paths
#include <etad/etad.hpp>

double f(const std::array<double, 9>& x) {
  constexpr auto sum_of_positive = [](const auto& a) {
    auto sum = a[0];
    for (unsigned i = 1; i < a.size(); ++i) {
#if REJECT
      if (a[i] > 0.0) sum += a[i];
#else
      sum += etad::select(a[i] > 0.0, a[i], 0.0 * a[i]);
#endif
    }
#if REJECT
    if (a[0] > 0.0) sum += 1.0;
#endif
    return sum;
  };
  return etad::gradient(sum_of_positive)(x)[0];
}
