// SPDX-License-Identifier: MIT
// Recurrences. Apart from etad.hpp, whose reading they would slow down.
#pragma once

#include <etad/api/scan.hpp>
#include <etad/api/scan_jacobian.hpp>
#include <etad/api/while_loop.hpp>
