// SPDX-License-Identifier: MIT
// Looking at a tape: its graph, and where a NaN comes from. Apart from tape.hpp, which would be slower to compile.
#pragma once

#include <etad/show/nonfinite.hpp>
#include <etad/show/tape_graph.hpp>
