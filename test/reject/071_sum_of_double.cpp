// SPDX-License-Identifier: MIT
// expect: ETAD-071: etad requires what depends on the variables to be kept in numbers of their type
#include <array>
#include <etad/etad.hpp>

constexpr auto sum_of_squares = [](const auto& x) {
#if REJECT
  double sum = 0;
#else
  auto sum = 0.0 * x[0];
#endif
  for (const auto& value : x) sum += value * value;
  return sum;
};

auto f() { return etad::gradient(sum_of_squares)(std::array{1.0, 2.0}); }
