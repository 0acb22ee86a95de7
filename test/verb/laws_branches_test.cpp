// SPDX-License-Identifier: MIT
#include "problems/branches.hpp"

#include "problems/laws.hpp"

TEST_CASE("branches: transposition, linearity, modes") {
  problems::check_laws(
      problems::table<problems::if_else, problems::logical_operators, problems::loop_with_break,
                      problems::nested_branches, problems::sorting, problems::guarded_root>{});
}
