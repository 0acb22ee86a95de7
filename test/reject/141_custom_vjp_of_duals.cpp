// SPDX-License-Identifier: MIT
// expect: ETAD-141: etad::custom_vjp\(forward, backward\) requires numbers or variables of a tape
#include <vector>

#include <etad/etad.hpp>
#include <etad/rules.hpp>

double slope(double x) {
  constexpr auto same = etad::custom_vjp([](const auto& v) { return v; },
                                         [](const auto&, const auto&, const auto& w) { return w; });
#if REJECT
  return etad::gradient([&](const auto& v) { return same(v); })(x);
#else
  return etad::gradient([&](const auto& v) { return same(v[0]); },
                        etad::reverse)(std::vector{x})[0];
#endif
}
