// SPDX-License-Identifier: MIT
// The partial derivatives of a statement: a reverse sweep through its expression, unrolled by the
// compiler, that writes the arguments of the record.
#pragma once

#include <etad/tape/expression.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Exactly zero, with all derivatives that it carries: nothing depends on it.
template <class T>
constexpr bool vanishes(const T& x) {
  if constexpr (is_variable<T>) {
    return x.is_constant() && vanishes(x.value());
  } else if constexpr (requires { x.all_tangents(); }) {
    bool zero = vanishes(x.value());
    for (int k = 0; k < T::tangents; ++k) zero = zero && vanishes(x.all_tangents()[k]);
    return zero;
  } else {
    return x == T(0);
  }
}

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

template <bool Careful, class Adjoint, class R>
[[gnu::always_inline]] constexpr R times(const Adjoint& adjoint, const R& partial) {
  if constexpr (std::same_as<Adjoint, adjoint_one>) {
    return partial;
  } else if constexpr (std::same_as<Adjoint, adjoint_minus_one>) {
    return R(-partial);
  } else if constexpr (Careful) {
    return product_or_zero(adjoint, partial);
  } else {
    return product(adjoint, partial);
  }
}
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

/// Operations whose partials are finite where their operands are, and no overflow of their operands is
/// hidden by them.
constexpr bool has_plain_partials(opcode op) {
  switch (op) {
    case opcode::add:
    case opcode::subtract:
    case opcode::multiply:
    case opcode::negate:
    case opcode::fma:
    case opcode::sin:
    case opcode::cos:
    case opcode::tanh:
    case opcode::atan:
    case opcode::erf:
    case opcode::erfc:
    case opcode::asinh:
      return true;
    default:
      return false;
  }
}
template <class X>
inline constexpr bool is_plain = true;
template <opcode Op, class T, class Style, class... X>
inline constexpr bool is_plain<taped_expression<Op, T, Style, X...>> = has_plain_partials(Op) &&
                                                                       (is_plain<X> && ...);

/// Takes the arguments of a statement. Neighbours with one index are one argument.
template <class T>
class argument_sink {
 public:
  using stored = argument_layout<T>;

  [[gnu::always_inline]] argument_sink(recorder<T>* tape, std::byte* start)
      : end_(start), tape_(tape) {}

  [[gnu::always_inline]] void add(const variable_operand<T>& x, const T& weight) {
    if (x.tape != tape_) {
      if (x.tape == nullptr) return;
      refuse_other_tape();
    }
    if (x.index == last_) {
      last_weight_ = last_weight_ + weight;
      stored::set_weight(end_ - stored::size, last_weight_);
    } else {
      stored::store(end_, x.index, weight);
      end_ += stored::size;
      last_ = x.index;
      last_weight_ = weight;
    }
  }
  std::byte* end() const noexcept { return end_; }

 private:
  [[noreturn, gnu::noinline, gnu::cold]] static void refuse_other_tape() {
    throw_invalid_argument(
        "ETAD-110: etad requires the variables of one operation to stand on one tape; two tapes "
        "were "
        "seen. Use value(x) where a variable of another tape is meant as a constant.");
  }

  std::byte* end_;
  recorder<T>* tape_;
  tape_index last_ = 0;
  T last_weight_{};
};

template <bool Careful, class T, class Adjoint>
[[gnu::always_inline]] inline void push_partials(const number_operand<T>&, const Adjoint&,
                                                 argument_sink<T>&) {}

template <bool Careful, class T, class Adjoint>
[[gnu::always_inline]] inline void push_partials(const variable_operand<T>& x,
                                                 const Adjoint& adjoint, argument_sink<T>& sink) {
  if constexpr (std::same_as<Adjoint, adjoint_one>) {
    sink.add(x, T(1));
  } else if constexpr (std::same_as<Adjoint, adjoint_minus_one>) {
    sink.add(x, T(-1));
  } else {
    sink.add(x, out_of_rule_of<T>(adjoint));
  }
}

/// The partial of an operation by its operand K. A constant exponent is known to the rule of powers.
template <int K, opcode Op, class T, class Style, class... X>
[[gnu::always_inline]] constexpr auto partial_of(const taped_expression<Op, T, Style, X...>& e) {
  using row = operation<Op>;
  using R = typename rule_number<T>::type;
  const auto in = [](const auto& x) -> decltype(auto) { return in_rule_of<T>(x.value()); };
  if constexpr (sizeof...(X) == 1) {
    return R(row::partial(operand<0>{}, in(e.operands.first), in(e)));
  } else if constexpr (sizeof...(X) == 2) {
    if constexpr (Op == opcode::pow && std::is_arithmetic_v<T> &&
                  std::same_as<std::remove_cvref_t<decltype(e.operands.second)>,
                               number_operand<T>>) {
      return R(row::slope(e.operands.first.value(), e.operands.second.value(), e.value(),
                          static_cast<double>(e.operands.second.value())));
    } else {
      return R(row::partial(operand<K>{}, in(e.operands.first), in(e.operands.second), in(e)));
    }
  } else {
    return R(row::partial(operand<K>{}, in(e.operands.first), in(e.operands.second),
                          in(e.operands.third), in(e)));
  }
}

template <bool Careful, opcode Op, class T, class Style, class... X, class Adjoint>
[[gnu::always_inline]] inline void push_partials(const taped_expression<Op, T, Style, X...>& e,
                                                 const Adjoint& adjoint, argument_sink<T>& sink) {
  if constexpr (Op == opcode::negate) {
    push_partials<Careful>(e.operands.first, negated_adjoint(adjoint), sink);
  } else if constexpr (Op == opcode::add) {
    push_partials<Careful>(e.operands.first, adjoint, sink);
    push_partials<Careful>(e.operands.second, adjoint, sink);
  } else if constexpr (Op == opcode::subtract) {
    push_partials<Careful>(e.operands.first, adjoint, sink);
    push_partials<Careful>(e.operands.second, negated_adjoint(adjoint), sink);
  } else {
    const auto push = [&]<int K>(operand<K>) __attribute__((always_inline)) {
      using child = std::remove_cvref_t<decltype(operand_at<K>(e.operands))>;
      if constexpr (child::leaves > 0) {
        push_partials<Careful>(operand_at<K>(e.operands), times<Careful>(adjoint, partial_of<K>(e)),
                               sink);
      }
    };
    push(operand<0>{});
    if constexpr (sizeof...(X) > 1) push(operand<1>{});
    if constexpr (sizeof...(X) > 2) push(operand<2>{});
  }
}

/// Writes the arguments of a statement from `start`; returns their end.
template <class Statement, class Adjoint, class T>
[[gnu::always_inline]] inline std::byte* write_arguments(const Statement& e, Adjoint adjoint,
                                                         recorder<T>* tape, std::byte* start) {
  argument_sink<T> sink(tape, start);
  push_partials<!(std::is_arithmetic_v<T> && is_plain<Statement>)>(e, adjoint, sink);
  return sink.end();
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
