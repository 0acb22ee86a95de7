// SPDX-License-Identifier: MIT
// Clang may run out of steps for constant evaluation before it has counted all paths.
// expect: ETAD-019: etad::traced_only, forward, reverse
// expect: ETAD-015: etad requires at most 256 paths|constexpr evaluation hit maximum step limit
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
    return std::array{sum};
  };
  return etad::jacobian(sum_of_positive, etad::reverse)(x)(0, 0);
}
