// SPDX-License-Identifier: MIT
// BoxBOD: biochemical oxygen demand against days of incubation.
#pragma once

#include "../data_set.hpp"

namespace nist {

inline constexpr data_set<2, 6> boxbod = {
    .name = "BoxBOD",
    .difficulty = "higher",
    .starts = {{{1.0, 1.0}, {100.0, 0.75}}},
    .certified = {213.80940889, 0.54723748542},
    .residual_sum_of_squares = 1168.0088766,
    // response, predictor
    .rows = {{{109.0, 1.0}, {149.0, 2.0}, {149.0, 3.0}, {191.0, 5.0}, {213.0, 7.0}, {224.0, 10.0}}},
};

}  // namespace nist
