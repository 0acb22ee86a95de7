// SPDX-License-Identifier: MIT
// Looking at a tape: its graph, and where a NaN comes from. Apart from tape.hpp, which would be slower to compile.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/show/nonfinite.hpp>
#include <etad/show/tape_graph.hpp>

#include <etad/core/warnings_on.hpp>
