// SPDX-License-Identifier: MIT
#include "problems/models.hpp"

#include "problems/laws.hpp"

TEST_CASE("models: transposition, linearity, modes") {
  problems::check_laws(problems::table<problems::rober, problems::hires, problems::rosenbrock,
                                       problems::black_scholes>{});
}
