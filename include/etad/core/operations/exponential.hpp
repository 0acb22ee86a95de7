// SPDX-License-Identifier: MIT
// Rows of the exponentials and logarithms.
#pragma once

#include <etad/core/operation.hpp>
#include <etad/core/operations/arithmetic.hpp>
#include <etad/core/operations/leaves.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

/// c/d with c > 0, the slope of a logarithm-like function r whose domain is d > 0: +inf at the edge
/// d = 0 for both signs of zero, NaN outside. d is infinite where the operand x is. There r is NaN, which differentiates to NaN; a constant
/// would to 0.
template <class Number>
constexpr Number inverse_inside(const Number& c, const Number& d, const Number& x,
                                const Number& r) {
  const Number zero = constant_like(d, 0.0);
  const Number p = quotient(c, d);
  return edge(both(is_greater(d, zero), checked(x, is_finite(p))), p, [&] {
    return choose(
        is_less(d, zero), [&] { return r; }, [&] { return quotient(c, from_above(d)); });
  });
}

template <>
struct operation<opcode::exp> : real_row<1> {
  static constexpr const char* name = "exp";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return exp(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number&, const Number& r) {
    return guarded(r);
  }
};

template <>
struct operation<opcode::exp2> : real_row<1> {
  static constexpr const char* name = "exp2";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return exp2(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number&, const Number& r) {
    return guarded(product(r, ln2_like(r)));
  }
};

template <>
struct operation<opcode::expm1> : real_row<1> {
  static constexpr const char* name = "expm1";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return expm1(x);
  }
  // r + 1 cancels where r is close to -1.
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    return guarded(choose(
        r > constant_like(r, -0.5), [&] { return sum(r, constant_like(r, 1.0)); },
        [&] { return exp(x); }));
  }
};

template <>
struct operation<opcode::log> : real_row<1> {
  static constexpr const char* name = "log";
  static constexpr domain domains[3] = {{0.1, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return log(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    return inverse_inside(constant_like(x, 1.0), x, x, r);
  }
};

template <>
struct operation<opcode::log2> : real_row<1> {
  static constexpr const char* name = "log2";
  static constexpr domain domains[3] = {{0.1, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return log2(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    return inverse_inside(quotient(constant_like(x, 1.0), ln2_like(x)), x, x, r);
  }
};

template <>
struct operation<opcode::log10> : real_row<1> {
  static constexpr const char* name = "log10";
  static constexpr domain domains[3] = {{0.1, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return log10(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    return inverse_inside(quotient(constant_like(x, 1.0), ln10_like(x)), x, x, r);
  }
};

template <>
struct operation<opcode::log1p> : real_row<1> {
  static constexpr const char* name = "log1p";
  static constexpr domain domains[3] = {{-0.9, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return log1p(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    const Number one = constant_like(x, 1.0);
    return inverse_inside(one, sum(one, x), x, r);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
