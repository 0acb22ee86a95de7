// SPDX-License-Identifier: MIT
// The mathematical functions of traced values, found by argument-dependent look-up: user code
// writes `using std::sin;` and calls `sin(x)`.
#pragma once

#include <etad/core/operation_table.hpp>
#include <etad/core/select.hpp>
#include <etad/expr/operators.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// A traced value or what stands for one, such as a std::reference_wrapper. Functions are templates on
/// it, so that only those that a program calls are instantiated.
template <class X>
concept traced_operand = std::same_as<X, traced> ||
    (!std::is_arithmetic_v<X> && std::is_convertible_v<const X&, const traced&>);

/// Operands of a function of several arguments: at least one traced, the others traced or numbers.
template <class... X>
concept traced_operands = (std::same_as<X, traced> || ...) &&
                          ((std::same_as<X, traced> || std::is_arithmetic_v<X>)&&...);

}  // namespace detail

template <detail::traced_operand X>
constexpr traced sqrt(const X& x) {
  return detail::apply<detail::opcode::sqrt>(x);
}
template <detail::traced_operand X>
constexpr traced cbrt(const X& x) {
  return detail::apply<detail::opcode::cbrt>(x);
}
template <detail::traced_operand X>
constexpr traced exp(const X& x) {
  return detail::apply<detail::opcode::exp>(x);
}
template <detail::traced_operand X>
constexpr traced exp2(const X& x) {
  return detail::apply<detail::opcode::exp2>(x);
}
template <detail::traced_operand X>
constexpr traced expm1(const X& x) {
  return detail::apply<detail::opcode::expm1>(x);
}
template <detail::traced_operand X>
constexpr traced log(const X& x) {
  return detail::apply<detail::opcode::log>(x);
}
template <detail::traced_operand X>
constexpr traced log2(const X& x) {
  return detail::apply<detail::opcode::log2>(x);
}
template <detail::traced_operand X>
constexpr traced log10(const X& x) {
  return detail::apply<detail::opcode::log10>(x);
}
template <detail::traced_operand X>
constexpr traced log1p(const X& x) {
  return detail::apply<detail::opcode::log1p>(x);
}
template <detail::traced_operand X>
constexpr traced sin(const X& x) {
  return detail::apply<detail::opcode::sin>(x);
}
template <detail::traced_operand X>
constexpr traced cos(const X& x) {
  return detail::apply<detail::opcode::cos>(x);
}
template <detail::traced_operand X>
constexpr traced tan(const X& x) {
  return detail::apply<detail::opcode::tan>(x);
}
template <detail::traced_operand X>
constexpr traced asin(const X& x) {
  return detail::apply<detail::opcode::asin>(x);
}
template <detail::traced_operand X>
constexpr traced acos(const X& x) {
  return detail::apply<detail::opcode::acos>(x);
}
template <detail::traced_operand X>
constexpr traced atan(const X& x) {
  return detail::apply<detail::opcode::atan>(x);
}
template <detail::traced_operand X>
constexpr traced sinh(const X& x) {
  return detail::apply<detail::opcode::sinh>(x);
}
template <detail::traced_operand X>
constexpr traced cosh(const X& x) {
  return detail::apply<detail::opcode::cosh>(x);
}
template <detail::traced_operand X>
constexpr traced tanh(const X& x) {
  return detail::apply<detail::opcode::tanh>(x);
}
template <detail::traced_operand X>
constexpr traced asinh(const X& x) {
  return detail::apply<detail::opcode::asinh>(x);
}
template <detail::traced_operand X>
constexpr traced acosh(const X& x) {
  return detail::apply<detail::opcode::acosh>(x);
}
template <detail::traced_operand X>
constexpr traced atanh(const X& x) {
  return detail::apply<detail::opcode::atanh>(x);
}
template <detail::traced_operand X>
constexpr traced erf(const X& x) {
  return detail::apply<detail::opcode::erf>(x);
}
template <detail::traced_operand X>
constexpr traced erfc(const X& x) {
  return detail::apply<detail::opcode::erfc>(x);
}
template <detail::traced_operand X>
constexpr traced tgamma(const X& x) {
  return detail::apply<detail::opcode::tgamma>(x);
}
template <detail::traced_operand X>
constexpr traced lgamma(const X& x) {
  return detail::apply<detail::opcode::lgamma>(x);
}
template <detail::traced_operand X>
constexpr traced digamma(const X& x) {
  return detail::apply<detail::opcode::digamma>(x);
}
template <detail::traced_operand X>
constexpr traced floor(const X& x) {
  return detail::apply<detail::opcode::floor>(x);
}
template <detail::traced_operand X>
constexpr traced ceil(const X& x) {
  return detail::apply<detail::opcode::ceil>(x);
}
template <detail::traced_operand X>
constexpr traced trunc(const X& x) {
  return detail::apply<detail::opcode::trunc>(x);
}
template <detail::traced_operand X>
constexpr traced round(const X& x) {
  return detail::apply<detail::opcode::round>(x);
}
template <detail::traced_operand X>
constexpr traced rint(const X& x) {
  return detail::apply<detail::opcode::rint>(x);
}
template <detail::traced_operand X>
constexpr traced nearbyint(const X& x) {
  return rint(x);
}
template <detail::traced_operand X>
constexpr traced abs(const X& x) {
  return detail::apply<detail::opcode::abs>(x);
}
template <detail::traced_operand X>
constexpr traced fabs(const X& x) {
  return abs(x);
}

