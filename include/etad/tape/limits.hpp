// SPDX-License-Identifier: MIT
// What the standard library asks of a number type: std::numeric_limits and std::common_type.
#pragma once

#include <limits>
#include <type_traits>

#include <etad/tape/variable.hpp>

namespace std {

/// The limits of the value; those that are numbers come as constants.
template <class T, class Style>
class numeric_limits<etad::variable<T, Style>> : public numeric_limits<T> {
  using number = etad::variable<T, Style>;

 public:
  static number(min)() noexcept { return number((numeric_limits<T>::min)()); }
  static number(max)() noexcept { return number((numeric_limits<T>::max)()); }
  static number lowest() noexcept { return number(numeric_limits<T>::lowest()); }
  static number epsilon() noexcept { return number(numeric_limits<T>::epsilon()); }
  static number round_error() noexcept { return number(numeric_limits<T>::round_error()); }
  static number infinity() noexcept { return number(numeric_limits<T>::infinity()); }
  static number quiet_NaN() noexcept { return number(numeric_limits<T>::quiet_NaN()); }
  static number signaling_NaN() noexcept { return number(numeric_limits<T>::signaling_NaN()); }
  static number denorm_min() noexcept { return number(numeric_limits<T>::denorm_min()); }
};

/// A variable and a built-in number make a variable.
template <class T, class Style, class A>
  requires std::is_arithmetic_v<A>
struct common_type<etad::variable<T, Style>, A> {
  using type = etad::variable<T, Style>;
};
template <class T, class Style, class A>
  requires std::is_arithmetic_v<A>
struct common_type<A, etad::variable<T, Style>> {
  using type = etad::variable<T, Style>;
};

}  // namespace std
