// SPDX-License-Identifier: MIT
// The functions of traced values that are no single operation, found by argument-dependent look-up; the
// others stand in core/functions.hpp.
#pragma once

#include <etad/core/functions.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/core/select.hpp>
#include <etad/expr/limits.hpp>
#include <etad/expr/operators.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// A traced value or what stands for one, such as a std::reference_wrapper. Functions are templates on
/// it, so that only those that a program calls are instantiated.
template <class X>
concept traced_operand = std::same_as<X, traced> ||
    (!std::is_arithmetic_v<X> && std::is_convertible_v<const X&, const traced&>);

/// Operations that become instructions of the program.
struct traced_family {
  template <class... X>
  static constexpr bool accepts = (traced_operand<X> || ...) &&
                                  ((traced_operand<X> || std::is_arithmetic_v<X>)&&...);
  template <class... X>
  static constexpr bool never_throws = false;

  template <opcode Op, class... X>
  static constexpr traced apply(const X&... x) {
    return detail::apply<Op>(x...);
  }
  template <class Result, class F>
  static Result of_value(F f, const traced& x) {
    return static_cast<Result>(f(x.known_value()));
  }
};
template <traced_operand X>
struct family_of<X> {
  using type = traced_family;
};

}  // namespace detail

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
constexpr traced select(bool mask, const traced& x, const traced& y) { return mask ? x : y; }
template <class T>
  requires(!std::same_as<T, traced>)
constexpr T select(bool mask, const T& x, const T& y) { return mask ? x : y; }

/// As std::clamp, without branching: the derivative belongs to the value that is returned.
constexpr traced clamp(const traced& x, const traced& low, const traced& high) {
  return select(x < low, low, select(high < x, high, x));
}

// core/select.hpp says what these two do.
constexpr traced stop_gradient(const traced& x) {
  if (x.state() == nullptr) return x;
  return detail::record(detail::opcode::stop_gradient, x.state(), x);
}
constexpr traced straight_through(const traced& value, const traced& surrogate) {
  detail::trace_state* const state = detail::common_state(value, surrogate);
  if (state == nullptr || surrogate.state() == nullptr) return stop_gradient(value);
  return detail::record(detail::opcode::attach, state, stop_gradient(value), surrogate,
                        traced(1.0));
}

/// The fractional part of x, with its slope; *whole gets the rest, which is a step function.
constexpr traced modf(const traced& x, traced* whole) {
  *whole = trunc(x);
  // An infinity has no fractional part.
  const traced fraction = select(*whole == x, traced(0), x - *whole);
  return straight_through(copysign(fraction, x), x);
}

/// The value, of a constant. Of anything else it is known at run time only: dual numbers serve.
constexpr double value(const traced& x) { return x.known_value(); }

// Data of the function, whatever its derivative: they classify a value, so they branch.
constexpr bool isfinite(const traced& x) {
  if (x.state() == nullptr) return detail::is_finite(x.constant().d);
  return traced_mask(x.state(),
                     x.state()->code.record(detail::opcode::is_finite, x.id_in(x.state())));
}
constexpr bool isnan(const traced& x) { return x != x; }
constexpr bool isinf(const traced& x) { return !isnan(x) && !isfinite(x); }
constexpr bool isnormal(const traced& x) {
  return isfinite(x) && abs(x) >= (std::numeric_limits<traced>::min)();
}
constexpr bool signbit(const traced& x) { return copysign(traced(1), x) < 0; }
constexpr int fpclassify(const traced& x) {
  if (isnan(x)) return FP_NAN;
  if (!isfinite(x)) return FP_INFINITE;
  if (x == 0) return FP_ZERO;
  return isnormal(x) ? FP_NORMAL : FP_SUBNORMAL;
}
constexpr bool isunordered(const traced& x, const traced& y) { return x != x || y != y; }
constexpr bool islessgreater(const traced& x, const traced& y) { return x < y || x > y; }

}  // namespace etad::inline ETAD_ABI
