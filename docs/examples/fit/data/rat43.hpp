// SPDX-License-Identifier: MIT
// Rat43: dry weight of onions against growing time.
#pragma once

#include "../data_set.hpp"

namespace nist {

inline constexpr data_set<4, 15> rat43 = {
    .name = "Rat43",
    .difficulty = "higher",
    .starts = {{{100.0, 10.0, 1.0, 1.0}, {700.0, 5.0, 0.75, 1.3}}},
    .certified = {699.6415127, 5.2771253025, 0.75962938329, 1.2792483859},
    .residual_sum_of_squares = 8786.404908,
    // response, predictor
    .rows = {{{16.08, 1.0},
              {33.83, 2.0},
              {65.8, 3.0},
              {97.2, 4.0},
              {191.55, 5.0},
              {326.2, 6.0},
              {386.87, 7.0},
              {520.53, 8.0},
              {590.03, 9.0},
              {651.92, 10.0},
              {724.93, 11.0},
              {699.56, 12.0},
              {689.96, 13.0},
              {637.56, 14.0},
              {717.41, 15.0}}},
};

}  // namespace nist
