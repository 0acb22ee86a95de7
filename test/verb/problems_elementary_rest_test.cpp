// SPDX-License-Identifier: MIT
#include "problems/elementary.hpp"

#include "problems/drivers.hpp"

TEST_CASE("steps, magnitudes, powers, a chain: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::elementary_rest{});
}
