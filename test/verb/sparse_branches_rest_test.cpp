// SPDX-License-Identifier: MIT
#include "problems/branches.hpp"

#include "problems/sparse.hpp"

TEST_CASE("branches: sparse Jacobians and lanes agree with the oracle") {
  problems::check_sparse_table(problems::branches_rest{});
}
