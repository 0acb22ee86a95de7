// SPDX-License-Identifier: MIT
// Callables of Eigen's matrices of fixed size are traced where they read elements and compute with small matrices;
// whatever else they use of Eigen compiles, and runs on dual numbers.
#include <doctest/doctest.h>
#include <Eigen/Dense>
#include <etad/etad.hpp>
#include <etad/interop/eigen.hpp>

namespace {

using Eigen::Matrix;
using Eigen::Vector3d;

template <class X>
using number = typename std::remove_cvref_t<X>::Scalar;

template <class T>
constexpr Matrix<T, 3, 1> helper(const Matrix<T, 3, 1>& a, const Matrix<T, 3, 1>& b) {
  Matrix<T, 3, 1> r;
  r << a(0) * b(1), a.template tail<2>();
  r.template head<2>() += b.template tail<2>();
  r.noalias() -= 0.5 * a / b.x();
  return r.cross(b);
}

struct helpers {
  constexpr auto operator()(const auto& x) const {
    const Matrix<number<decltype(x)>, 3, 1> y = helper<number<decltype(x)>>(x, 2.0 * x);
    return y.dot(x) + y.squaredNorm() * x.sum() - x.cwiseProduct(y).mean();
  }
};
struct matrices {
  constexpr auto operator()(const auto& x) const {
    using T = number<decltype(x)>;
    Matrix<T, 3, 3> m = Matrix<T, 3, 3>::Identity() + x * x.transpose();
    m.row(0) = x.transpose();
    m.row(2) << x(0), T(1), x(2);
    m.template block<2, 2>(0, 1) *= x[2];
    const Matrix<T, 3, 1> y = m.transpose() * m * x;
    return T(x.transpose() * y) + (m * m).trace() + m.determinant();
  }
};
struct branches {
  constexpr auto operator()(const auto& x) const {
    const auto n = x.norm();
    if (n < 1e-8) return n;
    return n * x.normalized()(1);
  }
};
struct loops {
  constexpr auto operator()(const auto& x) const {
    number<decltype(x)> s(0);
    for (const auto& item : x) s += item * item;
    for (Eigen::Index i = 0; i < x.size(); ++i) s += x[i] * x.coeff(i) / x.rows();
    return s;
  }
};

/// The gradient, and what dual numbers give.
template <class F>
void check_traced() {
  static_assert(etad::traceable<F, Vector3d>);
  const Vector3d x(0.5, -1.25, 2.0);
  const Vector3d slopes = etad::gradient(F{})(x);
  const Vector3d expected = etad::gradient(etad::opaque(F{}))(x);
  CHECK((slopes - expected).norm() < 1e-14 * expected.norm());
}

TEST_CASE("elements, parts and the arithmetic of small matrices are traced") {
  check_traced<helpers>();
  check_traced<matrices>();
  check_traced<branches>();
  check_traced<loops>();
  const auto inverted = [](const auto& x) {
    using T = number<decltype(x)>;
    Matrix<T, 2, 2> m;
    m << x(0), x(1), x(2), 3.0;
    return (m.inverse() * x.template head<2>()).eval();
  };
  const auto [value, jacobian] = etad::value_and_jacobian(inverted)(Vector3d(2.0, 1.0, 0.0));
  static_assert(etad::traceable<decltype(inverted), Vector3d>);
  CHECK((value - Eigen::Vector2d(5.0 / 6.0, 1.0 / 3.0)).norm() < 1e-15);
  CHECK(std::abs(jacobian(1, 1) - 1.0 / 3.0) < 1e-15);
}

/// The callable is looked at with traced numbers, without an error, and not traced.
template <class F>
constexpr bool compiles_untraced(F) {
  return !etad::traceable<F, Vector3d>;
}

static_assert(compiles_untraced([](const auto& x) { return x.array().exp().sum(); }));
static_assert(compiles_untraced([](const auto& x) { return x.head(2).sum() + x.maxCoeff(); }));
static_assert(compiles_untraced([](const auto& x) {
  Eigen::Quaternion<number<decltype(x)>> q(x(0), x(1), x(2), 1.0);
  q.normalize();
  return (q * x).sum();
}));
static_assert(compiles_untraced([](const auto& x) {
  using T = number<decltype(x)>;
  return (Eigen::AngleAxis<T>(x.norm(), x.normalized()).toRotationMatrix() * x)(0);
}));
static_assert(compiles_untraced([](const auto& x) {
  return (x - Vector3d(1.0, 2.0, 3.0)).squaredNorm() + x.homogeneous().sum() + x.reverse()(0);
}));
static_assert(compiles_untraced([](const auto& x) {
  return x.colwise().sum()(0) + x.unaryExpr([](const auto& v) { return v * v; }).prod();
}));
static_assert(compiles_untraced([](const auto& x) {
  using T = number<decltype(x)>;
  const Eigen::Map<const Matrix<T, 2, 1>> two(x.data());
  const Eigen::Ref<const Matrix<T, 3, 1>> all = x;
  const Matrix<T, Eigen::Dynamic, 1> copy = x;
  return two.sum() + all.sum() + copy.dot(x);
}));
static_assert(compiles_untraced([](const auto& x) {
  using T = number<decltype(x)>;
  Matrix<T, 3, 3> m = x.asDiagonal();
  m.setZero(3, 3);
  m.diagonal() = x;
  return m.llt().solve(x).sum();
}));
template <class D>
auto of_any_matrix(const Eigen::MatrixBase<D>& v) {
  typename D::PlainObject copy = v;
  return copy.sum() + v(0);
}
static_assert(compiles_untraced([](const auto& x) { return of_any_matrix(x - 2.0 * x); }));

}  // namespace
