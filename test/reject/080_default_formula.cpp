// SPDX-License-Identifier: MIT
// expect: ETAD-080: a formula's type spells its expression
#include <etad/etad.hpp>

template <class T>
constexpr auto norm(T x, T y) {
#if REJECT
  T zero{};
#else
  const auto zero = 0.0 * x;
#endif
  using std::max;
  return max(x * y, zero);
}

inline constexpr auto f = norm(etad::arg<0>, etad::arg<0>);
