// SPDX-License-Identifier: MIT
// Rows of the trigonometric functions and their inverses.
#pragma once

#include <limits>

#include <etad/core/operation.hpp>
#include <etad/core/operations/norm.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

template <>
struct operation<opcode::sin> : real_row<1> {
  static constexpr const char* name = "sin";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return sin(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return cos(x);
  }
};

template <>
struct operation<opcode::cos> : real_row<1> {
  static constexpr const char* name = "cos";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return cos(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return -sin(x);
  }
};

template <>
struct operation<opcode::tan> : real_row<1> {
  static constexpr const char* name = "tan";
  static constexpr domain domains[3] = {{-1.4, 1.4}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return tan(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    return sum(constant_like(x, 1.0), product(r, r));
  }
};

/// 1/sqrt(1-x*x) without the cancellation of 1-x*x near +-1; +inf at +-1, NaN outside.
template <class Number>
constexpr Number reciprocal_circle(const Number& x) {
  const Number one = constant_like(x, 1.0);
  return guarded(quotient(one, Number(sqrt(product(difference(one, x), sum(one, x))))));
}

template <>
struct operation<opcode::asin> : real_row<1> {
  static constexpr const char* name = "asin";
  static constexpr domain domains[3] = {{-0.95, 0.95}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return asin(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return reciprocal_circle(x);
  }
};

template <>
struct operation<opcode::acos> : real_row<1> {
  static constexpr const char* name = "acos";
  static constexpr domain domains[3] = {{-0.95, 0.95}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return acos(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return -reciprocal_circle(x);
  }
};

template <>
struct operation<opcode::atan> : real_row<1> {
  static constexpr const char* name = "atan";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return atan(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    const Number one = constant_like(x, 1.0);
    const auto regular = is_finite(product(x, x));
    const Number& y = shielded(regular, x, 0.0);
    return edge(regular, quotient(one, sum(one, product(y, y))), [&] {
      const Number q = quotient(one, x);
      return product(q, q);
    });
  }
};

// atan2(y, x): x/(x*x+y*y) and -y/(x*x+y*y); where the sum leaves the normal numbers, (x/h)/h with
// a scaled h = hypot(x, y). 4/s overflows exactly where s is below the normal numbers. At infinity
// both partials vanish, though inf/inf would be NaN.
template <>
struct operation<opcode::atan2> : real_row<2> {
  static constexpr const char* name = "atan2";
  template <class Number>
  static constexpr Number value(const Number& y, const Number& x) {
    return atan2(y, x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& y, const Number& x, const Number& r) {
    return over_square_norm<1>(y, x, r);
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& y, const Number& x, const Number& r) {
    return -over_square_norm<0>(y, x, r);
  }

 private:
  template <class Number>
  static constexpr Number square_norm(const Number& y, const Number& x) {
    return sum(product(x, x), product(y, y));
  }
  /// Operand K over the square of the norm.
  template <int K, class Number>
  static constexpr Number over_square_norm(const Number& y, const Number& x, const Number& r) {
    const Number one = constant_like(x, 1.0);
    const Number square = square_norm(y, x);
    const auto regular =
        both(is_finite(square),
             is_finite(product(constant_like(x, 4.0), Number(quotient(one, square)))));
    const Number& v = shielded(regular, y, 0.0);
    const Number& u = shielded(regular, x, 1.0);
    return edge(regular, product(K == 0 ? v : u, quotient(one, square_norm(v, u))), [&] {
      const Number& numerator = K == 0 ? y : x;
      const Number c = norm_scale(Number(hypot(x, y)));
      const Number norm = hypot(product(c, x), product(c, y));
      const Number infinity = constant_like(x, std::numeric_limits<double>::infinity());
      return choose(
          both(norm == infinity, r == r),
          [&] { return copysign(constant_like(x, 0.0), numerator); },
          [&] {
            return choose(
                norm == constant_like(x, 0.0), [&] { return sum(nan_at_zero(x), nan_at_zero(y)); },
                [&] { return product(quotient(quotient(product(c, numerator), norm), norm), c); });
          });
    });
  }
};

}  // namespace etad::inline ETAD_ABI::detail
