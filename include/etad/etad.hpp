// SPDX-License-Identifier: MIT
// etad: derivatives of ordinary generic C++ code, worked out at compile time.
#pragma once

#include <etad/api/check_derivatives.hpp>
#include <etad/api/custom_derivative.hpp>
#include <etad/api/derivative.hpp>
#include <etad/api/formula.hpp>
#include <etad/api/formula_derivative.hpp>
#include <etad/api/gradient.hpp>
#include <etad/api/has_aux.hpp>
#include <etad/api/hessian.hpp>
#include <etad/api/jacobian.hpp>
#include <etad/api/products.hpp>
#include <etad/api/ravel.hpp>
#include <etad/api/sparse_hessian.hpp>
#include <etad/api/sparse_jacobian.hpp>
#include <etad/api/traceable.hpp>
#include <etad/api/value_and_products.hpp>
#include <etad/api/wrt.hpp>
