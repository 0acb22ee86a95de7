// SPDX-License-Identifier: MIT
#include "problems/branches.hpp"

#include "problems/drivers.hpp"

TEST_CASE("pieces, sorting, guards: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::branches_rest{});
}
