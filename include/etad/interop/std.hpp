// SPDX-License-Identifier: MIT
// std::sin(x), std::abs(x), std::isnan(x) and the other functions of <cmath> by their full names, for numbers
// of etad's: the functions of namespace etad are made visible in namespace std. Include it before the code
// that calls them.
//
// The standard does not allow programs to add overloads to namespace std (C++20 [namespace.std], 2); other
// libraries for derivatives do the same, and compilers accept it. Without this header write
// `using std::sin; sin(x)`, which needs no such thing.
#pragma once

#include <algorithm>
#include <cmath>
#include <complex>
#include <numeric>

#include <etad/core/warnings_off.hpp>

#include <etad/core/functions.hpp>
#include <etad/core/value_functions.hpp>
#include <etad/dual/functions.hpp>
#include <etad/expr/without_values.hpp>
#include <etad/tape/classification.hpp>
#include <etad/tape/select.hpp>

namespace std {

using etad::abs;
using etad::acos;
using etad::acosh;
using etad::asin;
using etad::asinh;
using etad::atan;
using etad::atan2;
using etad::atanh;
using etad::cbrt;
using etad::ceil;
using etad::clamp;
using etad::copysign;
using etad::cos;
using etad::cosh;
using etad::erf;
using etad::erfc;
using etad::exp;
using etad::exp2;
using etad::expm1;
using etad::fabs;
using etad::fdim;
using etad::floor;
using etad::fma;
using etad::fmax;
using etad::fmin;
using etad::fmod;
using etad::fpclassify;
using etad::frexp;
using etad::hypot;
using etad::ilogb;
using etad::isfinite;
using etad::isgreater;
using etad::isgreaterequal;
using etad::isinf;
using etad::isless;
using etad::islessequal;
using etad::islessgreater;
using etad::isnan;
using etad::isnormal;
using etad::isunordered;
using etad::ldexp;
using etad::lerp;
using etad::lgamma;
using etad::llrint;
using etad::llround;
using etad::log;
using etad::log10;
using etad::log1p;
using etad::log2;
using etad::logb;
using etad::lrint;
using etad::lround;
using etad::max;
using etad::midpoint;
using etad::min;
using etad::modf;
using etad::nearbyint;
using etad::nextafter;
using etad::norm;
using etad::pow;
using etad::remainder;
using etad::remquo;
using etad::rint;
using etad::round;
using etad::scalbln;
using etad::scalbn;
using etad::signbit;
using etad::sin;
using etad::sinh;
using etad::sqrt;
using etad::tan;
using etad::tanh;
using etad::tgamma;
using etad::trunc;

}  // namespace std

#include <etad/core/warnings_on.hpp>
