// SPDX-License-Identifier: MIT
// Recurrences. Apart from etad.hpp, whose reading they would slow down.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/scan/jacobian.hpp>
#include <etad/scan/scan.hpp>
#include <etad/scan/while_loop.hpp>

#include <etad/core/warnings_on.hpp>
