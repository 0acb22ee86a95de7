// SPDX-License-Identifier: MIT
// Products, inverse and determinant of matrices of duals, against closed forms.
#include <doctest/doctest.h>
#include <interop/eigen_family.hpp>

namespace {

using namespace eigen_test;

template <int Size>
void check_products_and_inverse(Eigen::Index n) {
  const auto f = family<Size>::make(n, false);
  const auto a = f.duals();
  const real_matrix<Size> inverse = f.at.inverse();
  const dual_matrix<Size> square = a * a;
  const dual_matrix<Size> mixed = f.at * a + a * 2.0 - 0.5 * a;
  const dual_matrix<Size> of_inverse = a.inverse();
  const number determinant = a.determinant();
  CHECK(close(values(square), f.at * f.at));
  CHECK(close(values(mixed), f.at * f.at + 1.5 * f.at));
  CHECK(close(values(of_inverse), inverse));
  for (int k = 0; k < 2; ++k) {
    const auto& s = f.slopes[static_cast<std::size_t>(k)];
    CHECK(close(tangents(square, k), s * f.at + f.at * s));
    CHECK(close(tangents(mixed, k), f.at * s + 1.5 * s));
    CHECK(close(tangents(of_inverse, k), -inverse * s * inverse));
    CHECK(std::abs(tangent(determinant)[k] - f.at.determinant() * (inverse * s).trace()) <=
          tolerance * std::abs(f.at.determinant()) * 8.0);
  }
  dual_matrix<Size> overwritten = a;
  overwritten = overwritten * overwritten;
  CHECK(overwritten == square);
}

TEST_CASE("products, also with plain matrices; inverse and determinant") {
  check_products_and_inverse<3>(3);
  check_products_and_inverse<Eigen::Dynamic>(6);
}

}  // namespace
