// SPDX-License-Identifier: MIT
// Sparse derivatives of formulas and of closures that are written out as formulas.
#include <doctest/doctest.h>

#include <cmath>
#include <etad/verb/formula_derivative.hpp>
#include <etad/verb/sparse_hessian.hpp>
#include <etad/verb/sparse_jacobian.hpp>
#include <span>
#include <vector>

namespace {

using etad::arg;

// f = 2 x y + 3 z^2: the Hessian has three nonzeros.
constexpr auto formula = 2.0 * arg<0> * arg<1> + 3.0 * arg<2> * arg<2>;
constexpr auto h = etad::sparse_hessian(formula)(5.0, 7.0, 11.0);
static_assert(h.nonzeros == 3 && h(0, 1) == 2.0 && h(1, 0) == 2.0 && h(2, 2) == 6.0);
static_assert(h.dense() == etad::hessian(formula)(5.0, 7.0, 11.0));
static_assert(etad::hessian_sparsity<double, double, double>(formula).nonzeros == 3);
static_assert(etad::value_gradient_sparse_hessian(formula)(5.0, 7.0, 11.0).hessian == h);

constexpr auto of_two = 0.5 * arg<0> * arg<2> + 0.0 * arg<3>;
static_assert(etad::jacobian_sparsity<double, double, double, double>(of_two).nonzeros == 3);
constexpr auto j = etad::sparse_jacobian(of_two)(2.0, 3.0, 4.0, 5.0);
static_assert(j.nonzeros == 3 && j(0, 0) == 2.0 && j(0, 1) == 0.0 && j(0, 2) == 1.0);
static_assert(etad::sparse_jacobian(of_two, etad::wrt<1, 2>)(2.0, 3.0, 4.0, 5.0).nonzeros == 1);

}  // namespace

TEST_CASE("captured numbers are read at the call") {
  double k = 3.0;
  const auto f = [&k](auto x, auto y, auto z) {
    using std::exp;
    return k * x * y + exp(k * z);
  };
  const auto hessian = etad::sparse_hessian(f);
  static_assert(decltype(hessian(1.0, 1.0, 1.0))::nonzeros == 3);
  for (const double now : {3.0, -0.5}) {
    k = now;
    const auto seen = hessian(1.0, 2.0, 0.5);
    CHECK(seen(0, 1) == k);
    CHECK(seen(1, 0) == k);
    CHECK(seen(2, 2) == doctest::Approx(k * k * std::exp(0.5 * k)).epsilon(1e-14));
    double value = 0;
    std::array<double, 3> entries{};
    etad::value_and_sparse_jacobian(f)(1.0, 2.0, 0.5, std::span(&value, 1), std::span(entries));
    CHECK(value == f(1.0, 2.0, 0.5));
    CHECK(entries[0] == 2.0 * k);
  }
  CHECK(etad::sparse_hessian(f, etad::lanes)(1.0, 2.0, 0.5)(0, 1) == k);
}

// The square of what is computed with a constant: where constants differ, other verbs take dual numbers,
// which know no pattern.
TEST_CASE("constants that are written twice need not be equal") {
  double k = 1.0;
  const auto next = [&k] { return k++; };
  const auto f = [&next](auto x, auto y) {
    using std::sin;
    return sin(next() * x) * sin(next() * x) * y;
  };
  const auto h2 = etad::sparse_hessian(f)(0.5, 2.0);
  static_assert(decltype(h2)::nonzeros == 3);
  const double a = k - 2.0, b = k - 1.0;
  const double cross =
      a * std::cos(a * 0.5) * std::sin(b * 0.5) + b * std::sin(a * 0.5) * std::cos(b * 0.5);
  CHECK(h2(0, 1) == doctest::Approx(cross).epsilon(1e-14));
}
