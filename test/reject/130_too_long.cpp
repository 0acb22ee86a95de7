// SPDX-License-Identifier: MIT
// expect: ETAD-130: a derivative program requires that each of etad's passes
#include <etad/etad.hpp>

#if REJECT
inline constexpr std::size_t size = 130;  // 16,900 entries
#else
inline constexpr std::size_t size = 3;
#endif

double slope(const std::array<double, size>& x) {
  constexpr auto squares = [](const auto& a) {
    auto y = a;
    for (auto& each : y) each = each * each;
    return y;
  };
  return etad::jacobian(etad::traced_only(squares))(x)(1, 0);
}
