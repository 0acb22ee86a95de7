// SPDX-License-Identifier: MIT
// etad: derivatives of ordinary generic C++ code, worked out at compile time.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/call/formula/formula.hpp>
#include <etad/call/traced/traceable.hpp>
#include <etad/call/wrt.hpp>
#include <etad/check/check_derivatives.hpp>
#include <etad/rule/custom_derivative.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/formula_derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/has_aux.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/products.hpp>
#include <etad/verb/ravel.hpp>
#include <etad/verb/sparse_hessian.hpp>
#include <etad/verb/sparse_jacobian.hpp>
#include <etad/verb/sparsity_at.hpp>
#include <etad/verb/value_and_products.hpp>

#include <etad/core/warnings_on.hpp>
