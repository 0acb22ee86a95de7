// SPDX-License-Identifier: MIT
// Rows of the error and gamma functions.
#pragma once

#include <limits>

#include <etad/core/operation.hpp>
#include <etad/core/operations/leaves.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

/// 2/sqrt(pi) exp(-x*x), with the rounding error of the square compensated: without it the result
/// loses x*x units in the last place.
template <class Number>
constexpr Number gaussian_slope(const Number& x) {
  const auto regular = is_finite(product(x, x));
  const Number& y = shielded(regular, x, 0.0);
  const Number square = product(y, y);
  const Number bell = product(two_over_sqrt_pi_like(x), Number(exp(-square)));
  return edge(regular, difference(bell, product(bell, Number(fma(y, y, -square)))), [&] {
    return choose(
        x == x, [&] { return constant_like(x, 0.0); }, [&] { return nan_of(x); });
  });
}

template <>
struct operation<opcode::erf> : real_row<1> {
  static constexpr const char* name = "erf";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return erf(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return gaussian_slope(x);
  }
};

template <>
struct operation<opcode::erfc> : real_row<1> {
  static constexpr const char* name = "erfc";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return erfc(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return -gaussian_slope(x);
  }
};

template <>
struct operation<opcode::tgamma> : real_row<1> {
  static constexpr const char* name = "tgamma";
  static constexpr domain domains[3] = {{0.2, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return tgamma(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    const Number p = product(r, digamma(x));
    return edge(is_finite(p), p, [&] {
      return choose(
          x == constant_like(x, 0.0), [&] { return nan_at_zero(x); }, [&] { return p; });
    });
  }
};

template <>
struct operation<opcode::lgamma> : real_row<1> {
  static constexpr const char* name = "lgamma";
  static constexpr domain domains[3] = {{0.2, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return lgamma(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    // -0 is a pole with slopes of both signs around it; at +0 only the right side counts.
    const Number zero = constant_like(x, 0.0);
    const Number p = digamma(x);
    return edge(is_finite(p), p, [&] {
      return choose(
          both(x == zero, zero > quotient(constant_like(x, 1.0), x)),
          [&] { return nan_at_zero(x); }, [&] { return p; });
    });
  }
};

template <>
struct operation<opcode::digamma> : real_row<1> {
  static constexpr const char* name = "digamma";
  static constexpr domain domains[3] = {{0.2, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return digamma(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    const Number p = polygamma(constant_like(x, 1.0), x);
    return guarded(p, checked(x, is_finite(p)));
  }
};

// polygamma(n, x): the n-th derivative of digamma; n is a constant whole number.
template <>
struct operation<opcode::polygamma> : real_row<2> {
  static constexpr const char* name = "polygamma";
  static constexpr domain domains[3] = {{1.0, 1.0}, {0.2, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& n, const Number& x) {
    return polygamma(n, x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& n, const Number&, const Number&) {
    return constant_like(n, std::numeric_limits<double>::quiet_NaN());
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& n, const Number& x, const Number&) {
    const Number p = polygamma(sum(n, constant_like(n, 1.0)), x);
    return guarded(p, checked(x, is_finite(p)));
  }
};

}  // namespace etad::inline ETAD_ABI::detail
