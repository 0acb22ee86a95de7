// SPDX-License-Identifier: MIT
#include "dual/edges.hpp"

TEST_CASE("duals at edge points: special") { dual_edges::check_group(edges::groups::special{}); }
