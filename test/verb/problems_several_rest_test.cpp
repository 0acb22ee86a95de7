// SPDX-License-Identifier: MIT
#include "problems/several.hpp"

#include "problems/drivers.hpp"

TEST_CASE(
    "fused, interpolated and shared values: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::several_rest{});
}
