// SPDX-License-Identifier: MIT
// expect: ETAD-060: etad requires a function whose derivative is stated
#include <etad/etad.hpp>

constexpr auto scaled = [](auto u, auto factor) {
#if REJECT
  return etad::custom_derivative([factor](auto t) { return factor * t * t; },
                                 [factor](auto t) { return 2.0 * factor * t; })(u);
#else
  return etad::custom_derivative([](auto t) { return t * t; }, [](auto t) { return 2.0 * t; })(u) *
         factor;
#endif
};

double f(double x, double k) { return etad::jacobian(scaled, etad::forward)(x, k)(0, 0); }
