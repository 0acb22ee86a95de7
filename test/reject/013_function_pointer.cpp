// SPDX-License-Identifier: MIT
// expect: ETAD-013: .* wrap a function pointer in a lambda
#include <etad/etad.hpp>

template <class T>
constexpr T square(T x) {
  return x * x;
}

double f(double x) {
#if REJECT
  return etad::derivative(&square<double>)(x);
#else
  return etad::derivative([](auto t) { return square(t); })(x);
#endif
}
