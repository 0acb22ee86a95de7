// SPDX-License-Identifier: MIT
// expect: ETAD-055: etad requires the items of a tuple, pair or map to be numbers
#include <etad/etad.hpp>
#include <string>
#include <utility>

double f() {
#if REJECT
  const std::pair x{2.0, std::string("mass")};
#else
  const std::pair x{2.0, 3.0};
#endif
  return etad::gradient([](const auto& p) { return p.first * p.first; })(x).first;
}
