// SPDX-License-Identifier: MIT
// The partial derivatives of a statement: a reverse sweep through its expression, unrolled by the
// compiler.
#pragma once

#include <etad/tape/expression.hpp>

namespace etad::inline ETAD_ABI::detail {

/// x*y, where a zero wins over an infinity or NaN.
template <class T>
[[gnu::always_inline]] constexpr T product_or_zero(const T& x, const T& y) {
  if constexpr (std::is_arithmetic_v<T>) {
    const T r = x * y;
    if (r == r) [[likely]]
      return r;
    return x == 0 || y == 0 ? T(0) : r;
  } else {
    return vanishes(x) || vanishes(y) ? T(0) : T(product(x, y));
  }
}

/// Adjoints known to the compiler.
struct adjoint_one {};
struct adjoint_minus_one {};

template <class Adjoint>
[[gnu::always_inline]] constexpr auto negated_adjoint(const Adjoint& adjoint) {
  if constexpr (std::same_as<Adjoint, adjoint_one>) {
    return adjoint_minus_one{};
  } else if constexpr (std::same_as<Adjoint, adjoint_minus_one>) {
    return adjoint_one{};
  } else {
    return Adjoint(-adjoint);
  }
}

template <class Power, class T>
[[gnu::always_inline]] constexpr T slope_of_power(const T& r, const T& base, const T& exponent) {
  return Power::slope(base, exponent, r, static_cast<double>(exponent));
}
/// The partial of an operation with the value r by its operand K. A constant exponent is known to the
/// rule of powers.
template <opcode Op, int K, class T, bool ConstantExponent, class... X>
[[gnu::always_inline]] constexpr auto partial_of(const T& r, const X&... x) {
  using row = operation<Op>;
  using R = typename rule_number<T>::type;
  if constexpr (ConstantExponent) {
    return slope_of_power<row>(r, x...);
  } else {
    return R(row::partial(operand<K>{}, in_rule_of<T>(x)..., in_rule_of<T>(r)));
  }
}
template <opcode Op, class T, class... X>
inline constexpr bool has_constant_exponent = false;
template <class T, class X>
inline constexpr bool has_constant_exponent<opcode::pow, T, X, number_operand<T>> =
    std::is_arithmetic_v<T>;

/// What a statement writes: the partials by its variables, in their order, and the variables.
template <class T, int Count>
struct statement_arguments {
  T weights[static_cast<std::size_t>(Count)];
  const variable_operand<T>* variables[static_cast<std::size_t>(Count)];

  template <int Position>
  [[gnu::always_inline]] void set(const variable_operand<T>& x, const T& weight) {
    weights[Position] = weight;
    variables[Position] = &x;
  }
};

/// Sweeps with plain products: of built-in numbers, of others single operations. The variables of `e` are those from Position on.
template <int Position, class T, class Adjoint, class Arguments>
[[gnu::always_inline]] inline void push_partials(const number_operand<T>&, const Adjoint&,
                                                 Arguments&) {}
template <int Position, class T, class Adjoint, class Arguments>
[[gnu::always_inline]] inline void push_partials(const variable_operand<T>& x,
                                                 const Adjoint& adjoint, Arguments& to) {
  if constexpr (std::same_as<Adjoint, adjoint_one>) {
    to.template set<Position>(x, T(1));
  } else if constexpr (std::same_as<Adjoint, adjoint_minus_one>) {
    to.template set<Position>(x, T(-1));
  } else {
    to.template set<Position>(x, adjoint);
  }
}

template <int K, int Position, opcode Op, class T, class Style, class... X, class Adjoint,
          class Arguments, class... Value>
[[gnu::always_inline]] inline void push_to_operand(const taped_expression<Op, T, Style, X...>& e,
                                                   const Adjoint& adjoint, Arguments& to,
                                                   const Value&... x) {
  const auto& child = operand_at<K>(e.operands);
  if constexpr (std::remove_cvref_t<decltype(child)>::leaves == 0) {
    return;
  } else if constexpr (Op == opcode::add || (Op == opcode::subtract && K == 0)) {
    push_partials<Position>(child, adjoint, to);
  } else if constexpr (Op == opcode::negate || Op == opcode::subtract) {
    push_partials<Position>(child, negated_adjoint(adjoint), to);
  } else {
    const auto p = partial_of<Op, K, T, has_constant_exponent<Op, T, X...>>(e.value(), x...);
    if constexpr (std::same_as<Adjoint, adjoint_one>) {
      push_partials<Position>(child, T(out_of_rule_of<T>(p)), to);
    } else if constexpr (std::same_as<Adjoint, adjoint_minus_one>) {
      using rule = std::remove_const_t<decltype(p)>;
      push_partials<Position>(child, T(out_of_rule_of<T>(rule(-p))), to);
    } else {
      push_partials<Position>(child, T(adjoint * p), to);
    }
  }
}
template <int Position, opcode Op, class T, class Style, class X, class Adjoint, class Arguments>
[[gnu::always_inline]] inline void push_partials(const taped_expression<Op, T, Style, X>& e,
                                                 const Adjoint& adjoint, Arguments& to) {
  push_to_operand<0, Position>(e, adjoint, to, e.operands.first.value());
}
template <int Position, opcode Op, class T, class Style, class X, class Y, class Adjoint,
          class Arguments>
[[gnu::always_inline]] inline void push_partials(const taped_expression<Op, T, Style, X, Y>& e,
                                                 const Adjoint& adjoint, Arguments& to) {
  const auto& [x, y] = e.operands;
  push_to_operand<0, Position>(e, adjoint, to, x.value(), y.value());
  push_to_operand<1, Position + X::leaves>(e, adjoint, to, x.value(), y.value());
}
template <int Position, opcode Op, class T, class Style, class X, class Y, class Z, class Adjoint,
          class Arguments>
[[gnu::always_inline]] inline void push_partials(const taped_expression<Op, T, Style, X, Y, Z>& e,
                                                 const Adjoint& adjoint, Arguments& to) {
  const auto& [x, y, z] = e.operands;
  push_to_operand<0, Position>(e, adjoint, to, x.value(), y.value(), z.value());
  push_to_operand<1, Position + X::leaves>(e, adjoint, to, x.value(), y.value(), z.value());
  push_to_operand<2, Position + X::leaves + Y::leaves>(e, adjoint, to, x.value(), y.value(),
                                                       z.value());
}

/// The tape of the first variable in an expression that has one.
template <class T>
[[gnu::always_inline]] constexpr recorder<T>* tape_of(const number_operand<T>&) noexcept {
  return nullptr;
}
template <class T>
[[gnu::always_inline]] constexpr recorder<T>* tape_of(const variable_operand<T>& x) noexcept {
  return x.tape;
}
template <opcode Op, class T, class Style, class... X>
[[gnu::always_inline]] constexpr recorder<T>* tape_of(
    const taped_expression<Op, T, Style, X...>& e) noexcept {
  recorder<T>* tape = tape_of(e.operands.first);
  if constexpr (sizeof...(X) > 1) {
    if (tape == nullptr) tape = tape_of(e.operands.second);
  }
  if constexpr (sizeof...(X) > 2) {
    if (tape == nullptr) tape = tape_of(e.operands.third);
  }
  return tape;
}

}  // namespace etad::inline ETAD_ABI::detail
