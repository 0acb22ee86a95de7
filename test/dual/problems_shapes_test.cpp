// SPDX-License-Identifier: MIT
#include "problems/shapes.hpp"

#include "dual/problems.hpp"

TEST_CASE("shapes problems on duals agree with the oracle") {
  problems::check_with_duals(problems::shapes{});
  problems::check_with_duals(problems::shapes_more{});
  problems::check_with_duals(problems::shapes_rest{});
}
