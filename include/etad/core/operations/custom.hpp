// SPDX-License-Identifier: MIT
// Rows of the operations that state a derivative. Their value is their first operand, so the regular
// program (pass/regularize.hpp) does without them.
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

}  // namespace etad::inline ETAD_ABI::detail
