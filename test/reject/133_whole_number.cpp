// SPDX-License-Identifier: MIT
// expect: ETAD-133: .*left out of wrt.*Name the others: wrt<0>
#include <etad/etad.hpp>

auto slope(double x) {
  constexpr auto power = [](auto base, int n) {
    auto y = base;
    for (int k = 1; k < n; ++k) y = y * base;
    return y;
  };
#if REJECT
  return etad::gradient(power)(x, 3);
#else
  return etad::gradient(power, etad::wrt<0>)(x, 3);
#endif
}
