// SPDX-License-Identifier: MIT
// What etad does with a function: operations in each mode, the sparsity pattern, the road of a call. Apart from
// etad.hpp: it builds the programs of all modes.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/show/explain.hpp>
#include <etad/show/road.hpp>
#include <etad/show/sparsity_drawing.hpp>

#include <etad/core/warnings_on.hpp>
