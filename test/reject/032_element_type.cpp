// SPDX-License-Identifier: MIT
// expect: ETAD-032: etad requires output spans of the scalar type of the call
#include <etad/etad.hpp>

#if REJECT
void f(double x, std::span<float> out) {
#else
void f(double x, std::span<double> out) {
#endif
  etad::jacobian([](auto t) { return std::array{t, t * t}; })(x, out);
}
