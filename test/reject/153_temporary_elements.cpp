// SPDX-License-Identifier: MIT
// Elements that are gone when the sum is computed.
// expect: ETAD-153: etad::sum_over\(kernel, elements\) requires elements that outlive it
#include <etad/etad.hpp>

#include <array>
#include <etad/batch.hpp>
#include <vector>

using elements = std::vector<std::array<int, 2>>;
inline double energy(const std::vector<double>& x, const elements& springs) {
  constexpr auto squares = [](const auto& a, const auto& b) { return (a - b) * (a - b); };
#if REJECT
  static_cast<void>(springs);
  const auto sum = etad::sum_over(squares, elements{{0, 1}, {1, 2}});
#else
  const auto sum = etad::sum_over(squares, springs);
#endif
  return sum.value(x);
}
