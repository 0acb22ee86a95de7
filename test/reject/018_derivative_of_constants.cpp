// SPDX-License-Identifier: MIT
// expect: ETAD-018: etad requires a derivative inside a function
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) {
    constexpr auto square = [](auto s) { return s * s; };
#if REJECT
    return t * etad::derivative(square)(decltype(t)(2.0));
#else
    return t * etad::derivative(square)(2.0);
#endif
  })(x);
}
