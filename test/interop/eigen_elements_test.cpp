// SPDX-License-Identifier: MIT
// Functions that read the elements of Eigen's matrices of fixed size are traced.
#include <doctest/doctest.h>
#include <Eigen/Dense>
#include <array>
#include <concepts>
#include <etad/etad.hpp>
#include <etad/interop/eigen_elements.hpp>
#include <etad/show/road.hpp>
#include <span>

namespace {

using Eigen::Matrix2d;
using Eigen::Matrix3d;
using Eigen::Vector3d;
using etad::by_elements;

template <class F, class X>
constexpr bool is_traced =
    etad::detail::road_of<decltype(etad::gradient(F{})), F, X> == etad::road::traced;

struct by_names {
  constexpr auto operator()(const auto& x) const {
    using std::exp;
    return x(0) * x.y() / x[2] + exp(x(0) * x(0)) * x.z();
  }
};
struct by_arithmetic {
  constexpr auto operator()(const auto& x) const { return (2.0 * x - x / x[1]).dot(x) + x.norm(); }
};
struct turned {
  constexpr auto operator()(const auto& x) const { return x.cross(2.0 * x + x / x.norm()) + x; }
};
struct loop {
  constexpr auto operator()(const auto& x) const {
    auto sum = 0.0 * x[0];
    for (const auto& item : x) sum += item * item;
    return sum;
  }
};
const Vector3d point(0.5, -1.25, 2.0);

/// Bit for bit what an array gives, as Eigen's types.
template <class F>
void check_verbs(const F& f) {
  static_assert(is_traced<F, etad::eigen_elements<Vector3d>>);
  const std::array<double, 3> array{point[0], point[1], point[2]};
  const auto equal = [](const auto& eigen, const auto& expected) {
    for (Eigen::Index k = 0; k < 3; ++k) CHECK(eigen[k] == expected[static_cast<std::size_t>(k)]);
  };
  const auto x = by_elements(point);
  const auto gradient = etad::gradient(f)(x);
  static_assert(std::same_as<decltype(gradient), const Vector3d>);
  equal(gradient, etad::gradient(f)(array));
  const auto both = etad::value_gradient_hessian(f)(x);
  const auto expected = etad::value_gradient_hessian(f)(array);
  static_assert(std::same_as<decltype(both.hessian), Matrix3d>);
  CHECK(both.value == expected.value);
  equal(both.gradient, expected.gradient);
  for (Eigen::Index i = 0; i < 3; ++i)
    equal(both.hessian.row(i), expected.hessian[static_cast<std::size_t>(i)]);
  CHECK(etad::jvp(f)(x, x) == etad::jvp(f)(array, array));
  equal(etad::vjp(f)(x, 2.0), etad::vjp(f)(array, 2.0));
  equal(etad::hvp(f)(x, x), etad::hvp(f)(array, array));
}

static_assert(etad::detail::obstacle_of<by_names, Eigen::Array4d>() ==
              etad::obstacle::library_type);
static_assert(etad::detail::obstacle_of<by_names, Vector3d>() == etad::obstacle::none);
static_assert(etad::detail::obstacle_of<by_names, etad::eigen_elements<Vector3d>>() ==
              etad::obstacle::none);

TEST_CASE("elements: bit for bit what an array gives") {
  check_verbs(loop{});
  const auto f = [](const auto& x) { return x[0] * x[1] / x[2]; };
  check_verbs(f);
}

TEST_CASE("names and arithmetic: what Eigen gives on dual numbers") {
  const auto close = [](const auto& a, const auto& b) { return (a - b).norm() < 1e-14 * b.norm(); };
  CHECK(close(etad::gradient(by_names{})(by_elements(point)), etad::gradient(by_names{})(point)));
  CHECK(close(etad::hessian(by_arithmetic{})(by_elements(point)),
              etad::hessian(by_arithmetic{})(point)));
  const auto j = etad::value_and_jacobian(turned{})(by_elements(point));
  static_assert(std::same_as<decltype(j.value), Vector3d>);
  static_assert(std::same_as<decltype(j.jacobian), Matrix3d>);
  CHECK(close(j.value, point + point.cross(2.0 * point + point / point.norm())));
  Matrix3d columns;
  for (int k = 0; k < 3; ++k) {
    const Vector3d unit = Vector3d::Unit(k);
    columns.col(k) = etad::jvp(turned{})(by_elements(point), unit);
  }
  CHECK(close(j.jacobian, columns));
}

TEST_CASE("matrices in both orders of storage, into spans that overlap them") {
  const auto first_row = [](const auto& a) { return a(0, 0) * a(0, 1) * a(0, 1) + 3.0 * a(1, 0); };
  Matrix2d columns;
  columns << 2.0, 3.0, 5.0, 7.0;
  const Eigen::Matrix<double, 2, 2, Eigen::RowMajor> rows = columns;
  Matrix2d expected;
  expected << 9.0, 12.0, 3.0, 0.0;
  CHECK(etad::gradient(first_row)(by_elements(columns)) == expected);
  CHECK(etad::gradient(first_row)(by_elements(rows)) == expected);
  const auto product = [](const auto& a) { return (a * a.transpose())(0, 1); };
  Matrix2d slopes;
  slopes << 5.0, 7.0, 2.0, 3.0;
  CHECK(etad::gradient(product)(by_elements(columns)) == slopes);
  etad::gradient(first_row)(by_elements(columns), std::span<double>(columns.data(), 4));
  CHECK(columns == expected.transpose());  // results are written by rows
}

}  // namespace

TEST_CASE("a callable that says it reads elements takes Eigen's vectors") {
  constexpr auto f = by_elements([](const auto& x) {
    using std::exp;
    const auto first = x[2] * x.template head<2>();
    return first.squaredNorm() * exp(x(0)) + x.cwiseProduct(x).sum() - x.template tail<2>().norm();
  });
  static_assert(etad::road_of<Vector3d>(etad::gradient(f)) == etad::road::traced);
  static_assert(etad::road_of<Vector3d>(etad::hessian(f)) == etad::road::traced);
  const Vector3d x(0.5, 1.0, 2.0);
  const Vector3d slopes = etad::gradient(f)(x);
  CHECK((slopes - etad::gradient(etad::opaque(f))(x)).norm() < 1e-13);
  const double k = 3.0;
  const auto scaled = by_elements([k](const auto& y) { return y.cross(y) + y * k; });
  CHECK(etad::road_of<Vector3d>(etad::jacobian(scaled)) == etad::road::traced);
  const Matrix3d rows = etad::jacobian(scaled)(x);
  CHECK((rows - 3.0 * Matrix3d::Identity()).norm() < 1e-13);
  CHECK(f(x) == etad::value_and_gradient(f)(x).value);
}
