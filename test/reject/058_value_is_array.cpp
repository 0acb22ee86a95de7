// SPDX-License-Identifier: MIT
// expect: ETAD-058: etad::custom_derivative\(value, rule\) requires value\(x...\) to return one
#include <array>
#include <etad/etad.hpp>

#if REJECT
constexpr auto kernel = [](auto t) { return std::array{t * t, t}; };
#else
constexpr auto kernel = [](auto t) { return t * t; };
#endif
constexpr auto square = etad::custom_derivative(kernel, [](auto t) { return 2.0 * t; });

double f(double x) {
  return etad::derivative([](auto t) { return square(t); })(x);
}
