// SPDX-License-Identifier: MIT
// expect: ETAD-065: etad::gradient of a scan requires one number
#include <etad/scan.hpp>

std::array<double, 2> f(const std::array<double, 2>& x) {
  constexpr auto turn = etad::scan([](const auto& c) { return std::array{c[1], -c[0]}; });
#if REJECT
  return etad::gradient(turn)(x, etad::steps(3));
#else
  return etad::gradient(turn.then([](const auto& c) { return c[0]; }))(x, etad::steps(3));
#endif
}
