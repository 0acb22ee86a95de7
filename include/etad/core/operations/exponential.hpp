// SPDX-License-Identifier: MIT
// Rows of the exponentials and logarithms.
#pragma once

#include <limits>

#include <etad/core/operation.hpp>
#include <etad/core/operations/leaves.hpp>
#include <etad/core/scalar.hpp>

namespace etad::detail {

/// c/d with c > 0, the slope of a logarithm-like function whose domain is d > 0: +inf at the edge
/// d = 0 for both signs of zero, NaN outside.
template <class N>
constexpr N inverse_inside(const N& c, const N& d) {
  const N zero = constant_like(d, 0.0);
  const N p = quotient(c, d);
  return edge(both(d > zero, is_finite(p)), p, [&] {
    return choose(
        d < zero, [&] { return constant_like(d, std::numeric_limits<double>::quiet_NaN()); },
        [&] { return abs(p); });
  });
}

template <>
struct operation<opcode::exp> : real_row<1> {
  static constexpr const char* name = "exp";
  template <class N>
  static constexpr N value(const N& x) {
    return exp(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N&, const N& r) {
    return guarded(r);
  }
};

template <>
struct operation<opcode::exp2> : real_row<1> {
  static constexpr const char* name = "exp2";
  template <class N>
  static constexpr N value(const N& x) {
    return exp2(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N&, const N& r) {
    return guarded(r * ln2_like(r));
  }
};

template <>
struct operation<opcode::expm1> : real_row<1> {
  static constexpr const char* name = "expm1";
  template <class N>
  static constexpr N value(const N& x) {
    return expm1(x);
  }
  // r + 1 cancels where r is close to -1.
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N& r) {
    return guarded(choose(
        r > constant_like(r, -0.5), [&] { return r + constant_like(r, 1.0); },
        [&] { return exp(x); }));
  }
};

template <>
struct operation<opcode::log> : real_row<1> {
  static constexpr const char* name = "log";
  static constexpr domain domains[3] = {{0.1, 5.0}};
  template <class N>
  static constexpr N value(const N& x) {
    return log(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    return inverse_inside(constant_like(x, 1.0), x);
  }
};

template <>
struct operation<opcode::log2> : real_row<1> {
  static constexpr const char* name = "log2";
  static constexpr domain domains[3] = {{0.1, 5.0}};
  template <class N>
  static constexpr N value(const N& x) {
    return log2(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    return inverse_inside(quotient(constant_like(x, 1.0), ln2_like(x)), x);
  }
};

template <>
struct operation<opcode::log10> : real_row<1> {
  static constexpr const char* name = "log10";
  static constexpr domain domains[3] = {{0.1, 5.0}};
  template <class N>
  static constexpr N value(const N& x) {
    return log10(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    return inverse_inside(quotient(constant_like(x, 1.0), ln10_like(x)), x);
  }
};

template <>
struct operation<opcode::log1p> : real_row<1> {
  static constexpr const char* name = "log1p";
  static constexpr domain domains[3] = {{-0.9, 5.0}};
  template <class N>
  static constexpr N value(const N& x) {
    return log1p(x);
  }
  template <class N>
  static constexpr N partial(operand<0>, const N& x, const N&) {
    const N one = constant_like(x, 1.0);
    return inverse_inside(one, sum(one, x));
  }
};

}  // namespace etad::detail