template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced pow(const X& x, const Y& y) { return detail::apply<detail::opcode::pow>(x, y); }
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced atan2(const X& x, const Y& y) {
  return detail::apply<detail::opcode::atan2>(x, y);
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced hypot(const X& x, const Y& y) {
  return detail::apply<detail::opcode::hypot>(x, y);
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced fmod(const X& x, const Y& y) { return detail::apply<detail::opcode::fmod>(x, y); }
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced remainder(const X& x, const Y& y) {
  return detail::apply<detail::opcode::remainder>(x, y);
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced fmax(const X& x, const Y& y) { return detail::apply<detail::opcode::fmax>(x, y); }
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced fmin(const X& x, const Y& y) { return detail::apply<detail::opcode::fmin>(x, y); }
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced fdim(const X& x, const Y& y) { return detail::apply<detail::opcode::fdim>(x, y); }
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced copysign(const X& x, const Y& y) {
  return detail::apply<detail::opcode::copysign>(x, y);
}
template <class X, class Y, class Z>
  requires detail::traced_operands<X, Y, Z>
constexpr traced hypot(const X& x, const Y& y, const Z& z) {
  return detail::apply<detail::opcode::hypot3>(x, y, z);
}
template <class X, class Y, class Z>
  requires detail::traced_operands<X, Y, Z>
constexpr traced fma(const X& x, const Y& y, const Z& z) {
  return detail::apply<detail::opcode::fma>(x, y, z);
}

/// The n-th derivative of digamma, n >= 1.
template <detail::traced_operand X>
constexpr traced polygamma(int n, const X& x) {
  return detail::apply<detail::opcode::polygamma>(n, x);
}

/// As std::max and std::min, without branching: at a tie both operands get half of the derivative.
constexpr traced(max)(const traced& x, const traced& y) {
  return detail::apply<detail::opcode::max>(x, y);
}
constexpr traced(min)(const traced& x, const traced& y) {
  return detail::apply<detail::opcode::min>(x, y);
}

/// The first value where the mask holds, the second elsewhere. Unlike `?:` it does not branch; both
/// values are written into the program, and only the one taken reaches the result.
constexpr traced select(const traced_mask& mask, const traced& x, const traced& y) {
  if (mask.state() == nullptr) return mask ? x : y;
  detail::trace_state* const state = mask.state();
  return traced(
      state, state->code.record(detail::opcode::select, mask.id(), x.id_in(state), y.id_in(state)));
}
template <class X, class Y>
  requires(std::is_arithmetic_v<X>&& std::is_arithmetic_v<Y>)
constexpr traced select(const traced_mask& mask, const X& x, const Y& y) {
  return select(mask, traced(x), traced(y));
}
template <class T>
  requires(!std::same_as<T, traced>)
constexpr T select(bool mask, const T& x, const T& y) { return mask ? x : y; }

/// As std::clamp, without branching: the derivative belongs to the value that is returned.
constexpr traced clamp(const traced& x, const traced& low, const traced& high) {
  return select(x < low, low, select(high < x, high, x));
}

// core/select.hpp says what these two do.
constexpr traced stop_gradient(const traced& x) {
  if (x.is_constant()) return x;
  return detail::record(detail::opcode::stop_gradient, x.state(), x);
}
constexpr traced straight_through(const traced& value, const traced& surrogate) {
  detail::trace_state* const state = detail::common_state(value, surrogate);
  if (state == nullptr || surrogate.is_constant()) return stop_gradient(value);
  return detail::record(detail::opcode::attach, state, stop_gradient(value), surrogate,
                        traced(1.0));
}

// Data of the function, whatever its derivative: they classify a value, so they branch.
constexpr bool isfinite(const traced& x) {
  if (x.is_constant()) return detail::is_finite(x.constant().d);
  return traced_mask(x.state(),
                     x.state()->code.record(detail::opcode::is_finite, x.id_in(x.state())));
}
constexpr bool isnan(const traced& x) { return x != x; }
constexpr bool isinf(const traced& x) { return !isnan(x) && !isfinite(x); }

}  // namespace etad::inline ETAD_ABI
