// SPDX-License-Identifier: MIT
// Recurrences. Apart from etad.hpp, whose reading they would slow down.
#pragma once

#include <etad/scan/jacobian.hpp>
#include <etad/scan/scan.hpp>
#include <etad/scan/while_loop.hpp>
