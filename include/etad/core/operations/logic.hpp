// SPDX-License-Identifier: MIT
// Rows of the comparisons, the logical operations and the two selections.
#pragma once

#include <etad/core/operation.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

template <>
struct operation<opcode::less> : comparison_row {
  static constexpr const char* name = "less";
  template <class Number>
  static constexpr auto value(const Number& x, const Number& y) {
    return is_less(x, y);
  }
};

template <>
struct operation<opcode::less_equal> : comparison_row {
  static constexpr const char* name = "less_equal";
  template <class Number>
  static constexpr auto value(const Number& x, const Number& y) {
    return is_at_most(x, y);
  }
};

template <>
struct operation<opcode::greater> : comparison_row {
  static constexpr const char* name = "greater";
  template <class Number>
  static constexpr auto value(const Number& x, const Number& y) {
    return is_greater(x, y);
  }
};

template <>
struct operation<opcode::greater_equal> : comparison_row {
  static constexpr const char* name = "greater_equal";
  template <class Number>
  static constexpr auto value(const Number& x, const Number& y) {
    return is_at_least(x, y);
  }
};

template <>
struct operation<opcode::equal> : comparison_row {
  static constexpr const char* name = "equal";
  static constexpr bool commutative = true;
  template <class Number>
  static constexpr auto value(const Number& x, const Number& y) {
    return x == y;
  }
};

template <>
struct operation<opcode::not_equal> : comparison_row {
  static constexpr const char* name = "not_equal";
  static constexpr bool commutative = true;
  template <class Number>
  static constexpr auto value(const Number& x, const Number& y) {
    return x != y;
  }
};

template <>
struct operation<opcode::is_finite> : step_row<1> {
  static constexpr const char* name = "is_finite";
  static constexpr kind result = kind::mask;
  template <class Number>
  static constexpr auto value(const Number& x) {
    return is_finite(x);
  }
};

template <>
struct operation<opcode::logical_and> : logical_row<2> {
  static constexpr const char* name = "and";
  static constexpr bool commutative = true;
  template <class Mask>
  static constexpr Mask value(const Mask& x, const Mask& y) {
    return both(x, y);
  }
};

template <>
struct operation<opcode::logical_or> : logical_row<2> {
  static constexpr const char* name = "or";
  static constexpr bool commutative = true;
  template <class Mask>
  static constexpr Mask value(const Mask& x, const Mask& y) {
    return either(x, y);
  }
};

template <>
struct operation<opcode::logical_not> : logical_row<1> {
  static constexpr const char* name = "not";
  template <class Mask>
  static constexpr Mask value(const Mask& x) {
    return !x;
  }
};

// The passes differentiate selections themselves (the adjoint of the side not taken is dropped, not
// multiplied by zero), so these rows carry no partials.

struct selection_row : real_row<3> {
  static constexpr kind operands[3] = {kind::mask, kind::real, kind::real};
  template <class Mask, class Number>
  static constexpr Number value(const Mask& mask, const Number& a, const Number& b) {
    return choose(
        mask, [&] { return a; }, [&] { return b; });
  }
};

template <>
struct operation<opcode::select> : selection_row {
  static constexpr const char* name = "select";
};

template <>
struct operation<opcode::edge> : selection_row {
  static constexpr const char* name = "edge";
};

}  // namespace etad::inline ETAD_ABI::detail
