// SPDX-License-Identifier: MIT
// The scalar on which a user's function runs once, inside the compiler.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <type_traits>

#include <etad/core/buffer.hpp>
#include <etad/core/diagnostics.hpp>
#include <etad/core/literal.hpp>
#include <etad/core/plain_sum.hpp>
#include <etad/core/scalar.hpp>
#include <etad/expr/outside_number.hpp>
#include <etad/ir/builder.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Reached where the trace needs a number that is neither a constant nor computed from the arguments. Not constexpr, so
/// that a function that comes here is not traced.
[[noreturn]] inline void number_is_not_known_yet() { std::abort(); }

/// What one run of a traced function writes to: the program, and the outcomes of the comparisons
/// that the function branched on. All runs of a function share one program, so that what the paths
/// have in common is written once.
struct trace_state {
  struct decision {
    value_id mask;
    bool outcome;
  };
  builder code;
  buffer<decision> decisions;
  /// How many stated derivatives are being written, each for the derivative of the one around it.
  int rule_depth = 0;

  /// Numbers outside of the trace, and the inputs that stand for them.
  struct outside_input {
    outside_number number;
    value_id id;
  };
  buffer<outside_input> outside;
  /// Set to find those numbers: each becomes an input when it is first met.
  bool finds_outside = false;

  constexpr value_id id_of(const outside_number& number) {
    for (const outside_input& known : outside) {
      if (known.number == number) return known.id;
    }
    if (!finds_outside) number_is_not_known_yet();
    outside.push_back({number, code.input()});
    return outside.back().id;
  }

  /// Set to find out why a callable cannot be traced: what would refuse is remembered.
  bool forgives = false;
  bool was_asked_for_a_value = false;

  /// Outcomes to repeat from an earlier run; after them each new comparison is first true.
  buffer<char> script;

  constexpr bool decide(value_id mask) {
    for (const decision& d : decisions) {
      if (d.mask == mask) return d.outcome;
    }
    const bool outcome = decisions.size() < script.size() ? script[decisions.size()] != 0 : true;
    decisions.push_back({mask, outcome});
    return outcome;
  }
};

}  // namespace detail

class traced;

/// A comparison of traced values. Converting it to bool (in `if`, `?:`, `&&`, a loop condition)
/// makes the tracer explore both outcomes; etad::select keeps it as data.
class traced_mask {
 public:
  constexpr explicit traced_mask(bool known) : outcome_(known) {}
  constexpr traced_mask(detail::trace_state* state, detail::value_id id) : state_(state), id_(id) {}

  constexpr operator bool() const { return state_ == nullptr ? outcome_ : state_->decide(id_); }

  constexpr detail::trace_state* state() const { return state_; }
  constexpr detail::value_id id() const { return id_; }

 private:
  detail::trace_state* state_ = nullptr;
  detail::value_id id_ = 0;
  bool outcome_ = false;
};

namespace detail {

/// Reached where a whole number or a text is made of the value of a traced number that is no constant. Not
/// constexpr, so that a function that comes here runs on dual numbers.
[[noreturn]] inline void value_is_not_known_yet() { std::abort(); }

}  // namespace detail

/// A number that writes the operations done with it into a program. It exists in constant
/// evaluation only; user code is templated on the scalar and never names it. Constants convert to it
/// implicitly; it does not convert to a built-in number, since its value is not known yet.
class traced {
 public:
  /// Uninitialised, as a plain `double x;` is: reading it is an error. T() and T{} are 0.
  traced() = default;

  template <class T>
    requires std::is_arithmetic_v<T>
  constexpr traced(const T& value) : held(contents_of(value)) {}
  constexpr explicit traced(const detail::literal_formats& value)
      : held{value, nullptr, 0, content::constant, {}} {}
  /// 1 where it holds, else 0.
  constexpr explicit traced(const traced_mask& condition);
  constexpr traced(detail::trace_state* state, detail::value_id id)
      : held{{0, 0, 0, false, nullptr}, state, id, content::variable, {}} {}

  constexpr bool is_constant() const { return held.kind == content::constant; }
  constexpr const detail::literal_formats& constant() const {
    if (held.kind == content::outside) detail::number_is_not_known_yet();
    return held.literal;
  }
  constexpr detail::trace_state* state() const { return held.state; }

  /// The value's place in the program of `state`, to which a constant is added when first used.
  constexpr detail::value_id id_in(detail::trace_state* state) const {
    if (is_constant()) return state->code.constant(held.literal);
    if (held.kind == content::outside) return state->id_of(held.number);
    if (held.state != state) detail::error_values_of_two_traces_were_mixed();
    return held.id;
  }

