// SPDX-License-Identifier: MIT
// Misra1c: volume adsorbed against pressure, dental research.
#pragma once

#include "../data_set.hpp"

namespace nist {

inline constexpr data_set<2, 14> misra1c = {
    .name = "Misra1c",
    .difficulty = "average",
    .starts = {{{500.0, 0.0001}, {600.0, 0.0002}}},
    .certified = {636.42725809, 0.00020813627256},
    .residual_sum_of_squares = 0.040966836971,
    // response, predictor
    .rows = {{{10.07, 77.6},
              {14.73, 114.9},
              {17.94, 141.1},
              {23.93, 190.8},
              {29.61, 239.9},
              {35.18, 289.0},
              {40.02, 332.8},
              {44.82, 378.4},
              {50.76, 434.8},
              {55.05, 477.3},
              {61.01, 536.8},
              {66.4, 593.1},
              {75.47, 689.1},
              {81.78, 760.0}}},
};

}  // namespace nist
