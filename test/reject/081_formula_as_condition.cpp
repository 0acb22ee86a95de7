// SPDX-License-Identifier: MIT
// expect: ETAD-081: etad requires a formula to be evaluated
#include <etad/etad.hpp>

template <class T>
constexpr auto magnitude(T x) {
#if REJECT
  return x > 0.0 ? 1.0 * x : -1.0 * x;
#else
  return etad::select(x > 0.0, 1.0 * x, -1.0 * x);
#endif
}

inline constexpr auto f = magnitude(etad::arg<0>);