  /// `if (x)`, `!x` and `x ? a : b`: whether x differs from 0, a branch.
  constexpr explicit operator bool() const;

  /// A whole number, as for an index. That needs the value, so unless it is a constant dual numbers serve.
  template <std::integral T>
  constexpr explicit operator T() const {
    return static_cast<T>(known_value());
  }
  constexpr double known_value() const {
    if (!is_constant()) return unknown_value();
    return held.literal.d;
  }

  /// Refused, with a reason.
  template <std::floating_point T>
  constexpr explicit operator T() const {
    static_assert(
        sizeof(T) == 0,
        "ETAD-025: etad::traced stands for a number that is not known until run time, so "
        "it requires code that keeps it a number; a conversion to double, float or long double was "
        "seen. Write auto or T for double.");
    return T();
  }

  constexpr traced& operator+=(const traced& x);
  constexpr traced& operator-=(const traced& x);
  constexpr traced& operator*=(const traced& x);
  constexpr traced& operator/=(const traced& x);
  constexpr traced& operator++();
  constexpr traced& operator--();
  constexpr traced operator++(int);
  constexpr traced operator--(int);

 private:
  constexpr double unknown_value() const {
    if (held.state == nullptr || !held.state->forgives) detail::value_is_not_known_yet();
    held.state->was_asked_for_a_value = true;
    return 0.0;
  }

  /// A number outside of the trace has no state until it meets a variable.
  enum class content : std::uint8_t { constant, variable, outside };
  struct contents {
    detail::literal_formats literal;
    detail::trace_state* state;
    detail::value_id id;
    content kind;
    detail::outside_number number;
  };

  /// Takes the value by its address: a number that the compiler does not know is not read.
  template <class T>
  static constexpr contents contents_of(const T& value) {
    if (!std::is_constant_evaluated() || __builtin_constant_p(value)) {
      return {detail::literal(value), nullptr, 0, content::constant, {}};
    }
    return {
        {0, 0, 0, false, nullptr}, nullptr, 0, content::outside, detail::outside_number::of(value)};
  }

  // In a union, which compilers copy unread: an array may be copied before all of it is set.
  union {
    contents held;
  };
};

namespace detail {

template <>
inline constexpr bool is_symbolic<traced> = true;
template <>
inline constexpr bool is_variable_number<traced> = true;

/// Writes an operation on traced values; the caller has dealt with the case of constants only.
template <class... X>
constexpr traced record(opcode op, trace_state* state, const X&... x) {
  return traced(state, state->code.record(op, x.id_in(state)...));
}

template <class... X>
constexpr trace_state* common_state(const X&... x) {
  trace_state* state = nullptr;
  ((state = x.state() == nullptr ? state : x.state()), ...);
  return state;
}

/// Op applied to constants in every format of a literal; rounding makes it inexact.
template <opcode Op, class... X>
constexpr traced apply_to_constants(const X&... x) {
  using row = operation<Op>;
  return traced(literal(row::value(x.constant().f...), row::value(x.constant().d...),
                        row::value(x.constant().l...), false));
}

/// A power whose constant exponent is 2 is a product: rounded once, it has the digits of the power, and compilers
/// make the same of plain code.
constexpr traced power(trace_state* state, const traced& x, const traced& exponent) {
  const bool squares = exponent.is_constant() && exponent.constant().d == 2.0;
  return squares ? record(opcode::multiply, state, x, x) : record(opcode::pow, state, x, exponent);
}

template <opcode Op, class... X>
constexpr traced apply_to_traced(const X&... x) {
  trace_state* const state = common_state(x...);
  if (state == nullptr) return apply_to_constants<Op>(x...);
  if constexpr (Op == opcode::pow) {
    return power(state, x...);
  } else {
    return record(Op, state, x...);
  }
}

/// Op applied to operands that are traced or convert to it.
template <opcode Op, class... X>
constexpr traced apply(const X&... x) {
  return apply_to_traced<Op>(static_cast<const traced&>(x)...);
}

template <opcode Op>
constexpr traced_mask compare(const traced& x, const traced& y) {
  trace_state* const state = common_state(x, y);
  if (state == nullptr) {
    return traced_mask(operation<Op>::value(x.constant().d, y.constant().d));
  }
  return traced_mask(state, state->code.record(Op, x.id_in(state), y.id_in(state)));
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
