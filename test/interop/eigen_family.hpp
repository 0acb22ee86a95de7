// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>
#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <etad/interop/eigen_numbers.hpp>
#include <limits>

namespace eigen_test {

using number = etad::dual<double, 2>;
constexpr double tolerance = 256.0 * std::numeric_limits<double>::epsilon();

template <int Size>
using real_matrix = Eigen::Matrix<double, Size, Size>;
template <int Size>
using dual_matrix = Eigen::Matrix<number, Size, Size>;

/// A square matrix and its derivatives in two directions, which are symmetric if it is.
template <int Size>
struct family {
  real_matrix<Size> at;
  std::array<real_matrix<Size>, 2> slopes;

  static family make(Eigen::Index n, bool symmetric) {
    family f{real_matrix<Size>(n, n), {real_matrix<Size>(n, n), real_matrix<Size>(n, n)}};
    for (Eigen::Index i = 0; i < n; ++i) {
      for (Eigen::Index j = 0; j < n; ++j) {
        const double row = static_cast<double>(symmetric ? (std::max)(i, j) : i);
        const double column = static_cast<double>(symmetric ? (std::min)(i, j) : j);
        f.at(i, j) =
            std::sin(3.0 * row + 1.0) * std::cos(2.0 * column) + (i == j ? 3.0 + row : 0.0);
        f.slopes[0](i, j) = std::cos(row + 2.0 * column);
        f.slopes[1](i, j) = std::sin(1.0 + row * column);
      }
    }
    return f;
  }
  dual_matrix<Size> duals() const {
    dual_matrix<Size> result(at.rows(), at.cols());
    for (Eigen::Index i = 0; i < at.size(); ++i) {
      number x(at.data()[i]);
      for (int k = 0; k < 2; ++k) x.set_tangent(k, slopes[static_cast<std::size_t>(k)].data()[i]);
      result.data()[i] = x;
    }
    return result;
  }
};

template <class Matrix>
Eigen::MatrixXd values(const Matrix& a) {
  return a.unaryExpr([](const number& x) { return value(x); });
}
template <class Matrix>
Eigen::MatrixXd tangents(const Matrix& a, int k) {
  return a.unaryExpr([k](const number& x) { return tangent(x)[k]; });
}
inline bool close(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() &&
         (a - b).cwiseAbs().maxCoeff() <= tolerance * (1.0 + b.cwiseAbs().maxCoeff());
}

/// x(t) = A(t)^-1 b: x' = -A^-1 A' x.
template <int Size, class Solve>
void check_solution(Eigen::Index n, bool symmetric, Solve solve) {
  const auto f = family<Size>::make(n, symmetric);
  const Eigen::VectorXd b = Eigen::VectorXd::LinSpaced(n, 1.0, 2.0);
  const Eigen::Matrix<number, Size, 1> x = solve(f.duals(), b.template cast<number>());
  const Eigen::VectorXd expected = f.at.partialPivLu().solve(b);
  CHECK(close(values(x), expected));
  for (int k = 0; k < 2; ++k) {
    const Eigen::VectorXd right = -(f.slopes[static_cast<std::size_t>(k)] * expected);
    CHECK(close(tangents(x, k), f.at.partialPivLu().solve(right)));
  }
}

}  // namespace eigen_test
