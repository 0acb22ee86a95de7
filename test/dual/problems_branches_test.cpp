// SPDX-License-Identifier: MIT
#include "problems/branches.hpp"

#include "dual/problems.hpp"

TEST_CASE("branches problems on duals agree with the oracle") {
  problems::check_with_duals(problems::branches{});
  problems::check_with_duals(problems::branches_more{});
  problems::check_with_duals(problems::branches_rest{});
}
