// SPDX-License-Identifier: MIT
#include "problems/shapes.hpp"

#include "problems/drivers.hpp"

TEST_CASE("arrays and helper functions: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::shapes{});
}
