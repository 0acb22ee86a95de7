// SPDX-License-Identifier: MIT
// Dual numbers by themselves: the number, its functions of <cmath>, its output.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/dual/functions.hpp>
#include <etad/dual/io.hpp>
#include <etad/dual/workspace.hpp>

#include <etad/core/warnings_on.hpp>
