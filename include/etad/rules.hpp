// SPDX-License-Identifier: MIT
// Derivatives that are stated instead of worked out, and those of implicit functions.
#pragma once

#include <etad/rule/custom_derivative.hpp>
#include <etad/rule/implicit_root.hpp>
