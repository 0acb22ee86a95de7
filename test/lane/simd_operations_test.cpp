// SPDX-License-Identifier: MIT
#include <etad/lane/simd.hpp>

#include "lane/operations.hpp"

using etad::pack;
using etad::simd_lanes;
using namespace lane_operations;

TEST_CASE_TEMPLATE("vector lanes: every operation is the scalar one", T, double, float) {
  CHECK(check_rows<pack<T, simd_lanes<>>, 0, etad::detail::opcode_count>(4, 16) ==
        etad::detail::opcode_count - 4);
}
