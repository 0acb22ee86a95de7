// SPDX-License-Identifier: MIT
// Derivatives that are stated instead of worked out, those of implicit functions, and
// traced functions as records of a tape.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/rule/custom_derivative.hpp>
#include <etad/rule/custom_vjp.hpp>
#include <etad/rule/implicit_root.hpp>
#include <etad/rule/kernel.hpp>

#include <etad/core/warnings_on.hpp>
