// SPDX-License-Identifier: MIT
// Derivatives of black boxes by differences, numerical_gradient and numerical_jacobian, and checks of derivatives by
// vectors, of sums and of recurrences.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/check/check_derivatives.hpp>
#include <etad/check/flat_check.hpp>
#include <etad/check/numerical_derivative.hpp>
#include <etad/etad.hpp>

#include <etad/core/warnings_on.hpp>
