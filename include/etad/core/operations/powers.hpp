// SPDX-License-Identifier: MIT
// Rows of the roots, powers and norms.
#pragma once

#include <limits>

#include <etad/core/operation.hpp>
#include <etad/core/operations/arithmetic.hpp>
#include <etad/core/operations/leaves.hpp>
#include <etad/core/operations/norm.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

template <>
struct operation<opcode::sqrt> : real_row<1> {
  static constexpr const char* name = "sqrt";
  static constexpr domain domains[3] = {{0.1, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return sqrt(x);
  }
  // The slope at both zeros is +inf, also at sqrt(-0) = -0.
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    const Number half = constant_like(x, 0.5);
    const Number p = quotient(half, r);
    return edge(checked(x, is_finite(p)), p, [&] { return quotient(half, from_above(r)); });
  }
};

template <>
struct operation<opcode::cbrt> : real_row<1> {
  static constexpr const char* name = "cbrt";
  static constexpr domain domains[3] = {{0.1, 5.0}};
  template <class Number>
  static constexpr Number value(const Number& x) {
    return cbrt(x);
  }
  // (r/x)/3. At both zeros +inf, whose slope is -inf from one side and +inf from the other: NaN, as that of
  // 1/x + r. At infinity 0 in every order.
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& r) {
    const Number one = constant_like(x, 1.0);
    const Number p = product(quotient(r, x), quotient(one, constant_like(x, 3.0)));
    return edge(is_finite(p), p, [&] {
      return choose(
          x == constant_like(x, 0.0), [&] { return sum(quotient(one, from_above(x)), r); },
          [&] { return quotient(one, Number(abs(x))); });
    });
  }
};

template <>
struct operation<opcode::pow> : real_row<2> {
  static constexpr const char* name = "pow";
  static constexpr domain domains[3] = {{0.1, 4.0}, {-3.0, 3.0}};
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return pow(x, y);
  }

  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& y, const Number& p) {
    return slope(x, y, p, literal_value(y));
  }

  // y*(p/x) where p is a normal number: 2.2 ULP, no second pow; (y*p)/x where only p/x overflows.
  // Elsewhere y*pow(x, y-1), and 0 for 0 to the power inf. `exponent` is y where that is a constant.
  template <class Number>
  static constexpr Number slope(const Number& x, const Number& y, const Number& p,
                                const maybe<double>& exponent) {
    if (exponent && *exponent == 0.0) return constant_like(x, 0.0);
    if (exponent && *exponent == 1.0) return constant_like(x, 1.0);
    if (exponent && *exponent == 2.0) return product(constant_like(x, 2.0), x);
    if (exponent && *exponent == 3.0) return product(constant_like(x, 3.0), product(x, x));
    const Number q = product(y, quotient(p, x));
    return edge(both(is_finite(q), abs(p) >= smallest_normal_like(p)), q, [&] {
      const Number zero = constant_like(x, 0.0);
      return choose(
          y == constant_like(y, 0.0), [&] { return zero; },
          [&] {
            return choose(
                both(is_finite(p), abs(p) >= smallest_normal_like(p)),
                [&] { return quotient(product(y, p), x); },
                [&] {
                  const Number power = pow(x, difference(y, constant_like(y, 1.0)));
                  return choose(
                      p == p,
                      [&] {
                        return choose(
                            is_finite(y), [&] { return product(y, power); },
                            [&] {
                              return choose(
                                  both(x == zero, power == zero), [&] { return power; },
                                  [&] { return product(y, power); });
                            });
                      },
                      [&] { return p; });
                });
          });
    });
  }

  // p*log(x): for negative x, where a neighbourhood of the exponent has no real power, NaN as the logarithm.
  // At x = 0 a power does not depend on a positive exponent; at y = 0 it jumps, and 0 is agreed.
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& x, const Number& y, const Number& p) {
    const Number zero = constant_like(x, 0.0);
    const Number l = log(x);
    const Number q = product(p, l);
    const auto regular = both(x > zero, is_finite(q));
    return edge(regular, product(shielded(regular, p, 1.0), shielded(regular, l, 1.0)), [&] {
      return choose(
          x == zero,
          [&] {
            return choose(
                y > zero, [&] { return steep_product(guarded(l), p); },
                [&] {
                  return choose(
                      y == zero, [&] { return zero; }, [&] { return product(Number(abs(p)), l); });
                });
          },
          [&] { return q; });
    });
  }
};

/// d hypot/dx = x/h. Where h is infinite or so small that 1/h is, both are computed again from the
/// operands times a scale. At the origin the minimum-norm subgradient 0; one infinite operand has
/// slope +-1 and the others 0, also a NaN, which does not count then.
template <class Number, class Norm, class Mask>
constexpr Number hypot_partial(const Number& x, const Number& h, Norm norm_of_multiple,
                               Mask others_infinite) {
  const Number reciprocal = quotient(constant_like(h, 1.0), h);
  const Number infinity = constant_like(x, std::numeric_limits<double>::infinity());
  const Number zero = constant_like(x, 0.0);
  return edge(both(is_finite(h), is_finite(reciprocal)), product(x, reciprocal), [&] {
    const Number c = norm_scale(h);
    const auto scaled_slope = [&] {
      return choose(
          abs(x) == infinity,
          [&] {
            return choose(
                others_infinite, [&] { return quotient(x, h); },
                [&] { return copysign(constant_like(x, 1.0), x); });
          },
          [&] {
            return choose(
                x == x, [&] { return quotient(product(c, x), Number(norm_of_multiple(c))); },
                [&] { return zero; });
          });
    };
    return choose(
        h == h,
        [&] {
          return choose(
              h == zero, [&] { return zero; }, scaled_slope);
        },
        [&] { return h; });
  });
}

template <>
struct operation<opcode::hypot> : real_row<2> {
  static constexpr const char* name = "hypot";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return hypot(x, y);
  }
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number& y, const Number& h) {
    const Number infinity = constant_like(x, std::numeric_limits<double>::infinity());
    return hypot_partial(
        K == 0 ? x : y, h, [&](const Number& c) { return hypot(product(c, x), product(c, y)); },
        abs(K == 0 ? y : x) == infinity);
  }
};

template <>
struct operation<opcode::hypot3> : real_row<3> {
  static constexpr const char* name = "hypot3";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y, const Number& z) {
    return hypot(x, y, z);
  }
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number& y, const Number& z,
                                  const Number& h) {
    const Number infinity = constant_like(x, std::numeric_limits<double>::infinity());
    const Number& a = K == 0 ? y : x;
    const Number& b = K == 2 ? y : z;
    return hypot_partial(
        K == 0   ? x
        : K == 1 ? y
                 : z,
        h, [&](const Number& c) { return hypot(product(c, x), product(c, y), product(c, z)); },
        either(abs(a) == infinity, abs(b) == infinity));
  }
};

}  // namespace etad::inline ETAD_ABI::detail
