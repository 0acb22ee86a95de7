// SPDX-License-Identifier: MIT
#include "problems/elementary.hpp"

#include "problems/drivers.hpp"

TEST_CASE(
    "exponentials, logarithms, roots, circular functions: every way to differentiate agrees with "
    "the oracle") {
  problems::check_table(problems::elementary{});
}
