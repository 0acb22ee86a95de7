// SPDX-License-Identifier: MIT
// expect: ETAD-012: etad requires arguments that are numbers
#include <etad/etad.hpp>
#include <list>
#include <vector>

double f() {
  constexpr auto square = [](const auto& a) { return *a.begin() * *a.begin(); };
#if REJECT
  return etad::gradient(square)(std::list<double>{1.0, 2.0}).front();
#else
  return etad::gradient(square)(std::vector<double>{1.0, 2.0}).front();
#endif
}
