// SPDX-License-Identifier: MIT
#include <etad/lane/plain.hpp>

#include "lane/operations.hpp"

using etad::pack;
using etad::plain_lanes;
using namespace lane_operations;

// Lane by lane the same functions: the same bits.
TEST_CASE_TEMPLATE("plain lanes: every operation is the scalar one", T, double, float) {
  CHECK(check_rows<pack<T, plain_lanes<3>>, 0, etad::detail::opcode_count>(0, 0) ==
        etad::detail::opcode_count - 4);
}
