// SPDX-License-Identifier: MIT
// expect: ETAD-060: etad requires a function whose derivative is stated
#include <etad/etad.hpp>

double f(double x, double k) {
  constexpr auto scaled = [](auto u, auto factor) {
#if REJECT
    return etad::custom_derivative([factor](auto t) { return factor * t * t; },
                                   [factor](auto t) { return 2.0 * factor * t; })(u);
#else
    return etad::custom_derivative([](auto t, auto c) { return c * t * t; },
                                   [](auto t, auto c) { return std::tuple(2.0 * c * t, t * t); })(
        u, factor);
#endif
  };
  return std::get<0>(etad::gradient(scaled)(x, k));
}
