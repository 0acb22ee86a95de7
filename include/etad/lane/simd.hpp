// SPDX-License-Identifier: MIT
// Packs in vector registers with all their functions. Needs xsimd, 8.1 or later.
#pragma once

#include <etad/lane/number.hpp>
#include <etad/lane/pack.hpp>
#include <etad/lane/simd/elementary.hpp>
#include <etad/lane/simd/error_function.hpp>
#include <etad/lane/simd/exponential.hpp>
#include <etad/lane/simd/logarithm.hpp>
#include <etad/lane/simd/power.hpp>
#include <etad/lane/simd/register.hpp>
#include <etad/lane/simd/root.hpp>
#include <etad/lane/simd/rounding.hpp>
