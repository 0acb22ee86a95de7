// SPDX-License-Identifier: MIT
// Everything that runs on the machine's vector registers; needs xsimd.
#pragma once

#include <etad/api/simd_batch.hpp>
#include <etad/api/simd_jacobian.hpp>
