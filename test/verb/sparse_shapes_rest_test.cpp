// SPDX-License-Identifier: MIT
#include "problems/shapes.hpp"

#include "problems/sparse.hpp"

TEST_CASE(
    "several arguments, constants, cancellation: sparse Jacobians and lanes agree with the "
    "oracle") {
  problems::check_sparse_table(problems::shapes_rest{});
}
