// SPDX-License-Identifier: MIT
#include "problems/branches.hpp"

#include "problems/second_order.hpp"

TEST_CASE("branches: Hessians and their products") {
  problems::check_second_order(
      problems::table<problems::if_else, problems::nested_branches, problems::while_loop,
                      problems::two_conditions, problems::small_angle>{});
}
