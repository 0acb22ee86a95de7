// SPDX-License-Identifier: MIT
// Functions that need the value of their argument, for traced values and formulas, which have none yet:
// a function that calls one of them with more than constants runs on dual numbers (dual/manipulation.hpp
// has them there).
#pragma once

#include <cmath>

#include <etad/core/value_functions.hpp>
#include <etad/expr/formula_functions.hpp>
#include <etad/expr/functions.hpp>
#include <etad/expr/limits.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Asks a formula for its value, which marks the callable that is looked at, or is refused. The deduced type
/// makes compilers look into the body at once.
template <real_formula X>
constexpr auto ask_for_value(const X& x) {
  return static_cast<long>(x);
}

/// A traced constant, computed in every format.
template <class F>
constexpr traced known_result(F f, const traced& x) {
  x.known_value();
  return traced(literal(f(x.constant().f), f(x.constant().d), f(x.constant().l), false));
}

}  // namespace detail

constexpr traced frexp(const traced& x, int* exponent) {
  int ignored = 0;
  cx::frexp(x.known_value(), exponent);
  return detail::known_result([&](auto v) { return cx::frexp(v, &ignored); }, x);
}
constexpr traced logb(const traced& x) {
  const double v = x.known_value();
  int exponent = 0;
  cx::frexp(v, &exponent);
  if (v == 0) return -std::numeric_limits<double>::infinity();
  return detail::is_finite(v) ? traced(exponent - 1) : x * x;
}
constexpr traced nextafter(const traced& x, const traced& y) {
  const double target = y.known_value();
  return detail::known_result(
      [&](auto v) { return cx::nextafter(v, static_cast<decltype(v)>(target)); }, x);
}
inline traced remquo(const traced& x, const traced& y, int* quotient) {
  std::remquo(x.known_value(), y.known_value(), quotient);
  return remainder(x, y);
}
/// Text, in any stream of characters.
template <class Stream, std::same_as<traced> X>
  requires requires(Stream& out) { out.widen(' '); }
Stream& operator<<(Stream& out, const X& x) {
  out << x.known_value();
  return out;
}

template <detail::real_formula X>
constexpr auto frexp(const X& x, int* exponent) {
  *exponent = static_cast<int>(detail::ask_for_value(x));
  return x;
}
template <detail::real_formula X>
constexpr auto logb(const X& x) {
  detail::ask_for_value(x);
  return x;
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto nextafter(const X& x, const Y& y) {
  detail::ask_for_value(x + y);
  return x + y;
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto remquo(const X& x, const Y& y, int* quotient) {
  *quotient = static_cast<int>(detail::ask_for_value(x + y));
  return x + y;
}
template <detail::real_formula X>
constexpr auto modf(const X& x, X* whole) {
  detail::ask_for_value(x);
  *whole = x;
  return x;
}
template <detail::real_formula X>
constexpr auto fpclassify(const X& x) {
  return static_cast<int>(detail::ask_for_value(x));
}
template <detail::real_formula X>
constexpr auto isnormal(const X& x) {
  return detail::ask_for_value(x) != 0;
}
// Formulas themselves have a text (show/formula_text.hpp); a closure that prints its argument is no formula.
template <class Stream, detail::real_formula X>
  requires(detail::node_facts<typename X::node>::absorbs&& requires(Stream& out) {
    out.widen(' ');
  })
constexpr auto& operator<<(Stream& out, const X& x) {
  detail::ask_for_value(x);
  return out;
}

// Scaling by a power of two is a product, exact in every format for the powers that float has.

constexpr traced ldexp(const traced& x, int exponent) {
  if (exponent < -126 || exponent > 127) detail::value_is_not_known_yet();
  return x * cx::ldexp(1.0, exponent);
}
template <detail::real_formula X>
constexpr auto ldexp(const X& x, int exponent) {
  return x * cx::ldexp(1.0, exponent / 2) * cx::ldexp(1.0, exponent - exponent / 2);
}
template <class X>
  requires detail::own_number<X> && detail::symbolic<X>
constexpr auto scalbn(const X& x, int exponent) { return ldexp(x, exponent); }
template <class X>
  requires detail::own_number<X> && detail::symbolic<X>
constexpr auto scalbln(const X& x, long exponent) {
  return ldexp(x, static_cast<int>(exponent > 2000 ? 2000 : exponent < -2000 ? -2000 : exponent));
}

}  // namespace etad::inline ETAD_ABI
