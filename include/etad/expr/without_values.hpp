// SPDX-License-Identifier: MIT
// Functions that need the value of their argument, for traced values and formulas, which have none yet:
// a function that calls one of them runs on dual numbers (dual/manipulation.hpp has them there).
#pragma once

#include <etad/core/value_functions.hpp>
#include <etad/expr/formula_functions.hpp>
#include <etad/expr/functions.hpp>
#include <etad/expr/limits.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// A traced value or a formula.
template <class X>
concept number_without_value = std::same_as<X, traced> || real_formula<X>;

/// The conversions of these numbers say what it means to ask for a value. The deduced type makes compilers
/// look into the body at once.
template <number_without_value X>
constexpr auto ask_for_value(const X& x) {
  return static_cast<long>(x);
}

}  // namespace detail

template <detail::number_without_value X>
constexpr auto frexp(const X& x, int* exponent) {
  *exponent = static_cast<int>(detail::ask_for_value(x));
  return x;
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
template <detail::number_without_value X>
constexpr auto logb(const X& x) {
  detail::ask_for_value(x);
  return x;
}
template <class X, class Y>
  requires(detail::number_without_value<X>&& detail::own_operands<X, Y>)
constexpr auto nextafter(const X& x, const Y&) {
  detail::ask_for_value(x);
  return x;
}
template <class X, class Y>
  requires(detail::number_without_value<X>&& detail::own_operands<X, Y>)
constexpr auto remquo(const X& x, const Y&, int* quotient) {
  *quotient = static_cast<int>(detail::ask_for_value(x));
  return x;
}

/// Text, in any stream of characters.
template <class Stream, detail::number_without_value X>
  requires requires(Stream& out) { out.widen(' '); }
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
template <detail::number_without_value X>
constexpr auto scalbn(const X& x, int exponent) {
  return ldexp(x, exponent);
}
template <detail::number_without_value X>
constexpr auto scalbln(const X& x, long exponent) {
  return ldexp(x, static_cast<int>(exponent > 2000 ? 2000 : exponent < -2000 ? -2000 : exponent));
}

}  // namespace etad::inline ETAD_ABI
