// SPDX-License-Identifier: MIT
#include "problems/branches.hpp"

#include "problems/drivers.hpp"

TEST_CASE("loops that depend on values: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::branches_more{});
}
