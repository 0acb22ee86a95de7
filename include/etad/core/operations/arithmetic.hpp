// SPDX-License-Identifier: MIT
// Rows of the arithmetic operations.
#pragma once

#include <etad/core/operation.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

template <>
struct operation<opcode::negate> : real_row<1> {
  static constexpr const char* name = "negate";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return -x;
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return constant_like(x, -1.0);
  }
};

template <>
struct operation<opcode::add> : real_row<2> {
  static constexpr const char* name = "add";
  static constexpr bool commutative = true;
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return sum(x, y);
  }
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number&, const Number&) {
    return constant_like(x, 1.0);
  }
};

template <>
struct operation<opcode::subtract> : real_row<2> {
  static constexpr const char* name = "subtract";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return difference(x, y);
  }
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number&, const Number&) {
    return constant_like(x, K == 0 ? 1.0 : -1.0);
  }
};

template <>
struct operation<opcode::multiply> : real_row<2> {
  static constexpr const char* name = "multiply";
  static constexpr bool commutative = true;
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return product(x, y);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number&, const Number& y, const Number&) {
    return y;
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& x, const Number&, const Number&) {
    return x;
  }
};

/// A product of numbers that carry derivatives, each part by Op: a value of 0 wins, and what it changes by
/// counts. Plain where both are finite.
template <opcode Op, class Number>
constexpr Number product_by_parts(const Number& x, const Number& y) {
  if (is_finite(x) && is_finite(y)) return product(x, y);
  Number r(operation<Op>::value(x.value(), y.value()));
  for (int k = 0; k < Number::tangents; ++k) {
    r.set_tangent(k, sum(operation<Op>::value(x.value(), y.all_tangents()[k]),
                         operation<Op>::value(x.all_tangents()[k], y.value())));
  }
  return r;
}
template <class Number>
concept has_tangents = requires(const Number& x) {
  x.all_tangents();
};

// x*y, but +0 where one factor is zero and the other is not finite: the product of two slopes, each of
// which may be infinite though the function does not change (CppAD calls it azmul).
template <>
struct operation<opcode::zero_multiply> : operation<opcode::multiply> {
  static constexpr const char* name = "zero_multiply";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    if constexpr (has_tangents<Number>) return product_by_parts<opcode::zero_multiply>(x, y);
    return choose(
        either(both(x == constant_like(x, 0.0), !is_finite(y)),
               both(y == constant_like(y, 0.0), !is_finite(x))),
        [&] { return constant_like(x, 0.0); }, [&] { return product(x, y); });
  }
};

// x*y with a slope x that may be infinite though the function does not change: +0 where y is zero and x is
// not finite. A zero x may come from an overflow, and does not win over an infinite y.
template <>
struct operation<opcode::steep_multiply> : operation<opcode::multiply> {
  static constexpr const char* name = "steep_multiply";
  static constexpr bool commutative = false;
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    if constexpr (has_tangents<Number>) return product_by_parts<opcode::steep_multiply>(x, y);
    return choose(
        both(y == constant_like(y, 0.0), !is_finite(x)), [&] { return constant_like(x, 0.0); },
        [&] { return product(x, y); });
  }
};

template <plain_scalar T>
  requires(!requires { typename T::base_scalar; })
constexpr T steep_product(const T& x, const T& y) {
  return operation<opcode::steep_multiply>::value(x, y);
}
/// On a tape it is an operation with the slopes of the product.
template <class T>
  requires requires(const T& x) { x.is_constant(); }
constexpr T steep_product(const T& x, const T& y) {
  return T(family_of<T>::type::template apply<opcode::steep_multiply>(x, y));
}

/// d, and +0 for both zeros: with the slope 1, so that the slopes of functions of d at its edge are those
/// from inside. Near zero only.
template <class Number>
constexpr Number from_above(const Number& d) {
  if constexpr (has_tangents<Number>) {
    return sum(d, steep_product(d, d));
  } else {
    return sum(d, product(d, d));
  }
}

template <>
struct operation<opcode::divide> : real_row<2> {
  static constexpr const char* name = "divide";
  static constexpr domain domains[3] = {{}, {0.5, 3.0}};
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return quotient(x, y);
  }
  // One reciprocal serves both partials and every other quotient by the same denominator.
  template <class Number>
  static constexpr Number partial(operand<0>, const Number&, const Number& y, const Number&) {
    const Number p = quotient(constant_like(y, 1.0), y);
    return guarded(p, checked(y, is_finite(p)));
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number&, const Number& y, const Number& r) {
    const Number q = product(r, quotient(constant_like(y, 1.0), y));
    return edge(checked(y, is_finite(q)), Number(-q), [&] { return -quotient(r, y); });
  }
};

template <>
struct operation<opcode::fma> : real_row<3> {
  static constexpr const char* name = "fma";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y, const Number& z) {
    return fma(x, y, z);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number&, const Number& y, const Number&,
                                  const Number&) {
    return y;
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& x, const Number&, const Number&,
                                  const Number&) {
    return x;
  }
  template <class Number>
  static constexpr Number partial(operand<2>, const Number& x, const Number&, const Number&,
                                  const Number&) {
    return constant_like(x, 1.0);
  }
};

// Fused forms of derivative arithmetic, rounded once or twice as the target does it faster.

template <>
struct operation<opcode::multiply_add> : operation<opcode::fma> {
  static constexpr const char* name = "multiply_add";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y, const Number& z) {
    return multiply_add(x, y, z);
  }
};

template <>
struct operation<opcode::multiply_subtract> : operation<opcode::fma> {
  static constexpr const char* name = "multiply_subtract";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y, const Number& z) {
    return multiply_subtract(x, y, z);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number&, const Number& y, const Number&,
                                  const Number&) {
    return y;
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& x, const Number&, const Number&,
                                  const Number&) {
    return x;
  }
  template <class Number>
  static constexpr Number partial(operand<2>, const Number& x, const Number&, const Number&,
                                  const Number&) {
    return constant_like(x, -1.0);
  }
};

template <>
struct operation<opcode::negative_multiply_add> : operation<opcode::fma> {
  static constexpr const char* name = "negative_multiply_add";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y, const Number& z) {
    return negative_multiply_add(x, y, z);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number&, const Number& y, const Number&,
                                  const Number&) {
    return -y;
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& x, const Number&, const Number&,
                                  const Number&) {
    return -x;
  }
  template <class Number>
  static constexpr Number partial(operand<2>, const Number& x, const Number&, const Number&,
                                  const Number&) {
    return constant_like(x, 1.0);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
