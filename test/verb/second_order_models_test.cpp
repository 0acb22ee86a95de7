// SPDX-License-Identifier: MIT
#include "problems/models.hpp"

#include "problems/second_order.hpp"

TEST_CASE("models: Hessians and their products") {
  problems::check_second_order(problems::table<problems::rosenbrock, problems::black_scholes>{});
}
