// SPDX-License-Identifier: MIT
// etad::cx: the functions of <cmath> (and digamma, polygamma) in constant expressions.
//
// Every function takes float, double or long double and gives the same bits on every compiler, in
// constant evaluation and at run time. Special values are those of C's Annex F; infinities and NaNs
// are produced as constants, never by an operation that a constant evaluator refuses.
//
// Error, measured against MPFR on 10^5 random points per function, range and type, 2*10^4 for the
// error and gamma functions (test/core/cx):
//   sqrt fma fmod remainder + - * / and all rounding functions   correctly rounded (0.5 ulp)
//   elementary, error and gamma functions                        <= 0.501 ulp
//   digamma, polygamma for x > 0 (x < 0)                          <= 0.52 ulp (16 ulp)
//   lgamma and digamma near their zeros below 0                   2^-100 and 2^-60 absolute
//
// Cost in constant evaluation (Clang 19, double; GCC 12 is alike): + - * / 2 steps; elementary
// functions 17 to 130 steps and 30 to 110 microseconds; gamma functions and digamma 80 to 400 steps
// and 0.1 to 0.25 ms; erf and erfc up to 650 steps and 0.5 ms. At run time 0.5 to 3 microseconds,
// digamma and polygamma of double 0.05 to 0.3.
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
