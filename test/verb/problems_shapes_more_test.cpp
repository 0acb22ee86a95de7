// SPDX-License-Identifier: MIT
#include "problems/shapes.hpp"

#include "problems/drivers.hpp"

TEST_CASE("nested arrays and array results: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::shapes_more{});
}
