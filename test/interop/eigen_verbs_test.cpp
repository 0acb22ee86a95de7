// SPDX-License-Identifier: MIT
// Eigen's vectors and matrices as arguments and results of verbs.
#include <doctest/doctest.h>
#include <Eigen/Dense>
#include <concepts>
#include <etad/etad.hpp>
#include <etad/interop/eigen.hpp>
#include <limits>

namespace {

using Eigen::Matrix3d;
using Eigen::MatrixXd;
using Eigen::Vector2d;
using Eigen::Vector3d;
using Eigen::VectorXd;

constexpr double tolerance = 64.0 * std::numeric_limits<double>::epsilon();

template <class A, class B>
bool close(const Eigen::MatrixBase<A>& a, const Eigen::MatrixBase<B>& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() &&
         (a - b).cwiseAbs().maxCoeff() <= tolerance * (1.0 + b.cwiseAbs().maxCoeff());
}

// f(x) = |x|^2 + x0 x1, as a captureless lambda, which would be traced if Eigen could be.
constexpr auto energy = [](const auto& x) { return x.squaredNorm() + x[0] * x[1]; };
// f(x) = (x0 x1, x1 x2^2)
constexpr auto map = [](const auto& x) {
  using scalar = typename std::remove_cvref_t<decltype(x)>::Scalar;
  return Eigen::Matrix<scalar, 2, 1>(x[0] * x[1], x[1] * x[2] * x[2]);
};
const Vector3d point(0.5, -1.25, 2.0);
Matrix3d energy_hessian() {
  Matrix3d hessian = 2.0 * Matrix3d::Identity();
  hessian(0, 1) = hessian(1, 0) = 1.0;
  return hessian;
}

TEST_CASE("fixed size: results are Eigen's") {
  const auto g = etad::gradient(energy)(point);
  static_assert(std::same_as<decltype(g), const Vector3d>);
  CHECK(close(g, energy_hessian() * point));

  const auto j = etad::jacobian(map)(point);
  static_assert(std::same_as<decltype(j), const Eigen::Matrix<double, 2, 3>>);
  Eigen::Matrix<double, 2, 3> expected;
  expected << point[1], point[0], 0.0, 0.0, point[2] * point[2], 2.0 * point[1] * point[2];
  CHECK(close(j, expected));

  const auto both = etad::value_and_jacobian(map)(point);
  static_assert(std::same_as<decltype(both.value), Vector2d>);
  CHECK(both.value == map(point));
  CHECK(both.jacobian == j);

  const auto second = etad::value_gradient_hessian(energy)(point);
  static_assert(std::same_as<decltype(second.hessian), Matrix3d>);
  CHECK(second.value == energy(point));
  CHECK(second.gradient == g);
  CHECK(close(second.hessian, energy_hessian()));
  CHECK(etad::hessian(energy)(point) == second.hessian);

  const Vector3d v(1.0, 2.0, 3.0);
  CHECK(close(etad::jvp(map)(point, v), expected * v));
  const Vector2d w(-1.0, 0.5);
  CHECK(close(etad::vjp(map)(point, w), expected.transpose() * w));
  CHECK(close(etad::hvp(energy)(point, v), energy_hessian() * v));
  static_assert(etad::traceable<decltype(energy), Vector3d>);
}

TEST_CASE("run-time size: results are Eigen's") {
  const VectorXd x = point;
  const auto g = etad::gradient(energy)(x);
  static_assert(std::same_as<decltype(g), const VectorXd>);
  CHECK(close(g, energy_hessian() * x));
  const auto j = etad::jacobian(map)(x);
  static_assert(std::same_as<decltype(j), const MatrixXd>);
  CHECK(close(j, etad::jacobian(map)(point)));
  const auto both = etad::value_and_jacobian(map)(x);
  CHECK(both.value == map(x));
  CHECK(both.jacobian == j);
  const auto second = etad::value_gradient_hessian(energy)(x);
  static_assert(std::same_as<decltype(second.hessian), MatrixXd>);
  CHECK(close(second.hessian, energy_hessian()));
  CHECK(close(etad::hessian(energy)(x), energy_hessian()));
  CHECK(etad::jvp(map)(x, x) == etad::jvp(map)(point, point));
  CHECK(close(etad::vjp(map)(x, map(x)), j.transpose() * map(x)));
}

TEST_CASE("run-time size: plain matrices beside the argument, no cast") {
  const VectorXd x = point;
  const MatrixXd plain = energy_hessian();
  const auto residual = [&plain](const auto& y) {
    using scalar = typename std::remove_cvref_t<decltype(y)>::Scalar;
    const Eigen::Matrix<scalar, Eigen::Dynamic, 1> image = plain * y;
    return scalar(2.0 * image.squaredNorm() + (y.transpose() * plain * y).value());
  };
  static_assert(!etad::detail::writes_formula<decltype(residual), VectorXd>);
  const VectorXd expected = 4.0 * plain * plain * x + 2.0 * plain * x;
  CHECK(close(etad::gradient(residual)(x), expected));
  CHECK(close(etad::gradient(residual, etad::forward)(x), expected));
}

TEST_CASE("maps, references and blocks of storage that is not contiguous") {
  double numbers[6] = {0.5, 9.0, -1.25, 9.0, 2.0, 9.0};
  const Eigen::Map<const Vector3d, 0, Eigen::InnerStride<2>> strided(numbers);
  CHECK(etad::gradient(energy)(strided) == etad::gradient(energy)(point));
  const Eigen::Map<VectorXd, 0, Eigen::InnerStride<2>> dynamic(numbers, 3,
                                                               Eigen::InnerStride<2>(2));
  CHECK(close(etad::gradient(energy)(dynamic), etad::gradient(energy)(point)));
  const VectorXd owner = point;
  const Eigen::Ref<const VectorXd> reference(owner);
  CHECK(close(etad::gradient(energy)(reference), etad::gradient(energy)(point)));
}

TEST_CASE("the argument may be overwritten by the result") {
  Vector3d x = point;
  x = etad::gradient(energy)(x);
  CHECK(x == etad::gradient(energy)(point));
  VectorXd y = point;
  y = etad::gradient(energy)(y);
  CHECK(close(y, x));
}

TEST_CASE("matrices as arguments, their elements by rows") {
  const auto determinant = [](const auto& a) { return a.determinant(); };
  Matrix3d a;
  a << 2.0, 1.0, 0.5, -1.0, 3.0, 1.5, 0.25, 1.0, 4.0;
  const Matrix3d expected = a.determinant() * a.inverse().transpose();
  CHECK(close(etad::gradient(determinant)(a), expected));
  const MatrixXd dynamic = a;
  CHECK(close(etad::gradient(determinant)(dynamic), expected));

  const auto row_sums = [](const auto& m) {
    return Eigen::Matrix<typename std::remove_cvref_t<decltype(m)>::Scalar, 3, 1>(
        m.rowwise().sum());
  };
  Eigen::Matrix<double, 3, 9> blocks = Eigen::Matrix<double, 3, 9>::Zero();
  for (int i = 0; i < 9; ++i) blocks(i / 3, i) = 1.0;
  CHECK(etad::jacobian(row_sums)(a) == blocks);
  CHECK(etad::jacobian(row_sums)(dynamic) == blocks);
}

TEST_CASE("several arguments, some of them data") {
  const auto residual = [](const auto& a, const auto& x, const auto& b) {
    return (a * x - b).squaredNorm();
  };
  Matrix3d a;
  a << 2.0, 1.0, 0.5, -1.0, 3.0, 1.5, 0.25, 1.0, 4.0;
  const Vector3d b(1.0, 2.0, 3.0);
  const Vector3d expected = 2.0 * a.transpose() * (a * point - b);
  CHECK(close(etad::gradient(residual, etad::wrt<1>)(a, point, b), expected));
  const auto [da, dx] = etad::gradient(residual, etad::wrt<0, 1>)(a, point, b);
  CHECK(close(dx, expected));
  CHECK(close(da, 2.0 * (a * point - b) * point.transpose()));
  const MatrixXd large = a;
  const VectorXd x = point;
  CHECK(close(etad::gradient(residual, etad::wrt<1>)(large, x, VectorXd(b)), expected));
  // Eigen says that a matrix of duals converts to one of double, and does not.
  const auto plain = [](const MatrixXd& m, const auto& v) { return v[0] * v[1] * m(1, 0); };
  CHECK(etad::gradient(plain, etad::wrt<1>)(large, x)[0] == -x[1]);
}

// Duals over variables of a tape beside plain numbers.
TEST_CASE("second derivatives of products with plain matrices of run-time size") {
  Eigen::MatrixXd a(3, 2);
  a << 1.0, 2.0, 3.0, 4.0, 5.0, 6.0;
  const Eigen::VectorXd x = Eigen::VectorXd::Ones(2);
  const auto squares = [&](const auto& v) { return 0.5 * (a * v).squaredNorm() + (v * 3.0).sum(); };
  const Eigen::MatrixXd second = etad::hessian(squares)(x);
  CHECK((second - a.transpose() * a).norm() == 0.0);
}

}  // namespace
