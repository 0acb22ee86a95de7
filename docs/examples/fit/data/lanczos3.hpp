// SPDX-License-Identifier: MIT
// Lanczos3: three decaying exponentials, tabulated to 5 digits.
#pragma once

#include "../data_set.hpp"

namespace nist {

inline constexpr data_set<6, 24> lanczos3 = {
    .name = "Lanczos3",
    .difficulty = "lower",
    .starts = {{{1.2, 0.3, 5.6, 5.5, 6.5, 7.6}, {0.5, 0.7, 3.6, 4.2, 4.0, 6.3}}},
    .certified = {0.086816414977, 0.95498101505, 0.84400777463, 2.9515951832, 1.5825685901,
                  4.9863565084},
    .residual_sum_of_squares = 1.6117193594e-8,
    // response, predictor
    .rows = {{{2.5134, 0.0},  {2.0443, 0.05}, {1.6684, 0.1},  {1.3664, 0.15}, {1.1232, 0.2},
              {0.9269, 0.25}, {0.7679, 0.3},  {0.6389, 0.35}, {0.5338, 0.4},  {0.4479, 0.45},
              {0.3776, 0.5},  {0.3197, 0.55}, {0.272, 0.6},   {0.2325, 0.65}, {0.1997, 0.7},
              {0.1723, 0.75}, {0.1493, 0.8},  {0.1301, 0.85}, {0.1138, 0.9},  {0.1, 0.95},
              {0.0883, 1.0},  {0.0783, 1.05}, {0.0698, 1.1},  {0.0624, 1.15}}},
};

}  // namespace nist
