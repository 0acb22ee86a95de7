// SPDX-License-Identifier: MIT
#include "lane/simd_accuracy.hpp"

TEST_CASE("accuracy of the lane functions, double") { lane_accuracy::measure_all<double>(); }
