// SPDX-License-Identifier: MIT
// Rows of the operations that state a derivative, whose value is their first operand, so that the
// regular program (pass/regularize.hpp) does without them; and of functions of the user's own.
#pragma once

#include <etad/core/operation.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

/// x, whose derivative is zero.
template <>
struct operation<opcode::stop_gradient> : step_row<1> {
  static constexpr const char* name = "stop_gradient";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return x;
  }
};

/// attach(v, x, p) is v, and p * dx is added to its derivative; with v under stop_gradient that is the
/// whole derivative, and a chain of attachments states that of a function of several variables. The
/// derivative of p counts only where this derivative is differentiated again.
template <>
struct operation<opcode::attach> : real_row<3> {
  static constexpr const char* name = "attach";
  template <class Number>
  static constexpr Number value(const Number& v, const Number&, const Number&) {
    return v;
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& v, const Number&, const Number&,
                                  const Number&) {
    return constant_like(v, 1.0);
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number&, const Number&, const Number& p,
                                  const Number&) {
    return guarded(p);
  }
  template <class Number>
  static constexpr Number partial(operand<2>, const Number& v, const Number&, const Number&,
                                  const Number&) {
    return constant_like(v, 0.0);
  }
};

/// A function of Arity numbers that is run as it is. The last operand tells which function: a constant
/// that holds its opaque_row (ir/opaque_row.hpp), where its derivative stands, too.
template <int Arity>
struct opaque_call_row : real_row<Arity + 1> {
  static constexpr kind operands[3] = {kind::real, Arity == 1 ? kind::function : kind::real,
                                       kind::function};
};
template <>
struct operation<opcode::call1> : opaque_call_row<1> {
  static constexpr const char* name = "call1";
  template <class Number, class Function>
  static constexpr Number value(const Number& x, const Function& function) {
    return function(x, x);
  }
};
template <>
struct operation<opcode::call2> : opaque_call_row<2> {
  static constexpr const char* name = "call2";
  template <class Number, class Function>
  static constexpr Number value(const Number& x, const Number& y, const Function& function) {
    return function(x, y);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
