// SPDX-License-Identifier: MIT
// Rotations on duals, and callables that use Eigen inside.
#include <doctest/doctest.h>
#include <Eigen/Dense>
#include <Eigen/Geometry>
#include <array>
#include <cmath>
#include <etad/etad.hpp>
#include <etad/interop/eigen.hpp>
#include <limits>

namespace {

constexpr double tolerance = 64.0 * std::numeric_limits<double>::epsilon();
const Eigen::Vector3d axis = Eigen::Vector3d(1.0, -2.0, 0.5).normalized();
const Eigen::Vector3d arm(0.25, 1.5, -1.0);

// d/dt R(t) v = w x (R v) for a rotation by t about w.
const auto turned = [](auto angle) {
  using scalar = decltype(angle);
  const Eigen::AngleAxis<scalar> rotation(angle, axis.cast<scalar>());
  return Eigen::Matrix<scalar, 3, 1>(rotation * arm.cast<scalar>());
};
const auto turned_by_quaternion = [](auto angle) {
  using scalar = decltype(angle);
  const Eigen::Quaternion<scalar> half(Eigen::AngleAxis<scalar>(angle / 2.0, axis.cast<scalar>()));
  return Eigen::Matrix<scalar, 3, 1>((half * half) * arm.cast<scalar>());
};

TEST_CASE("AngleAxis and quaternions") {
  const Eigen::Vector3d position = Eigen::AngleAxisd(0.75, axis) * arm;
  const Eigen::Vector3d velocity = axis.cross(position);
  const Eigen::Vector3d of_matrix = etad::derivative(turned)(0.75);
  const Eigen::Vector3d of_quaternion = etad::derivative(turned_by_quaternion)(0.75);
  CHECK((of_matrix - velocity).norm() <= tolerance);
  CHECK((of_quaternion - velocity).norm() <= tolerance);
  const Eigen::Vector3d acceleration = etad::derivative<2>(turned)(0.75);
  CHECK((acceleration - axis.cross(velocity)).norm() <= tolerance);
}

TEST_CASE("a rotation back to its angle") {
  const auto angle_of = [](auto angle) {
    using scalar = decltype(angle);
    const Eigen::Matrix<scalar, 3, 3> r =
        Eigen::AngleAxis<scalar>(angle, axis.cast<scalar>()).toRotationMatrix();
    return Eigen::AngleAxis<scalar>(r).angle();
  };
  CHECK(std::abs(etad::derivative(etad::opaque(angle_of))(0.75) - 1.0) <= tolerance);
}

// Accepted as a callable to be traced, which fails in constant evaluation, so that duals serve.
struct volume {
  template <class T>
  T operator()(const std::array<T, 9>& sides) const {
    const Eigen::Map<const Eigen::Matrix<T, 3, 3>> a(sides.data());
    return 2.0 * (a.col(0).cross(a.col(1)).dot(a.col(2)) + 0.5);
  }
};
static_assert(!etad::traceable<volume, std::array<double, 9>>);

TEST_CASE("an empty functor that uses Eigen inside") {
  const std::array sides{2.0, 1.0, 0.5, -1.0, 3.0, 1.5, 0.25, 1.0, 4.0};
  const Eigen::Map<const Eigen::Matrix3d> a(sides.data());
  const Eigen::Matrix3d expected = 2.0 * a.determinant() * a.inverse().transpose();
  const auto g = etad::gradient(volume{})(sides);
  for (int i = 0; i < 9; ++i) {
    CHECK(std::abs(g[static_cast<std::size_t>(i)] - expected.data()[i]) <= tolerance * 32.0);
  }
}

}  // namespace
