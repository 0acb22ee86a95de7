// SPDX-License-Identifier: MIT
// expect: ETAD-012: etad requires a std::vector or std::span to hold numbers
#include <array>
#include <etad/etad.hpp>
#include <vector>

double f() {
  constexpr auto square = [](const auto& rows) {
    auto sum = 0.0 * rows[0][0];
    for (const auto& row : rows) sum += row[0] * row[0];
    return sum;
  };
#if REJECT
  return etad::gradient(square)(std::vector<std::vector<double>>{{1.0, 2.0}, {3.0}})[0][0];
#else
  return etad::gradient(square)(std::vector<std::array<double, 1>>{{1.0}, {3.0}})[0][0];
#endif
}
