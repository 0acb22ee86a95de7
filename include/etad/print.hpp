// SPDX-License-Identifier: MIT
// Everything that prints functions. Apart from etad.hpp: programs that compute should not pay for it.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/check/derivative_report_io.hpp>
#include <etad/print/text.hpp>
#include <etad/show/explain.hpp>
#include <etad/show/formula_text.hpp>
#include <etad/show/road.hpp>
#include <etad/show/sparsity_drawing.hpp>
#include <etad/show/to_cpp.hpp>
#include <etad/show/to_dot.hpp>
#include <etad/show/to_latex.hpp>

#include <etad/core/warnings_on.hpp>
