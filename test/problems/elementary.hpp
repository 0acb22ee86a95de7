// SPDX-License-Identifier: MIT
// The functions of one number, related ones together.
#pragma once

#include "problems/problem.hpp"

namespace problems {

struct exponentials : problem {
  static constexpr auto name = "exponentials";
  static constexpr std::array points{std::tuple{0.625}, std::tuple{-3.7}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x) const {
    using std::exp, std::exp2, std::expm1;
    return {exp(x), exp2(x), expm1(x)};
  }
};

struct logarithms : problem {
  static constexpr auto name = "logarithms";
  static constexpr std::array points{std::tuple{0.625}, std::tuple{31.0}};
  template <class T>
  constexpr std::array<T, 4> operator()(const T& x) const {
    using std::log, std::log10, std::log1p, std::log2;
    return {log(x), log2(x), log10(x), log1p(x)};
  }
};

struct roots : problem {
  static constexpr auto name = "roots";
  static constexpr std::array points{std::tuple{0.75}, std::tuple{1e-4}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x) const {
    using std::cbrt, std::sqrt;
    return {sqrt(x), cbrt(x), sqrt(sqrt(x))};
  }
};

struct circular : problem {
  static constexpr auto name = "circular";
  static constexpr std::array points{std::tuple{0.8125}, std::tuple{-2.25}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x) const {
    using std::cos, std::sin, std::tan;
    return {sin(x), cos(x), tan(x)};
  }
};

struct arcs : problem {
  static constexpr auto name = "arcs";
  static constexpr std::array points{std::tuple{0.8125}, std::tuple{-0.25}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x) const {
    using std::acos, std::asin, std::atan;
    return {asin(x), acos(x), atan(x)};
  }
};

struct hyperbolic : problem {
  static constexpr auto name = "hyperbolic";
  static constexpr std::array points{std::tuple{0.75}, std::tuple{-3.5}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x) const {
    using std::cosh, std::sinh, std::tanh;
    return {sinh(x), cosh(x), tanh(x)};
  }
};

struct area : problem {
  static constexpr auto name = "area";
  static constexpr std::array points{std::tuple{0.75}, std::tuple{0.125}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x) const {
    using std::acosh, std::asinh, std::atanh;
    return {asinh(x), acosh(1.0 + x), atanh(x)};
  }
};

struct error_functions : problem {
  static constexpr auto name = "error_functions";
  static constexpr std::array points{std::tuple{0.5}, std::tuple{-1.75}};
  template <class T>
  constexpr std::array<T, 2> operator()(const T& x) const {
    using std::erf, std::erfc;
    return {erf(x), erfc(x)};
  }
};

struct gammas : problem {
  static constexpr auto name = "gammas";
  static constexpr double tolerance = 32;
  static constexpr std::array points{std::tuple{2.75}, std::tuple{7.5}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x) const {
    using std::lgamma, std::tgamma;
    return {tgamma(x), lgamma(x), digamma(x)};
  }
};

struct steps : problem {
  static constexpr auto name = "steps";
  static constexpr std::array points{std::tuple{2.75}, std::tuple{-1.25}};
  template <class T>
  constexpr std::array<T, 5> operator()(const T& x) const {
    using std::ceil, std::floor, std::rint, std::round, std::trunc;
    return {x * floor(x), x * ceil(x), x * trunc(x), x * round(x), x * rint(x)};
  }
};

struct magnitudes : problem {
  static constexpr auto name = "magnitudes";
  static constexpr std::array points{std::tuple{2.75}, std::tuple{-1.25}};
  template <class T>
  constexpr std::array<T, 4> operator()(const T& x) const {
    using std::abs, std::fabs;
    return {abs(x), -fabs(x), +x, abs(x - 3.0) * x};
  }
};

struct constant_powers : problem {
  static constexpr auto name = "constant_powers";
  static constexpr std::array points{std::tuple{2.75}, std::tuple{0.3}};
  template <class T>
  constexpr std::array<T, 6> operator()(const T& x) const {
    using std::pow;
    return {pow(x, 2), pow(x, 3), pow(x, -2), pow(x, 0.5), pow(x, 2.5), pow(2.0, x)};
  }
};

struct whole_powers_of_negative : problem {
  static constexpr auto name = "whole_powers_of_negative";
  static constexpr std::array points{std::tuple{-2.75}, std::tuple{-0.3}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x) const {
    using std::pow;
    return {pow(x, 3.0), pow(x, -3), pow(x, 1)};
  }
};

struct chain : problem {
  static constexpr auto name = "chain";
  static constexpr double tolerance = 32;
  static constexpr std::array points{std::tuple{0.75}, std::tuple{1.9}};
  template <class T>
  constexpr T operator()(const T& x) const {
    using std::atan, std::cos, std::exp, std::log, std::sin, std::sqrt, std::tanh;
    return sqrt(1.0 + exp(sin(log(x)))) * tanh(atan(x) + cos(x));
  }
};

using elementary = table<exponentials, logarithms, roots, circular, arcs>;
using elementary_more = table<hyperbolic, area, error_functions, gammas>;
using elementary_rest = table<steps, magnitudes, constant_powers, whole_powers_of_negative, chain>;

}  // namespace problems
