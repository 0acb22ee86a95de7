// SPDX-License-Identifier: MIT
#include "problems/elementary.hpp"

#include "dual/problems.hpp"

TEST_CASE("elementary problems on duals agree with the oracle") {
  problems::check_with_duals(problems::elementary{});
  problems::check_with_duals(problems::elementary_more{});
  problems::check_with_duals(problems::elementary_rest{});
}
