// SPDX-License-Identifier: MIT
// A body with a declared result is looked into late, where the callable is run.
// expect: ETAD-132: on numbers of etad write
#include <array>
#include <etad/etad.hpp>
#include <numeric>

double f(const std::array<double, 3>& x) {
  const auto sum = []<class T>(const std::array<T, 3>& v) -> T {
#if REJECT
    return std::accumulate(v.begin(), v.end(), 0.0);
#else
    return std::accumulate(v.begin(), v.end(), T(0));
#endif
  };
  return etad::gradient(sum)(x)[0];
}
