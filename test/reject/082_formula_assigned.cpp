// SPDX-License-Identifier: MIT
// expect: ETAD-082: .*a formula's type spells its expression
#include <etad/etad.hpp>

template <class T>
constexpr auto cube(T x) {
#if REJECT
  T y = x;
  y *= x;
  return y * x;
#else
  const auto y = x * x;
  return y * x;
#endif
}

inline constexpr auto f = cube(etad::arg<0>);
