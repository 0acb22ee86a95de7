// SPDX-License-Identifier: MIT
#include "problems/models.hpp"

#include "dual/problems.hpp"

TEST_CASE("models problems on duals agree with the oracle") {
  problems::check_with_duals(problems::models_small{});
  problems::check_with_duals(problems::models_snavely{});
  problems::check_with_duals(problems::models_arm{});
  problems::check_with_duals(problems::models_pollu{});
}
