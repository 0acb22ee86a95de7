// SPDX-License-Identifier: MIT
// Arithmetic and comparisons of variables, expressions and numbers that stand on no tape.
#pragma once

#include <etad/tape/variable.hpp>

namespace etad::inline ETAD_ABI {

template <detail::taped X>
[[gnu::always_inline]] constexpr X operator+(const X& x) {
  return x;
}
template <detail::taped X>
[[gnu::always_inline]] constexpr auto operator-(const X& x) {
  return detail::taped_operation<detail::opcode::negate>(x);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr auto operator+(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::add>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr auto operator-(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::subtract>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr auto operator*(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::multiply>(x, y);
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr auto operator/(const X& x, const Y& y) {
  return detail::taped_operation<detail::opcode::divide>(x, y);
}

// Comparisons look at values alone.

namespace detail {

/// One level down: the value of a variable, any other number as one of the values.
template <class Traits, class X>
[[gnu::always_inline]] constexpr decltype(auto) compared_value(const X& x) {
  if constexpr (taped_traits<X>::depth == Traits::depth) {
    return x.value();
  } else {
    return typename Traits::number(x);
  }
}
template <class X, class Y, class Compare>
[[gnu::always_inline]] constexpr bool compare_taped(const X& x, const Y& y, Compare compare) {
  using traits = joint_traits<X, Y>;
  return compare(compared_value<traits>(x), compared_value<traits>(y));
}

}  // namespace detail

template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr bool operator<(const X& x, const Y& y) {
  return detail::compare_taped(x, y, [](const auto& a, const auto& b) { return a < b; });
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr bool operator<=(const X& x, const Y& y) {
  return detail::compare_taped(x, y, [](const auto& a, const auto& b) { return a <= b; });
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr bool operator>(const X& x, const Y& y) {
  return detail::compare_taped(x, y, [](const auto& a, const auto& b) { return a > b; });
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr bool operator>=(const X& x, const Y& y) {
  return detail::compare_taped(x, y, [](const auto& a, const auto& b) { return a >= b; });
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr bool operator==(const X& x, const Y& y) {
  return detail::compare_taped(x, y, [](const auto& a, const auto& b) { return a == b; });
}
template <class X, class Y>
  requires detail::taped_operands<X, Y>
[[gnu::always_inline]] constexpr bool operator!=(const X& x, const Y& y) {
  return detail::compare_taped(x, y, [](const auto& a, const auto& b) { return a != b; });
}

}  // namespace etad::inline ETAD_ABI
