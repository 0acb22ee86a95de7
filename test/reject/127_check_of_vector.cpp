// SPDX-License-Identifier: MIT
// expect: ETAD-127: etad::check_derivatives requires #include <etad/check.hpp>
#include <etad/etad.hpp>
#include <vector>
#if !REJECT
#include <etad/check.hpp>
#endif

auto f(const std::vector<double>& x) {
  return etad::check_derivatives([](const auto& a) { return a[0] * a[0]; })(x).ok;
}
