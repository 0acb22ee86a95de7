// SPDX-License-Identifier: MIT
// expect: ETAD-012: etad requires arguments that are numbers .*leave it out: etad::wrt<...>, or capture it by reference
#include <etad/etad.hpp>
#include <string>

struct config {
  std::string name;
  double scale;
};

double f(const config& c) {
  constexpr auto scaled = [](auto x, const config& by) { return x * x * by.scale; };
#if REJECT
  return etad::gradient(scaled)(2.0, c);
#else
  return etad::gradient(scaled, etad::wrt<0>)(2.0, c);
#endif
}
