// SPDX-License-Identifier: MIT
// What a compiler defines without -std=c++20.
// expect: ETAD-003: etad requires C\+\+20
#if REJECT
#undef __cplusplus
#define __cplusplus 201703L
#endif
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) { return t * t; })(x);
}
