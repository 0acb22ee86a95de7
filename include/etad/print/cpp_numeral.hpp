// SPDX-License-Identifier: MIT
// Numbers and number types as C++ source.
#pragma once

#include <concepts>
#include <string>

#include <etad/core/literal.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/print/expression.hpp>
#include <etad/print/text.hpp>

namespace etad::inline ETAD_ABI::detail {

template <std::floating_point T>
constexpr const char* cpp_type_name() {
  if constexpr (std::same_as<T, float>) {
    return "float";
  } else if constexpr (std::same_as<T, double>) {
    return "double";
  } else {
    return "long double";
  }
}

/// The shortest literal that is exactly x.
template <std::floating_point T>
expression cpp_numeral(T x) {
  const std::string limits = std::string("std::numeric_limits<") + cpp_type_name<T>() + ">::";
  if (x != x) return {limits + "quiet_NaN()"};
  std::string text = shortest_decimal(x);
  const int binds = text.front() == '-' ? binding::unary : binding::atom;
  if (!is_finite(x)) return {(x < 0 ? "-" : "") + limits + "infinity()", binds};
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return {text + (std::same_as<T, float> ? "f" : std::same_as<T, double> ? "" : "L"), binds};
}

template <std::floating_point T>
expression cpp_literal(const literal& x) {
  return cpp_numeral(x.as<T>());
}

/// The value of an operation without operands.
template <std::floating_point T>
expression cpp_named_constant(opcode op) {
  switch (op) {
    case opcode::ln2:
      return cpp_numeral(operation<opcode::ln2>::value<T>());
    case opcode::ln10:
      return cpp_numeral(operation<opcode::ln10>::value<T>());
    case opcode::two_over_sqrt_pi:
      return cpp_numeral(operation<opcode::two_over_sqrt_pi>::value<T>());
    default:
      return cpp_numeral(operation<opcode::smallest_normal>::value<T>());
  }
}

/// What the C++ printer must know of the scalar type.
struct cpp_scalar {
  const char* type;
  const char* suffix;
  /// Whether a product and a sum of derivatives are one fused operation (core/scalar.hpp).
  bool fused;
  expression (*numeral)(const literal&);
  expression (*named_constant)(opcode);
};

template <std::floating_point T>
constexpr cpp_scalar cpp_scalar_of() {
  return {cpp_type_name<T>(),
          std::same_as<T, float>    ? "f"
          : std::same_as<T, double> ? ""
                                    : "L",
          ETAD_HAS_FAST_FMA && !std::same_as<T, long double>, &cpp_literal<T>,
          &cpp_named_constant<T>};
}

}  // namespace etad::inline ETAD_ABI::detail
