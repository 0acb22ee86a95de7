// SPDX-License-Identifier: MIT
// Reverse mode at run time: a tape and its variables, for code that cannot be traced.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/tape/classification.hpp>
#include <etad/tape/functions.hpp>
#include <etad/tape/io.hpp>
#include <etad/tape/limits.hpp>
#include <etad/tape/select.hpp>
#include <etad/tape/tape.hpp>

#include <etad/core/warnings_on.hpp>
