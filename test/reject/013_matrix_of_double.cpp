// SPDX-License-Identifier: MIT
// Eigen's matrices convert to those of other numbers by their declaration, and fail in the definition.
// expect: ETAD-013: etad runs the callable on etad::dual in place of the scalar type
#include <etad/etad.hpp>
#include <etad/interop/eigen.hpp>

double f(const Eigen::VectorXd& x) {
#if REJECT
  const auto square = [](const Eigen::VectorXd& v) { return v.squaredNorm(); };
#else
  const auto square = [](const auto& v) { return v.squaredNorm(); };
#endif
  return etad::gradient(square)(x)[0];
}
