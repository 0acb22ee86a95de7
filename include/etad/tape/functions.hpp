// SPDX-License-Identifier: MIT
// The mathematical functions of variables: their names stand in core/functions.hpp.
#pragma once

#include <etad/core/value_functions.hpp>
#include <etad/tape/operators.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Operations that become part of a statement on a tape.
struct tape_family {
  template <class... X>
  static constexpr bool accepts = taped_operands<X...>;
  template <class... X>
  static constexpr bool never_throws = false;

  template <opcode Op, class... X>
  [[gnu::always_inline]] static constexpr auto apply(const X&... x) {
    return taped_operation<Op>(x...);
  }
  template <class Result, class F, class X>
  static Result of_value(F f, const X& x) {
    return static_cast<Result>(f(plain_value(x)));
  }
};
template <class T, class Style>
struct family_of<variable<T, Style>> {
  using type = tape_family;
};
template <opcode Op, class T, class Style, class... X>
struct family_of<taped_expression<Op, T, Style, X...>> {
  using type = tape_family;
};

}  // namespace etad::inline ETAD_ABI::detail
