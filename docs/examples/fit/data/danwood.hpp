// SPDX-License-Identifier: MIT
// DanWood: energy radiated by a lamp filament against temperature in 1000 K.
#pragma once

#include "../data_set.hpp"

namespace nist {

inline constexpr data_set<2, 6> danwood = {
    .name = "DanWood",
    .difficulty = "lower",
    .starts = {{{1.0, 5.0}, {0.7, 4.0}}},
    .certified = {0.76886226176, 3.8604055871},
    .residual_sum_of_squares = 0.0043173084083,
    // response, predictor
    .rows = {{{2.138, 1.309},
              {3.421, 1.471},
              {3.597, 1.49},
              {4.34, 1.565},
              {4.882, 1.611},
              {5.66, 1.68}}},
};

}  // namespace nist
