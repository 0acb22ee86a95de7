// SPDX-License-Identifier: MIT
// expect: ETAD-037: etad's sparse verbs require a callable without state
#include <array>
#include <etad/etad.hpp>

// A closure with a loop is no formula, and a reference is no data: there is no program and no pattern.
double entry(double k) {
#if defined(REJECT)
  const auto f = [&k](const auto& x) {
    auto sum = x[0] * x[0];
    for (const auto& y : x) sum += k * y * y;
    return sum;
  };
  return etad::sparse_hessian(f)(std::array{1.0, 2.0}).values[0];
#else
  const auto f = [](const auto& x, auto number) {
    auto sum = x[0] * x[0];
    for (const auto& y : x) sum += number * y * y;
    return sum;
  };
  return etad::sparse_hessian(f, etad::wrt<0>)(std::array{1.0, 2.0}, k).values[0];
#endif
}
