// SPDX-License-Identifier: MIT
// expect: ETAD-061: etad requires a function with a stated derivative that is called with
#include <cmath>
#include <etad/etad.hpp>

constexpr auto error_function = etad::custom_derivative([](double t) { return std::erf(t); },
                                                        [](auto t) {
                                                          using std::exp;
                                                          return 1.1283791670955126 * exp(-t * t);
                                                        });
#if REJECT
constexpr auto twice = 2.0 * error_function(etad::arg<0>);
#else
constexpr auto twice = [](auto t) { return 2.0 * error_function(t); };
#endif

double f(double x) { return etad::derivative(twice)(x); }
