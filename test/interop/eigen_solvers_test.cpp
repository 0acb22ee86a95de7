// SPDX-License-Identifier: MIT
// Linear systems of duals, against closed forms.
#include <doctest/doctest.h>
#include <interop/eigen_family.hpp>

namespace {

using namespace eigen_test;

TEST_CASE("solutions by LDLT, Cholesky and LU") {
  const auto ldlt = [](const auto& a, const auto& b) { return a.ldlt().solve(b).eval(); };
  const auto cholesky = [](const auto& a, const auto& b) { return a.llt().solve(b).eval(); };
  const auto lu = [](const auto& a, const auto& b) { return a.partialPivLu().solve(b).eval(); };
  check_solution<3>(3, true, ldlt);
  check_solution<3>(3, true, cholesky);
  check_solution<Eigen::Dynamic>(6, true, ldlt);
  check_solution<Eigen::Dynamic>(6, false, lu);
}

}  // namespace
