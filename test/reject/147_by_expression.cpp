// SPDX-License-Identifier: MIT
// expect: ETAD-147: etad::tape requires variables to differentiate by
// expect: Assign it to an etad::variable first
#include <etad/tape.hpp>

using number = etad::variable<double>;

double slope(etad::tape<double>& tape, const number& x) {
#if REJECT
  const auto e = x * x;
#else
  const number e = x * x;
#endif
  const number y = e * e;
  return tape.gradient(y, std::tuple(e, x)) == std::tuple(0.0, 0.0) ? 0.0
                                                                    : tape.jacobian(y, e)(0, 0);
}
