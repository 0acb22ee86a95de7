// SPDX-License-Identifier: MIT
// expect: ETAD-051: etad::sum_over requires parameters and ranges of one scalar type
#include <etad/batch.hpp>

auto sum(double p, std::span<const float> x) {
  constexpr auto f = [](auto a, auto b) { return a * b; };
#if REJECT
  return etad::sum_over(f).gradient(p, x);
#else
  return etad::sum_over(f).gradient(static_cast<float>(p), x);
#endif
}
