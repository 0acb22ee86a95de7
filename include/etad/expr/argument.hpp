// SPDX-License-Identifier: MIT
// What formulas are made of: their arguments, and numbers that are part of the type.
#pragma once

#include <etad/expr/formula_functions.hpp>
#include <etad/expr/formula_join.hpp>

namespace etad::inline ETAD_ABI {

/// Argument number Index of a formula, counted from 0: `sin(arg<0> * arg<1>) + exp(arg<0>)`.
template <int Index>
  requires(Index >= 0)
inline constexpr formula<detail::argument_node<Index>> arg{detail::no_constants};

/// A number that is part of the formula's type, `pow(arg<0>, constant<3>)`: the program knows it, as
/// it knows a literal in a traced function. A plain literal is a value of the formula, read at each
/// call.
template <auto Value>
  requires std::is_arithmetic_v<decltype(Value)>
inline constexpr formula<detail::fixed_node<Value>> constant{detail::no_constants};

}  // namespace etad::inline ETAD_ABI
