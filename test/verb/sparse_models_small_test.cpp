// SPDX-License-Identifier: MIT
#include "problems/models.hpp"

#include "problems/sparse.hpp"

TEST_CASE("models: sparse Jacobians and lanes agree with the oracle") {
  problems::check_sparse_table(problems::models_small{});
}
