// SPDX-License-Identifier: MIT
// Many points at once, in plain lanes: vmap and sum_over. For vector registers see simd.hpp. Apart
// from etad.hpp, whose reading it would slow down by a quarter.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/batch/map.hpp>
#include <etad/batch/sum_of_rows.hpp>
#include <etad/batch/sum_over.hpp>
#include <etad/batch/sum_over_elements.hpp>
#include <etad/batch/vmap.hpp>

#include <etad/core/warnings_on.hpp>
