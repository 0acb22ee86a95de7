// SPDX-License-Identifier: MIT
// expect: ETAD-118: etad::kernel\(f\) requires f to have no state
#include <etad/rules.hpp>

double slope(double scale) {
  etad::tape<double> tape;
  const etad::variable<double> x = tape.variable(2.0);
#if REJECT
  const auto square = etad::kernel([scale](auto u) { return scale * u * u; });
  return tape.gradient(square(x), x);
#else
  constexpr auto square = etad::kernel([](auto u, auto c) { return c * u * u; });
  return tape.gradient(square(x, scale), x);
#endif
}
