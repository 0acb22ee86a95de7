// SPDX-License-Identifier: MIT
// Everything that runs on the machine's vector registers; needs xsimd.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/batch/simd_batch.hpp>
#include <etad/dual/simd.hpp>
#include <etad/verb/simd_jacobian.hpp>

#include <etad/core/warnings_on.hpp>
