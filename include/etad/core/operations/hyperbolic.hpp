// SPDX-License-Identifier: MIT
// Rows of the hyperbolic functions and their inverses.
#pragma once

#include <etad/core/operation.hpp>
#include <etad/core/operations/exponential.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

template <>
struct operation<opcode::sinh> : real_row<1> {
  static constexpr const char* name = "sinh";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return sinh(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return guarded(Number(cosh(x)));
  }
};

template <>
struct operation<opcode::cosh> : real_row<1> {
  static constexpr const char* name = "cosh";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return cosh(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return guarded(Number(sinh(x)));
  }
};

// 1-t*t loses all digits as t approaches 1: beyond t*t = 1/2 the slope comes from cosh. Where that
// overflows, the slope and its slopes are below all numbers.
template <>
struct operation<opcode::tanh> : real_row<1> {
  static constexpr const char* name = "tanh";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return tanh(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& t) {
    const Number square = product(t, t);
    return choose(
        square < constant_like(t, 0.5), [&] { return difference(constant_like(t, 1.0), square); },
        [&] {
          const Number h = cosh(x);
          const Number c = quotient(constant_like(x, 1.0), h);
          return unless_infinite(h, product(c, c), [&] { return constant_like(x, 0.0); });
        });
  }
};

// For large |x| the square overflows while the slope is just 1/|x|.
template <>
struct operation<opcode::asinh> : real_row<1> {
  static constexpr const char* name = "asinh";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return asinh(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    const Number one = constant_like(x, 1.0);
    const auto regular = is_finite(product(x, x));
    const Number& y = shielded(regular, x, 0.0);
    return edge(regular, quotient(one, Number(sqrt(sum(one, product(y, y))))),
                [&] { return quotient(one, Number(abs(x))); });
  }
};

template <>
struct operation<opcode::acosh> : real_row<1> {
  static constexpr const char* name = "acosh";
  static constexpr domain domains[3] = {{1.1, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return acosh(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    const Number one = constant_like(x, 1.0);
    const auto regular = is_finite(product(difference(x, one), sum(x, one)));
    const Number& y = shielded(regular, x, 2.0);
    const Number p = quotient(one, Number(sqrt(product(difference(y, one), sum(y, one)))));
    return edge(both(x > one, both(regular, is_finite(p))), p, [&] {
      return choose(
          x >= one,
          [&] {
            return choose(
                x > constant_like(x, 2.0), [&] { return quotient(one, x); },
                [&] { return abs(p); });
          },
          [&] { return r; });
    });
  }
};

template <>
struct operation<opcode::atanh> : real_row<1> {
  static constexpr const char* name = "atanh";
  static constexpr domain domains[3] = {{-0.95, 0.95}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return atanh(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    const Number one = constant_like(x, 1.0);
    return inverse_inside(one, product(difference(one, x), sum(one, x)), one, r);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
