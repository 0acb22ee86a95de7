// SPDX-License-Identifier: MIT
#include "problems/elementary.hpp"

#include "problems/drivers.hpp"

TEST_CASE(
    "hyperbolic, error and gamma functions: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::elementary_more{});
}
