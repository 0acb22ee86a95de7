// SPDX-License-Identifier: MIT
#include "problems/branches.hpp"

#include "problems/drivers.hpp"

TEST_CASE("if, ?:, && and early return: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::branches{});
}
