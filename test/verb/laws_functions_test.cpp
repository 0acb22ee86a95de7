// SPDX-License-Identifier: MIT
#include "problems/several.hpp"

#include "problems/laws.hpp"

TEST_CASE("functions of several numbers: transposition, linearity, modes") {
  problems::check_laws(
      problems::table<problems::arithmetic, problems::compound_assignment, problems::power,
                      problems::polar, problems::distance, problems::extremes, problems::softplus,
                      problems::shared_values>{});
}
