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

#include <etad/core/functions.hpp>
#include <etad/core/value_functions.hpp>
#include <etad/dual/functions.hpp>
#include <etad/expr/without_values.hpp>
#include <etad/tape/classification.hpp>
#include <etad/tape/select.hpp>

namespace std {

using etad::sqrt;
using etad::cbrt;
using etad::exp;
using etad::exp2;
using etad::expm1;
using etad::log;
using etad::log2;
using etad::log10;
using etad::log1p;
using etad::sin;
using etad::cos;
using etad::tan;
using etad::asin;
using etad::acos;
using etad::atan;
using etad::sinh;
using etad::cosh;
using etad::tanh;
using etad::asinh;
using etad::acosh;
using etad::atanh;
using etad::erf;
using etad::erfc;
using etad::tgamma;
using etad::lgamma;
using etad::abs;
using etad::fabs;
using etad::floor;
using etad::ceil;
using etad::trunc;
using etad::round;
using etad::rint;
using etad::nearbyint;
using etad::pow;
using etad::atan2;
using etad::hypot;
using etad::fmod;
using etad::remainder;
using etad::remquo;
using etad::fmax;
using etad::fmin;
using etad::fdim;
using etad::copysign;
using etad::fma;
using etad::max;
using etad::min;
using etad::clamp;
using etad::isgreater;
using etad::isgreaterequal;
using etad::isless;
using etad::islessequal;
using etad::islessgreater;
using etad::isunordered;
using etad::isfinite;
using etad::isnan;
using etad::isinf;
using etad::isnormal;
using etad::signbit;
using etad::fpclassify;
using etad::lround;
using etad::llround;
using etad::lrint;
using etad::llrint;
using etad::ilogb;
using etad::logb;
using etad::ldexp;
using etad::scalbn;
using etad::scalbln;
using etad::frexp;
using etad::modf;
using etad::nextafter;

}  // namespace std
