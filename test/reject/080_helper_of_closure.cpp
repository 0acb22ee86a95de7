// SPDX-License-Identifier: MIT
// The body of a helper with a declared result type is seen too late to choose dual numbers.
// expect: or on dual numbers, etad::opaque\(f\)
#include <etad/etad.hpp>

template <class T>
T repeated(T x, int count) {
  T sum{};
  for (int k = 0; k < count; ++k) sum += x;
  return sum;
}

double slope(double stiffness, double x) {
  const auto energy = [stiffness](auto u) { return stiffness * repeated(u, 3); };
#if REJECT
  return etad::derivative(energy)(x);
#else
  return etad::derivative(etad::opaque(energy))(x);
#endif
}
