// SPDX-License-Identifier: MIT
// MGH09: a rational function with a minimum at infinity (Kowalik and Osborne).
#pragma once

#include "../data_set.hpp"

namespace nist {

inline constexpr data_set<4, 11> mgh09 = {
    .name = "MGH09",
    .difficulty = "higher",
    .starts = {{{25.0, 39.0, 41.5, 39.0}, {0.25, 0.39, 0.415, 0.39}}},
    .certified = {0.19280693458, 0.19128232873, 0.12305650693, 0.13606233068},
    .residual_sum_of_squares = 0.00030750560385,
    // response, predictor
    .rows = {{{0.1957, 4.0},
              {0.1947, 2.0},
              {0.1735, 1.0},
              {0.16, 0.5},
              {0.0844, 0.25},
              {0.0627, 0.167},
              {0.0456, 0.125},
              {0.0342, 0.1},
              {0.0323, 0.0833},
              {0.0235, 0.0714},
              {0.0246, 0.0625}}},
};

}  // namespace nist
