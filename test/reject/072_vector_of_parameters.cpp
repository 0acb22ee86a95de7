// SPDX-License-Identifier: MIT
// expect: ETAD-072: etad::sum_over requires parameters of fixed size
#include <array>
#include <etad/batch.hpp>
#include <vector>

auto f(const std::vector<double>& rows) {
  constexpr auto error = [](const auto& p, auto x) { return (x - p[0]) * (x - p[1]); };
#if REJECT
  const std::vector<double> p{1.0, 2.0};
#else
  const std::array p{1.0, 2.0};
#endif
  return etad::sum_over(error).gradient(p, rows);
}
