// SPDX-License-Identifier: MIT
// expect: ETAD-014: etad requires a callable that returns numbers
#include <etad/etad.hpp>

template <class T>
struct pair {
  T first;
  T second;
};

double f(double x) {
#if REJECT
  etad::jacobian([](auto t) { return pair<decltype(t)>{t, t * t}; })(x);
  return x;
#else
  return etad::jacobian([](auto t) { return std::array{t, t * t}; })(x)(1, 0);
#endif
}
