// SPDX-License-Identifier: MIT
// A helper that is not constexpr, in a sum that must not run row by row on dual numbers.
// expect: ETAD-019: etad::traced_only
// expect: square
#include <etad/batch.hpp>

template <class T>
#if !REJECT
constexpr
#endif
    T square(const T& x) {
  return x * x;
}

double slope(double p, const std::vector<double>& data) {
  constexpr auto kernel = [](const auto& q, const auto& x) { return square(q * x); };
  return etad::sum_over(etad::traced_only(kernel)).gradient(p, data);
}
