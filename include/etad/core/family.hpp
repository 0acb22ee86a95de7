// SPDX-License-Identifier: MIT
// Families of numbers: what applying an operation of the table means for numbers of etad's own, which
// core/functions.hpp calls by name. A family writes the operation down, or computes it with its
// derivative.
#pragma once

#include <type_traits>

#include <etad/core/opcode.hpp>

namespace etad::inline ETAD_ABI::detail {

/// No number of etad's own.
struct no_family {
  template <class... X>
  static constexpr bool accepts = false;
};

/// The family of X, a class with
///   accepts<X...>        whether operands of these types make a number of the family: X and what may
///                        stand beside it
///   never_throws<X...>   whether an operation on them is noexcept
///   apply<Op>(x...)      the operation
///   of_value<R>(f, x)    f of the value of x as an R, for functions that make whole numbers
/// Specialised beside each number.
template <class X>
struct family_of {
  using type = no_family;
};

template <class... X>
struct operand_types {};

/// The first family of an operand that accepts all of them: a formula accepts a traced number as a
/// constant, not the other way round.
template <class Operands, class... X>
struct accepting_family {
  using type = no_family;
};
template <class... Operand, class X, class... Rest>
struct accepting_family<operand_types<Operand...>, X, Rest...>
    : std::conditional_t<family_of<X>::type::template accepts<Operand...>, family_of<X>,
                         accepting_family<operand_types<Operand...>, Rest...>> {};

template <class... X>
using joint_family = typename accepting_family<operand_types<X...>, X...>::type;

/// Operands of a function: at least one number of etad's own, and what its family takes beside it.
template <class... X>
concept own_operands = joint_family<X...>::template accepts<X...>;

/// A number of etad's own.
template <class X>
concept own_number = own_operands<X>;

template <class... X>
inline constexpr bool own_never_throws = joint_family<X...>::template never_throws<X...>;

template <opcode Op, class... X>
[[gnu::always_inline]] constexpr auto apply_to_own(const X&... x) noexcept(own_never_throws<X...>) {
  return joint_family<X...>::template apply<Op>(x...);
}

}  // namespace etad::inline ETAD_ABI::detail
