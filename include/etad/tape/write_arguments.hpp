// SPDX-License-Identifier: MIT
// The arguments of a statement, written to the tape: next to the arithmetic for small statements, by a
// function for each type of a larger one, so that a long function of the user's stays quick to compile.
#pragma once

#include <etad/tape/careful_partials.hpp>
#include <etad/tape/refusals.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Takes the arguments of a statement one by one. Neighbours with one index are one argument.
template <class T>
class argument_writer {
 public:
  using stored = argument_layout<T>;

  /// `first` is where the arguments of the statement begin, `end` where those before end.
  [[gnu::always_inline]] argument_writer(const recorder<T>* tape, std::byte* first, std::byte* end)
      : first_(first), end_(end), tape_(tape) {}

  [[gnu::always_inline]] void add(const variable_operand<T>& x, const T& weight) {
    if (x.tape != tape_) {
      if (x.tape == nullptr) return;
      refuse_other_tape();
    }
    std::byte* const last = end_ - stored::size;
    if (end_ != first_ && stored::index(last) == x.index) {
      stored::set_weight(last, stored::weight(last) + weight);
    } else {
      stored::store(end_, x.index, weight);
      end_ += stored::size;
    }
  }
  template <int Position>
  [[gnu::always_inline]] void set(const variable_operand<T>& x, const T& weight) {
    add(x, weight);
  }
  std::byte* end() const noexcept { return end_; }

 private:
  std::byte* first_;
  std::byte* end_;
  const recorder<T>* tape_;
};

/// The arguments that a statement has worked out; the same code for all statements. An argument of the index 0 behind
/// them says that zeros among them are `doubtful`.
template <class T>
[[gnu::noinline]] std::byte* write_worked_out(const T* weights,
                                              const variable_operand<T>* const* variables,
                                              std::size_t count, bool doubtful,
                                              const recorder<T>* tape, std::byte* first,
                                              std::byte* end) {
  argument_writer<T> writer(tape, first, end);
  for (std::size_t k = 0; k < count; ++k) writer.add(*variables[k], weights[k]);
  std::byte* const last = writer.end();
  if (!doubtful) return last;
  argument_layout<T>::store(last, tape_index{0}, T(0));
  return last + argument_layout<T>::size;
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

/// One operation on variables and numbers: its partials are its weights, which nothing multiplies.
template <class X>
inline constexpr bool is_single = false;
template <opcode Op, class T, class Style, class... X>
inline constexpr bool is_single<taped_expression<Op, T, Style, X...>> = (!requires { X::arity; } &&
                                                                         ...);

/// The arguments that a statement may write.
template <class Expression>
inline constexpr std::size_t most_arguments = std::size_t{Expression::leaves} +
                                              (is_plain<Expression> ? 0 : 1);

/// The variables in a statement that is recorded next to the arithmetic; a larger one calls a function for its
/// type.
inline constexpr int small_statement = 3;
template <class T, class Expression>
inline constexpr bool is_small =
    std::is_arithmetic_v<T>&& is_plain<Expression>&& Expression::leaves <= small_statement;

/// 0, or NaN where an operand is infinite and hides it.
template <class X>
[[gnu::always_inline]] inline auto hidden_overflow(const X& x) {
  return std::remove_cvref_t<decltype(x.value())>(0);
}
template <opcode Op, class T, class Style, class... X>
[[gnu::always_inline]] inline T hidden_overflow(const taped_expression<Op, T, Style, X...>& e) {
  const auto of = [](const auto& x) __attribute__((always_inline)) {
    const T inside = hidden_overflow(x);
    if constexpr (hides_overflow(Op) && std::remove_cvref_t<decltype(x)>::leaves > 0) {
      return inside + (x.value() - x.value());
    } else {
      return inside;
    }
  };
  T sum = of(e.operands.first);
  if constexpr (sizeof...(X) > 1) sum += of(e.operands.second);
  if constexpr (sizeof...(X) > 2) sum += of(e.operands.third);
  return sum;
}

/// Returns whether zeros among the weights are doubtful.
template <class T, class Expression, class Adjoint>
[[gnu::always_inline]] inline bool work_out(const Expression& e, Adjoint adjoint,
                                            statement_arguments<T, Expression::leaves>& to) {
  constexpr int unit = std::same_as<Adjoint, adjoint_one> ? 1 : -1;
  if constexpr (std::is_arithmetic_v<T>) {
    push_partials<0>(e, adjoint, to);
    bool numbers = hidden_overflow(e) == 0;
    for (const T& weight : to.weights) numbers &= weight == weight;
    if (!numbers) [[unlikely]]
      return weigh_carefully(e, unit, to.weights);
    return false;
  } else {
    point_at_variables(e, to.variables);
    return weigh_carefully(e, unit, to.weights);
  }
}

/// Writes the arguments of a statement, which begin at `first`, from `end` on; returns their end.
template <class Expression, class Adjoint, class T>
[[gnu::always_inline]] inline std::byte* write_arguments(const Expression& e, Adjoint adjoint,
                                                         const recorder<T>* tape, std::byte* first,
                                                         std::byte* end) {
  if constexpr (std::is_arithmetic_v<T> && is_plain<Expression>) {
    argument_writer<T> writer(tape, first, end);
    push_partials<0>(e, adjoint, writer);
    return writer.end();
  } else {
    if constexpr (is_plain<Expression> && is_single<Expression>) {
      if (is_finite(plain_value(e.value()))) [[likely]] {
        argument_writer<T> writer(tape, first, end);
        push_partials<0>(e, adjoint, writer);
        return writer.end();
      }
    }
    statement_arguments<T, Expression::leaves> arguments;
    const bool doubtful = work_out(e, adjoint, arguments);
    return write_worked_out(arguments.weights, arguments.variables,
                            static_cast<std::size_t>(Expression::leaves), doubtful, tape, first,
                            end);
  }
}

}  // namespace etad::inline ETAD_ABI::detail
