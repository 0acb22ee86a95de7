// SPDX-License-Identifier: MIT
#include "lane/simd_accuracy.hpp"

TEST_CASE("accuracy of the lane functions, float") { lane_accuracy::measure_all<float>(); }
