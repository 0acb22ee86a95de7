// SPDX-License-Identifier: MIT
// expect: ETAD-136: etad passes an argument that has no numbers .*Take it by const reference or const auto&
#include <etad/etad.hpp>
#include <string>

double f(const std::string& name) {
#if REJECT
  constexpr auto scaled = [](auto x, std::string& by) { return by.empty() ? x : x * x; };
#else
  constexpr auto scaled = [](auto x, const std::string& by) { return by.empty() ? x : x * x; };
#endif
  return etad::gradient(scaled, etad::wrt<0>)(2.0, name);
}
