// SPDX-License-Identifier: MIT
// expect: ETAD-039: etad takes .* an expression such as
#include <Eigen/Core>
#include <etad/etad.hpp>
#include <etad/interop/eigen.hpp>

auto f(const Eigen::VectorXd& x) {
  constexpr auto product = [](const auto& y) { return y[0] * y[1]; };
#if REJECT
  return etad::gradient(product)(x + x);
#else
  return etad::gradient(product)(Eigen::VectorXd(x + x));
#endif
}
