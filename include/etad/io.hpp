// SPDX-License-Identifier: MIT
// Results of verbs in streams and by std::format.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/show/values_io.hpp>

#include <etad/core/warnings_on.hpp>
