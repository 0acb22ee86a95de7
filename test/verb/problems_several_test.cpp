// SPDX-License-Identifier: MIT
#include "problems/several.hpp"

#include "problems/drivers.hpp"

TEST_CASE("arithmetic, powers, distances: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::several{});
}
