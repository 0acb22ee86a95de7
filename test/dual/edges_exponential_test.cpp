// SPDX-License-Identifier: MIT
#include "dual/edges.hpp"

TEST_CASE("duals at edge points: exponential") {
  dual_edges::check_group(edges::groups::exponential{});
}
