// SPDX-License-Identifier: MIT
// The mathematical functions of variables that have a row in the operation table, found by
// argument-dependent look-up: generic code writes `using std::sin;` and calls `sin(x)`.
#pragma once

#include <etad/tape/operators.hpp>

namespace etad::inline ETAD_ABI {

template <detail::taped X>
[[gnu::always_inline]] inline auto sqrt(const X& x) {
  return detail::taped_operation<detail::opcode::sqrt>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto cbrt(const X& x) {
  return detail::taped_operation<detail::opcode::cbrt>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto exp(const X& x) {
  return detail::taped_operation<detail::opcode::exp>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto exp2(const X& x) {
  return detail::taped_operation<detail::opcode::exp2>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto expm1(const X& x) {
  return detail::taped_operation<detail::opcode::expm1>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto log(const X& x) {
  return detail::taped_operation<detail::opcode::log>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto log2(const X& x) {
  return detail::taped_operation<detail::opcode::log2>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto log10(const X& x) {
  return detail::taped_operation<detail::opcode::log10>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto log1p(const X& x) {
  return detail::taped_operation<detail::opcode::log1p>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto sin(const X& x) {
  return detail::taped_operation<detail::opcode::sin>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto cos(const X& x) {
  return detail::taped_operation<detail::opcode::cos>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto tan(const X& x) {
  return detail::taped_operation<detail::opcode::tan>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto asin(const X& x) {
  return detail::taped_operation<detail::opcode::asin>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto acos(const X& x) {
  return detail::taped_operation<detail::opcode::acos>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto atan(const X& x) {
  return detail::taped_operation<detail::opcode::atan>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto sinh(const X& x) {
  return detail::taped_operation<detail::opcode::sinh>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto cosh(const X& x) {
  return detail::taped_operation<detail::opcode::cosh>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto tanh(const X& x) {
  return detail::taped_operation<detail::opcode::tanh>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto asinh(const X& x) {
  return detail::taped_operation<detail::opcode::asinh>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto acosh(const X& x) {
  return detail::taped_operation<detail::opcode::acosh>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto atanh(const X& x) {
  return detail::taped_operation<detail::opcode::atanh>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto erf(const X& x) {
  return detail::taped_operation<detail::opcode::erf>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto erfc(const X& x) {
  return detail::taped_operation<detail::opcode::erfc>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto tgamma(const X& x) {
  return detail::taped_operation<detail::opcode::tgamma>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto lgamma(const X& x) {
  return detail::taped_operation<detail::opcode::lgamma>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto digamma(const X& x) {
  return detail::taped_operation<detail::opcode::digamma>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto abs(const X& x) {
  return detail::taped_operation<detail::opcode::abs>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto floor(const X& x) {
  return detail::taped_operation<detail::opcode::floor>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto ceil(const X& x) {
  return detail::taped_operation<detail::opcode::ceil>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto trunc(const X& x) {
  return detail::taped_operation<detail::opcode::trunc>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto round(const X& x) {
  return detail::taped_operation<detail::opcode::round>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto rint(const X& x) {
  return detail::taped_operation<detail::opcode::rint>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto nearbyint(const X& x) {
  return detail::taped_operation<detail::opcode::rint>(x);
}
template <detail::taped X>
[[gnu::always_inline]] inline auto fabs(const X& x) {
  return detail::taped_operation<detail::opcode::abs>(x);
}

template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto pow(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::pow>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto atan2(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::atan2>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto hypot(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::hypot>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto fmod(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::fmod>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto remainder(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::remainder>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto fmax(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::fmax>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto fmin(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::fmin>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto fdim(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::fdim>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto copysign(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::copysign>(x, y);
}
template <class X, class Y, class Z>
  requires detail::taped_operands<X, Y, Z>
[[gnu::always_inline]] inline auto hypot(const X& x, const Y& y, const Z& z) {
  return detail::taped_operation<detail::opcode::hypot3>(x, y, z);
}
template <class X, class Y, class Z>
  requires detail::taped_operands<X, Y, Z>
[[gnu::always_inline]] inline auto fma(const X& x, const Y& y, const Z& z) {
  return detail::taped_operation<detail::opcode::fma>(x, y, z);
}
// More specialised than what core/scalar.hpp offers number classes without such a function.
template <class T, class Style>
inline auto hypot(const variable<T, Style>& x, const variable<T, Style>& y,
                  const variable<T, Style>& z) {
  return detail::taped_operation<detail::opcode::hypot3>(x, y, z);
}

/// The n-th derivative of digamma, n >= 1.
template <detail::taped X>
inline auto polygamma(int n, const X& x) {
  return detail::taped_operation<detail::opcode::polygamma>(n, x);
}

// As std::max and std::min, but at a tie both operands get half of the derivative. For two operands of
// one type the general template would be no better than that of the standard library, which
// `using std::max` may bring along; hence the others.

template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto(max)(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::max>(x, y);
}
template <class T, class Style>
[[gnu::always_inline]] inline auto(max)(const variable<T, Style>& x, const variable<T, Style>& y) {
  return detail::taped_operation<detail::opcode::max>(x, y);
}
template <detail::opcode Op, class T, class Style, class... X>
[[gnu::always_inline]] inline auto(max)(const detail::taped_expression<Op, T, Style, X...>& x,
                                        const detail::taped_expression<Op, T, Style, X...>& y) {
  return detail::taped_operation<detail::opcode::max>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] inline auto(min)(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::min>(x, y);
}
template <class T, class Style>
[[gnu::always_inline]] inline auto(min)(const variable<T, Style>& x, const variable<T, Style>& y) {
  return detail::taped_operation<detail::opcode::min>(x, y);
}
template <detail::opcode Op, class T, class Style, class... X>
[[gnu::always_inline]] inline auto(min)(const detail::taped_expression<Op, T, Style, X...>& x,
                                        const detail::taped_expression<Op, T, Style, X...>& y) {
  return detail::taped_operation<detail::opcode::min>(x, y);
}

}  // namespace etad::inline ETAD_ABI
