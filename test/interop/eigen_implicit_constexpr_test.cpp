// SPDX-License-Identifier: MIT
// Functions that use Eigen's matrices of fixed size: traced where the compiler runs inline functions that are
// not constexpr (g++ -fimplicit-constexpr -DEIGEN_NO_DEBUG), on dual numbers elsewhere, with equal results.
#include <doctest/doctest.h>
#include <Eigen/Dense>
#include <cmath>
#include <etad/etad.hpp>
#include <etad/interop/eigen.hpp>

namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

template <class X>
using matrix3 = Eigen::Matrix<typename X::Scalar, 3, 3>;
template <class X>
using vector3 = Eigen::Matrix<typename X::Scalar, 3, 1>;

struct norms {
  template <class X>
  auto operator()(const X& x) const {
    return x.squaredNorm() * x.norm() + x.dot(2.0 * x) + x.normalized().sum();
  }
};
struct products {
  template <class X>
  auto operator()(const X& x) const {
    matrix3<X> skew;
    skew << 0.0 * x[0], -x[2], x[1], x[2], 0.0 * x[0], -x[0], -x[1], x[0], 0.0 * x[0];
    const matrix3<X> square = skew * skew;
    const matrix3<X> turned = square.transpose();
    const vector3<X> y = turned * x;
    const vector3<X> z = y + x.cross(skew.col(1));
    return z.dot(y) + square.trace() + y.cwiseProduct(x).sum();
  }
};
struct inverses {
  template <class X>
  auto operator()(const X& x) const {
    matrix3<X> a;
    a << 2.0 + x[0], x[1], x[2], x[1], 3.0 * x[0], x[2] * x[0], x[2], x[0], x[1] * x[2];
    const matrix3<X> inverse = a.inverse();
    return a.determinant() + inverse(0, 1) * inverse(2, 2);
  }
};
struct rotation {
  template <class X>
  auto operator()(const X& x) const {
    using scalar = typename X::Scalar;
    Eigen::Quaternion<scalar> turn(scalar(1.0), x[0], x[1], x[2]);
    turn.normalize();
    const vector3<X> y = turn * x;
    return y[0] * 2.0 + y[1] * y[2];
  }
};
struct pose {
  template <class X>
  auto operator()(const X& x) const {
    return Eigen::Matrix<typename X::Scalar, 2, 1>(x[0] / x[2], x.cwiseAbs2().sum());
  }
};

const Vector3d point(0.5, -1.25, 2.0);

template <class F>
void check(const F& f) {
  CHECK((etad::detail::road_of<decltype(etad::gradient(f)), F, Vector3d> == etad::road::traced) ==
        etad::detail::implicit_constexpr<Vector3d>);
  const Vector3d traced = etad::gradient(f)(point);
  const Vector3d duals = etad::gradient(etad::opaque(f))(point);
  CHECK((traced - duals).norm() <= 1e-13 * duals.norm());
}

TEST_CASE("gradients of Eigen's code") {
  check(norms{});
  check(products{});
  check(inverses{});
  check(rotation{});
}

TEST_CASE("Eigen's types are results, too") {
  const auto both = etad::value_and_jacobian(pose{})(point);
  static_assert(std::same_as<decltype(both.value), Eigen::Vector2d>);
  static_assert(std::same_as<decltype(both.jacobian), Eigen::Matrix<double, 2, 3>>);
  CHECK((both.value - pose{}(point)).norm() <= 1e-15);
  const Eigen::Matrix<double, 2, 3> duals = etad::jacobian(etad::opaque(pose{}))(point);
  CHECK((both.jacobian - duals).norm() <= 1e-14);
  const Matrix3d second = etad::hessian(norms{})(point);
  CHECK((second - etad::hessian(etad::opaque(norms{}))(point)).norm() <= 1e-12);
}

// As in code that was written for dual numbers.
template <class T>
inline T helper(const T& x) {
  using std::sin;
  return sin(x) * x;
}
struct without_constexpr {
  template <class X>
  auto operator()(const X& x) const {
    return helper(x[0]) * x[1];
  }
};

TEST_CASE("functions that merely lack constexpr are traced as well") { check(without_constexpr{}); }

}  // namespace
