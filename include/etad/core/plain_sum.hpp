// SPDX-License-Identifier: MIT
// double sum = 0; sum += x; where x depends on the variables: the commonest mistake, refused with a reason.
#pragma once

#include <type_traits>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// A number that depends on variables, of which built-in numbers know nothing.
template <class X>
inline constexpr bool is_variable_number = false;

template <class Sum, class X>
concept plain_sum = std::is_arithmetic_v<Sum> && is_variable_number<X>;

template <class Sum>
constexpr Sum& refuse_plain_sum(Sum& sum) {
  static_assert(
      sizeof(Sum) == 0,
      "ETAD-071: etad requires what depends on the variables to be kept in numbers of their type; "
      "a "
      "double or another built-in number was to take it by +=, -=, *= or /=, as in double sum = 0; "
      "sum += x[k]. Write auto sum = 0.0 * x[0], or T sum(0.0) with T the type of x[0].");
  return sum;
}

}  // namespace detail

template <class Sum, class X>
  requires detail::plain_sum<Sum, X>
constexpr Sum& operator+=(Sum& sum, const X&) { return detail::refuse_plain_sum(sum); }
template <class Sum, class X>
  requires detail::plain_sum<Sum, X>
constexpr Sum& operator-=(Sum& sum, const X&) { return detail::refuse_plain_sum(sum); }
template <class Sum, class X>
  requires detail::plain_sum<Sum, X>
constexpr Sum& operator*=(Sum& sum, const X&) { return detail::refuse_plain_sum(sum); }
template <class Sum, class X>
  requires detail::plain_sum<Sum, X>
constexpr Sum& operator/=(Sum& sum, const X&) { return detail::refuse_plain_sum(sum); }

}  // namespace etad::inline ETAD_ABI
