// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/arithmetic.hpp>
#include <etad/core/cx/circular.hpp>
#include <etad/core/cx/classify.hpp>
#include <etad/core/cx/error_function.hpp>
#include <etad/core/cx/exponential.hpp>
#include <etad/core/cx/gamma.hpp>
#include <etad/core/cx/hyperbolic.hpp>
#include <etad/core/cx/inverse_circular.hpp>
#include <etad/core/cx/logarithm.hpp>
#include <etad/core/cx/polygamma.hpp>
#include <etad/core/cx/power.hpp>
#include <etad/core/cx/root.hpp>
#include <etad/core/cx/step.hpp>
