// SPDX-License-Identifier: MIT
// The body of a helper with a declared result type is seen too late to choose dual numbers.
// expect: or returned as one by a helper such as T square\(T x\)
// expect: ETAD-082: wrap the callable, etad::opaque\(f\)
#include <etad/etad.hpp>

template <class T>
T square(T x) {
  return x * x;
}

double slope(double stiffness, double x) {
  const auto energy = [stiffness](auto u) { return stiffness * square(u); };
#if REJECT
  return etad::derivative(energy)(x);
#else
  return etad::derivative(etad::opaque(energy))(x);
#endif
}
