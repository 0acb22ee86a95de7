// SPDX-License-Identifier: MIT
// expect: ETAD-064: etad::scan\(step\) requires .* a carry of the shape of its first argument
#include <etad/scan.hpp>

double f(double x) {
#if REJECT
  constexpr auto step = [](auto y) { return std::array{y, y * y}; };
#else
  constexpr auto step = [](auto y) { return std::pair(y, y * y); };
#endif
  return etad::scan(step)(x, etad::steps(3)).carry;
}
