// SPDX-License-Identifier: MIT
// QR and eigenvalues of matrices of duals, against closed forms.
#include <doctest/doctest.h>
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

}  // namespace
