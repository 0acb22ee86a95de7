// SPDX-License-Identifier: MIT
// MGH10: a curved, badly scaled valley (Meyer).
#pragma once

#include "../data_set.hpp"

namespace nist {

inline constexpr data_set<3, 16> mgh10 = {
    .name = "MGH10",
    .difficulty = "higher",
    .starts = {{{2.0, 400000.0, 25000.0}, {0.02, 4000.0, 250.0}}},
    .certified = {0.005609636471, 6181.3463463, 345.22363462},
    .residual_sum_of_squares = 87.945855171,
    // response, predictor
    .rows = {{{34780.0, 50.0},
              {28610.0, 55.0},
              {23650.0, 60.0},
              {19630.0, 65.0},
              {16370.0, 70.0},
              {13720.0, 75.0},
              {11540.0, 80.0},
              {9744.0, 85.0},
              {8261.0, 90.0},
              {7030.0, 95.0},
              {6005.0, 100.0},
              {5147.0, 105.0},
              {4427.0, 110.0},
              {3820.0, 115.0},
              {3307.0, 120.0},
              {2872.0, 125.0}}},
};

}  // namespace nist
