// SPDX-License-Identifier: MIT
// expect: ETAD-140: etad::reverse requires
#include <etad/etad.hpp>
#include <vector>

#if REJECT
template <class T>
concept number = etad::detail::is_dual<T>;
#else
template <class T>
concept number = true;
#endif

double slope(const std::vector<double>& x) {
  const auto square = []<number T>(const std::vector<T>& v) { return v[0] * v[0]; };
  return etad::gradient(square, etad::reverse)(x)[0];
}
