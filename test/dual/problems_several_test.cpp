// SPDX-License-Identifier: MIT
#include "problems/several.hpp"

#include "dual/problems.hpp"

TEST_CASE("several problems on duals agree with the oracle") {
  problems::check_with_duals(problems::several{});
  problems::check_with_duals(problems::several_more{});
  problems::check_with_duals(problems::several_rest{});
}
