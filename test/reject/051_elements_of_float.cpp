// SPDX-License-Identifier: MIT
// expect: ETAD-051: etad::sum_over requires points and data of one scalar type
#include <array>
#include <etad/batch.hpp>
#include <vector>

auto f(const std::vector<float>& x, const std::vector<std::array<int, 2>>& bonds) {
  constexpr auto spring = [](auto a, auto b, auto k) { return k * (a - b) * (a - b); };
#if REJECT
  return etad::sum_over(spring, bonds)(x, 2.0);
#else
  return etad::sum_over(spring, bonds)(x, 2.0f);
#endif
}
