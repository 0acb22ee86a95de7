// SPDX-License-Identifier: MIT
// QR and eigenvalues of matrices of duals, against closed forms.
#include <doctest/doctest.h>
#include <etad/interop/eigen.hpp>
#include <etad/rules.hpp>
#include <etad/tape.hpp>
#include <interop/eigen_family.hpp>

namespace {

using namespace eigen_test;

TEST_CASE("solutions by QR") {
  const auto qr = [](const auto& a, const auto& b) {
    return a.colPivHouseholderQr().solve(b).eval();
  };
  check_solution<3>(3, false, qr);
}

// Of eigenvalues l with unit vectors v: l' = v' A' v.
template <int Size>
void check_eigenvalues(Eigen::Index n) {
  const auto f = family<Size>::make(n, true);
  const Eigen::SelfAdjointEigenSolver<real_matrix<Size>> plain(f.at);
  const Eigen::SelfAdjointEigenSolver<dual_matrix<Size>> solver(f.duals());
  CHECK(solver.info() == Eigen::Success);
  CHECK(close(values(solver.eigenvalues()), plain.eigenvalues()));
  for (int k = 0; k < 2; ++k) {
    const real_matrix<Size> rotated = plain.eigenvectors().transpose() *
                                      f.slopes[static_cast<std::size_t>(k)] * plain.eigenvectors();
    CHECK(close(tangents(solver.eigenvalues(), k), rotated.diagonal()));
  }
}

TEST_CASE("eigenvalues of symmetric matrices") { check_eigenvalues<Eigen::Dynamic>(6); }

TEST_CASE("custom_vjp with matrices of run-time size: a solve is one record") {
  const auto solve = etad::custom_vjp(
      [](const auto& a, const auto& b) { return Eigen::VectorXd(a.partialPivLu().solve(b)); },
      [](const auto& a, const auto&, const auto& x, const auto& w) {
        const Eigen::VectorXd by_b = a.transpose().partialPivLu().solve(w);
        return std::tuple(Eigen::MatrixXd(-by_b * x.transpose()), by_b);
      });
  const Eigen::MatrixXd a{{4.0, 1.0, 0.0}, {1.0, 3.0, 0.5}, {0.0, 0.5, 2.0}};
  const Eigen::VectorXd b{{1.0, 2.0, 3.0}};
  etad::tape<double> tape;
  const auto av = tape.variables(a);
  const auto bv = tape.variables(b);
  const auto x = solve(av, bv);
  CHECK(tape.statistics().blocks == 1);
  const etad::variable<double> y = x[0] * x[0] + 2.0 * x[2];
  const auto [by_a, by_b] = tape.gradient(y, std::tuple(av, bv));
  const Eigen::MatrixXd inverse = a.inverse();
  const Eigen::VectorXd at = inverse * b, seed{{2.0 * at[0], 0.0, 2.0}};
  const Eigen::VectorXd slope = inverse.transpose() * seed;
  CHECK((by_b - slope).norm() < 1e-14);
  CHECK((by_a + slope * at.transpose()).norm() < 1e-14);
}

TEST_CASE("variables and expressions times plain matrices, matrices times plain vectors") {
  using Number = etad::variable<double>;
  etad::tape<double> tape;
  const Number x = tape.variable(2.0);
  using matrix = Eigen::Matrix<Number, Eigen::Dynamic, Eigen::Dynamic>;
  using column = Eigen::Matrix<Number, Eigen::Dynamic, 1>;
  const Eigen::MatrixXd a{{4.0, 1.0, 0.0}, {1.0, 3.0, 0.5}, {0.0, 0.5, 2.0}};
  const Eigen::Vector3d b(1.0, 2.0, 3.0);
  const matrix scaled = x * a, twice = (2.0 * x) * a, half = a / (x + x), back = a * (x * x);
  const column product = scaled * b;
  const matrix square = scaled * a;
  const auto value_of = [](const auto& m) {
    return m.unaryExpr([](const Number& e) { return e.value(); }).eval();
  };
  CHECK(value_of(twice) == 4.0 * a);
  CHECK(value_of(half) == a / 4.0);
  CHECK(value_of(back) == 4.0 * a);
  CHECK(value_of(product) == 2.0 * a * b);
  CHECK(value_of(square) == 2.0 * a * a);
  CHECK(tape.gradient(square(1, 1), x) == (a * a)(1, 1));
  CHECK(tape.gradient(product[1], x) == (a * b)[1]);
}

}  // namespace
