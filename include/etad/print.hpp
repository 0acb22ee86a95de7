// SPDX-License-Identifier: MIT
// Everything that prints functions. Apart from etad.hpp: programs that compute should not pay for it.
#pragma once

#include <etad/api/explain.hpp>
#include <etad/api/sparsity_drawing.hpp>
#include <etad/api/to_cpp.hpp>
#include <etad/api/to_dot.hpp>
#include <etad/api/to_latex.hpp>
