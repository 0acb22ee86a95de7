// SPDX-License-Identifier: MIT
// expect: ETAD-018: etad requires a derivative inside a function
#include <etad/etad.hpp>

double f(double x) {
  constexpr auto product = [](auto t) {
    constexpr auto square = [](auto s) { return s * s; };
#if REJECT
    return std::array{t * etad::derivative(square)(decltype(t)(2.0))};
#else
    return std::array{t * etad::derivative(square)(2.0)};
#endif
  };
  return etad::jacobian(product, etad::forward)(x)(0, 0);
}
