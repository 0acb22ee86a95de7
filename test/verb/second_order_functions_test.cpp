// SPDX-License-Identifier: MIT
#include "problems/several.hpp"

#include "problems/second_order.hpp"

TEST_CASE("functions of several numbers: Hessians and their products") {
  problems::check_second_order(problems::table<problems::power, problems::distance,
                                               problems::softplus, problems::shared_values>{});
}
