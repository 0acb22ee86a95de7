// SPDX-License-Identifier: MIT
// Rat42: pasture yield against growing time.
#pragma once

#include "../data_set.hpp"

namespace nist {

inline constexpr data_set<3, 9> rat42 = {
    .name = "Rat42",
    .difficulty = "higher",
    .starts = {{{100.0, 1.0, 0.1}, {75.0, 2.5, 0.07}}},
    .certified = {72.462237576, 2.6180768402, 0.067359200066},
    .residual_sum_of_squares = 8.0565229338,
    // response, predictor
    .rows = {{{8.93, 9.0},
              {10.8, 14.0},
              {18.59, 21.0},
              {22.33, 28.0},
              {39.35, 42.0},
              {56.11, 57.0},
              {61.73, 63.0},
              {64.62, 70.0},
              {67.08, 79.0}}},
};

}  // namespace nist
