// SPDX-License-Identifier: MIT
// expect: ETAD-039: .*requires #include <etad/interop/eigen.hpp>
#include <Eigen/Core>
#include <etad/etad.hpp>
#if !REJECT
#include <etad/interop/eigen.hpp>
#endif

auto f(const Eigen::Vector2d& x) {
  return etad::gradient([](const auto& y) { return y[0] * y[1]; })(x);
}
