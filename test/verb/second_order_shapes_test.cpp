// SPDX-License-Identifier: MIT
#include "problems/shapes.hpp"

#include "problems/second_order.hpp"

TEST_CASE("arrays: Hessians and their products") {
  problems::check_second_order(problems::table<problems::dot_product, problems::polynomial,
                                               problems::recursion, problems::determinant>{});
}
