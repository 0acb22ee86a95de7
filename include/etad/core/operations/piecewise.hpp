// SPDX-License-Identifier: MIT
// Rows of the piecewise smooth functions and of the step functions.
#pragma once

#include <etad/core/operation.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

template <>
struct operation<opcode::abs> : real_row<1> {
  static constexpr const char* name = "abs";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return abs(x);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&) {
    return sign(x);
  }
};

/// 1 to the larger operand, 1/2 each at a tie (minimum-norm subgradient, symmetric in the
/// operands), `unordered` where an operand is NaN. The zero is the outermost choice, so that products
/// with it are selections, too: the smaller operand may have overflowed (no 0*inf).
template <class Number, class F>
constexpr Number share_of_larger(const Number& x, const Number& y, F unordered) {
  return choose(
      is_less(x, y), [&] { return constant_like(x, 0.0); },
      [&] {
        return choose(
            is_greater(x, y), [&] { return constant_like(x, 1.0); },
            [&] { return edge(x == y, constant_like(x, 0.5), unordered); });
      });
}

/// The share of x where at least one of x, y is NaN and the function prefers numbers to NaN.
template <class Number>
constexpr Number share_of_number(const Number& x, const Number& y) {
  return choose(
      x == x, [&] { return constant_like(x, 1.0); },
      [&] {
        return choose(
            y == y, [&] { return constant_like(x, 0.0); }, [&] { return nan_of(x); });
      });
}

template <>
struct operation<opcode::fmax> : real_row<2> {
  static constexpr const char* name = "fmax";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return fmax(x, y);
  }
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number& y, const Number&) {
    const Number& a = K == 0 ? x : y;
    const Number& b = K == 0 ? y : x;
    return share_of_larger(a, b, [&] { return share_of_number(a, b); });
  }
};

template <>
struct operation<opcode::fmin> : real_row<2> {
  static constexpr const char* name = "fmin";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return fmin(x, y);
  }
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number& y, const Number&) {
    const Number& a = K == 0 ? x : y;
    const Number& b = K == 0 ? y : x;
    return share_of_larger(Number(-a), Number(-b), [&] { return share_of_number(a, b); });
  }
};

/// The share of operand K of std::max and std::min, which return their first operand where the
/// operands cannot be ordered.
template <int K, class Number>
constexpr Number share_of_first(const Number& x, const Number& y) {
  return choose(
      either(x == x, y == y), [&] { return constant_like(x, K == 0 ? 1.0 : 0.0); },
      [&] { return nan_of(x); });
}

template <>
struct operation<opcode::max> : real_row<2> {
  static constexpr const char* name = "max";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return choose(
        is_less(x, y), [&] { return y; }, [&] { return x; });
  }
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number& y, const Number&) {
    return share_of_larger(K == 0 ? x : y, K == 0 ? y : x, [&] { return share_of_first<K>(x, y); });
  }
};

template <>
struct operation<opcode::min> : real_row<2> {
  static constexpr const char* name = "min";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return choose(
        is_less(y, x), [&] { return y; }, [&] { return x; });
  }
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number& y, const Number&) {
    return share_of_larger(Number(K == 0 ? -x : -y), Number(K == 0 ? -y : -x),
                           [&] { return share_of_first<K>(x, y); });
  }
};

template <>
struct operation<opcode::fdim> : real_row<2> {
  static constexpr const char* name = "fdim";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return fdim(x, y);
  }
  // Of two equal infinities it is not known which is larger: they may be numbers that overflowed.
  template <int K, class Number>
  static constexpr Number partial(operand<K>, const Number& x, const Number& y, const Number&) {
    const auto level = [&] { return constant_like(x, 0.0); };
    return choose(is_less(x, y), level, [&] {
      return choose(
          is_greater(x, y), [&] { return constant_like(x, K == 0 ? 1.0 : -1.0); },
          [&] {
            const Number d = difference(x, y);
            return edge(is_finite(d), level(), [&] { return nan_of(d); });
          });
    });
  }
};

// The whole number of times y went into x is constant between the jumps: (r - x)/y, rounded.
// Where the value is NaN (y = 0, x infinite) so are the partials.
template <opcode Op>
struct remainder_row : real_row<2> {
  static constexpr domain domains[3] = {{-8.0, 8.0}, {0.7, 3.0}};
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number&, const Number& r) {
    return edge(r == r, constant_like(x, 1.0), [&] { return r; });
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& x, const Number& y, const Number& r) {
    const Number q = rint(quotient(difference(r, x), y));
    return edge(is_finite(q), q, [&] {
      return choose(
          r == r, [&] { return Number(rint(difference(quotient(r, y), quotient(x, y)))); },
          [&] { return r; });
    });
  }
};

template <>
struct operation<opcode::fmod> : remainder_row<opcode::fmod> {
  static constexpr const char* name = "fmod";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return fmod(x, y);
  }
};

template <>
struct operation<opcode::remainder> : remainder_row<opcode::remainder> {
  static constexpr const char* name = "remainder";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return remainder(x, y);
  }
};

// +-1 by the sign bits, 0 at x = 0; the sign source has no slope.
template <>
struct operation<opcode::copysign> : real_row<2> {
  static constexpr const char* name = "copysign";
  template <class Number>
  static constexpr Number value(const Number& x, const Number& y) {
    return copysign(x, y);
  }
  template <class Number>
  static constexpr Number partial(operand<0>, const Number& x, const Number& y, const Number&) {
    return product(Number(sign(x)), Number(copysign(constant_like(x, 1.0), y)));
  }
  template <class Number>
  static constexpr Number partial(operand<1>, const Number& x, const Number&, const Number&) {
    return constant_like(x, 0.0);
  }
};

template <>
struct operation<opcode::sign> : step_row<1> {
  static constexpr const char* name = "sign";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return sign(x);
  }
};

template <>
struct operation<opcode::floor> : step_row<1> {
  static constexpr const char* name = "floor";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return floor(x);
  }
};

template <>
struct operation<opcode::ceil> : step_row<1> {
  static constexpr const char* name = "ceil";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return ceil(x);
  }
};

template <>
struct operation<opcode::trunc> : step_row<1> {
  static constexpr const char* name = "trunc";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return trunc(x);
  }
};

template <>
struct operation<opcode::round> : step_row<1> {
  static constexpr const char* name = "round";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return round(x);
  }
};

template <>
struct operation<opcode::rint> : step_row<1> {
  static constexpr const char* name = "rint";
  template <class Number>
  static constexpr Number value(const Number& x) {
    return rint(x);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
