// SPDX-License-Identifier: MIT
// expect: ETAD-053: etad requires formulas of at most 400 operations
#include <etad/etad.hpp>

using etad::arg;

// Doubles its size with each step.
template <int Steps, class X>
constexpr auto repeated(X x) {
  if constexpr (Steps == 0) {
    return x;
  } else {
    return repeated<Steps - 1>(x * x + x);
  }
}

double f(double x) {
#if REJECT
  constexpr auto g = repeated<8>(arg<0>);
#else
  constexpr auto g = [](auto t) { return repeated<8>(t); };
#endif
  return etad::derivative(g)(x);
}
