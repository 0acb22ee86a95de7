// SPDX-License-Identifier: MIT
// Packs in vector registers with all their functions. Needs xsimd, 8.1 or later.
#pragma once

#include <etad/lane/elementary.hpp>
#include <etad/lane/error_function.hpp>
#include <etad/lane/exponential.hpp>
#include <etad/lane/logarithm.hpp>
#include <etad/lane/number.hpp>
#include <etad/lane/pack.hpp>
#include <etad/lane/power.hpp>
#include <etad/lane/root.hpp>
#include <etad/lane/rounding.hpp>
#include <etad/lane/simd_register.hpp>
