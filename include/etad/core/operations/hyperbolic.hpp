// SPDX-License-Identifier: MIT
// Rows of the hyperbolic functions and their inverses.
#pragma once

#include <limits>

#include <etad/core/operation.hpp>
#include <etad/core/operations/exponential.hpp>
#include <etad/core/scalar.hpp>

namespace etad::detail {

template <>
struct operation<opcode::sinh> : real_row<1> {
  static constexpr const char* name = "sinh";
  template <class N>
  static constexpr N value(const N& x) {
    return sinh(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    return guarded(cosh(x));
  }
};

template <>
struct operation<opcode::cosh> : real_row<1> {
  static constexpr const char* name = "cosh";
  template <class N>
  static constexpr N value(const N& x) {
    return cosh(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    return guarded(sinh(x));
  }
};

// 1-t*t loses all digits as t approaches 1: beyond t*t = 1/2 the slope comes from cosh.
template <>
struct operation<opcode::tanh> : real_row<1> {
  static constexpr const char* name = "tanh";
  template <class N>
  static constexpr N value(const N& x) {
    return tanh(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N& t) {
    const N square = t * t;
    return choose(
        square < constant_like(t, 0.5), [&] { return constant_like(t, 1.0) - square; },
        [&] {
          const N c = quotient(constant_like(x, 1.0), cosh(x));
          return c * c;
        });
  }
};

// For large |x| the square overflows while the slope is just 1/|x|.
template <>
struct operation<opcode::asinh> : real_row<1> {
  static constexpr const char* name = "asinh";
  template <class N>
  static constexpr N value(const N& x) {
    return asinh(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    const N one = constant_like(x, 1.0);
    const N square = product(x, x);
    return edge(is_finite(square), quotient(one, sqrt(one + square)),
                [&] { return quotient(one, abs(x)); });
  }
};

template <>
struct operation<opcode::acosh> : real_row<1> {
  static constexpr const char* name = "acosh";
  static constexpr domain domains[3] = {{1.1, 5.0}};
  template <class N>
  static constexpr N value(const N& x) {
    return acosh(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    const N one = constant_like(x, 1.0);
    const N square = product(difference(x, one), sum(x, one));
    const N p = quotient(one, sqrt(square));
    return edge(both(x > one, both(is_finite(square), is_finite(p))), p, [&] {
      return choose(
          x < one, [&] { return constant_like(x, std::numeric_limits<double>::quiet_NaN()); },
          [&] {
            return choose(
                x > constant_like(x, 2.0), [&] { return quotient(one, x); },
                [&] { return abs(p); });
          });
    });
  }
};

template <>
struct operation<opcode::atanh> : real_row<1> {
  static constexpr const char* name = "atanh";
  static constexpr domain domains[3] = {{-0.95, 0.95}};
  template <class N>
  static constexpr N value(const N& x) {
    return atanh(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    const N one = constant_like(x, 1.0);
    return inverse_inside(one, product(difference(one, x), sum(one, x)));
  }
};

}  // namespace etad::detail
