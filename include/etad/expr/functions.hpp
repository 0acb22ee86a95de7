// SPDX-License-Identifier: MIT
// The mathematical functions of traced values, found by argument-dependent look-up: user code
// writes `using std::sin;` and calls `sin(x)`.
#pragma once

#include <etad/core/operation_table.hpp>
#include <etad/core/select.hpp>
#include <etad/expr/operators.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Operands of a function of several arguments: at least one traced, the others traced or numbers.
template <class... X>
concept traced_operands = (std::same_as<X, traced> || ...) &&
                          ((std::same_as<X, traced> || std::is_arithmetic_v<X>)&&...);

}  // namespace detail

constexpr traced sqrt(const traced& x) { return detail::apply<detail::opcode::sqrt>(x); }
constexpr traced cbrt(const traced& x) { return detail::apply<detail::opcode::cbrt>(x); }
constexpr traced exp(const traced& x) { return detail::apply<detail::opcode::exp>(x); }
constexpr traced exp2(const traced& x) { return detail::apply<detail::opcode::exp2>(x); }
constexpr traced expm1(const traced& x) { return detail::apply<detail::opcode::expm1>(x); }
constexpr traced log(const traced& x) { return detail::apply<detail::opcode::log>(x); }
constexpr traced log2(const traced& x) { return detail::apply<detail::opcode::log2>(x); }
constexpr traced log10(const traced& x) { return detail::apply<detail::opcode::log10>(x); }
constexpr traced log1p(const traced& x) { return detail::apply<detail::opcode::log1p>(x); }
constexpr traced sin(const traced& x) { return detail::apply<detail::opcode::sin>(x); }
constexpr traced cos(const traced& x) { return detail::apply<detail::opcode::cos>(x); }
constexpr traced tan(const traced& x) { return detail::apply<detail::opcode::tan>(x); }
constexpr traced asin(const traced& x) { return detail::apply<detail::opcode::asin>(x); }
constexpr traced acos(const traced& x) { return detail::apply<detail::opcode::acos>(x); }
constexpr traced atan(const traced& x) { return detail::apply<detail::opcode::atan>(x); }
constexpr traced sinh(const traced& x) { return detail::apply<detail::opcode::sinh>(x); }
constexpr traced cosh(const traced& x) { return detail::apply<detail::opcode::cosh>(x); }
constexpr traced tanh(const traced& x) { return detail::apply<detail::opcode::tanh>(x); }
constexpr traced asinh(const traced& x) { return detail::apply<detail::opcode::asinh>(x); }
constexpr traced acosh(const traced& x) { return detail::apply<detail::opcode::acosh>(x); }
constexpr traced atanh(const traced& x) { return detail::apply<detail::opcode::atanh>(x); }
constexpr traced erf(const traced& x) { return detail::apply<detail::opcode::erf>(x); }
constexpr traced erfc(const traced& x) { return detail::apply<detail::opcode::erfc>(x); }
constexpr traced tgamma(const traced& x) { return detail::apply<detail::opcode::tgamma>(x); }
constexpr traced lgamma(const traced& x) { return detail::apply<detail::opcode::lgamma>(x); }
constexpr traced digamma(const traced& x) { return detail::apply<detail::opcode::digamma>(x); }
constexpr traced floor(const traced& x) { return detail::apply<detail::opcode::floor>(x); }
constexpr traced ceil(const traced& x) { return detail::apply<detail::opcode::ceil>(x); }
constexpr traced trunc(const traced& x) { return detail::apply<detail::opcode::trunc>(x); }
constexpr traced round(const traced& x) { return detail::apply<detail::opcode::round>(x); }
constexpr traced rint(const traced& x) { return detail::apply<detail::opcode::rint>(x); }
constexpr traced nearbyint(const traced& x) { return rint(x); }
constexpr traced abs(const traced& x) { return detail::apply<detail::opcode::abs>(x); }
constexpr traced fabs(const traced& x) { return abs(x); }

template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced pow(const X& x, const Y& y) {
  return detail::apply<detail::opcode::pow>(traced(x), traced(y));
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced atan2(const X& x, const Y& y) {
  return detail::apply<detail::opcode::atan2>(traced(x), traced(y));
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced hypot(const X& x, const Y& y) {
  return detail::apply<detail::opcode::hypot>(traced(x), traced(y));
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced fmod(const X& x, const Y& y) {
  return detail::apply<detail::opcode::fmod>(traced(x), traced(y));
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced remainder(const X& x, const Y& y) {
  return detail::apply<detail::opcode::remainder>(traced(x), traced(y));
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced fmax(const X& x, const Y& y) {
  return detail::apply<detail::opcode::fmax>(traced(x), traced(y));
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced fmin(const X& x, const Y& y) {
  return detail::apply<detail::opcode::fmin>(traced(x), traced(y));
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced fdim(const X& x, const Y& y) {
  return detail::apply<detail::opcode::fdim>(traced(x), traced(y));
}
template <class X, class Y>
  requires detail::traced_operands<X, Y>
constexpr traced copysign(const X& x, const Y& y) {
  return detail::apply<detail::opcode::copysign>(traced(x), traced(y));
}
template <class X, class Y, class Z>
  requires detail::traced_operands<X, Y, Z>
constexpr traced hypot(const X& x, const Y& y, const Z& z) {
  return detail::apply<detail::opcode::hypot3>(traced(x), traced(y), traced(z));
}
template <class X, class Y, class Z>
  requires detail::traced_operands<X, Y, Z>
constexpr traced fma(const X& x, const Y& y, const Z& z) {
  return detail::apply<detail::opcode::fma>(traced(x), traced(y), traced(z));
}

/// The n-th derivative of digamma, n >= 1.
constexpr traced polygamma(int n, const traced& x) {
  return detail::apply<detail::opcode::polygamma>(traced(n), x);
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
