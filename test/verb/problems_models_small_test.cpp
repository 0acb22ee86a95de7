// SPDX-License-Identifier: MIT
#include "problems/models.hpp"

#include "problems/drivers.hpp"

TEST_CASE("models of the examples: every way to differentiate agrees with the oracle") {
  problems::check_table(problems::models_small{});
}
