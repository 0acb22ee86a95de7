// SPDX-License-Identifier: MIT
// What the standard library asks of a number type: std::numeric_limits and std::common_type.
#pragma once

#include <limits>
#include <type_traits>

#include <etad/dual/dual.hpp>

namespace std {

/// The limits of the value; those that are numbers come as duals with tangents 0.
template <class T, int Count, class Lanes, class Tag>
class numeric_limits<etad::dual<T, Count, Lanes, Tag>> : public numeric_limits<T> {
  using number = etad::dual<T, Count, Lanes, Tag>;

 public:
  static constexpr number(min)() noexcept { return number((numeric_limits<T>::min)()); }
  static constexpr number(max)() noexcept { return number((numeric_limits<T>::max)()); }
  static constexpr number lowest() noexcept { return number(numeric_limits<T>::lowest()); }
  static constexpr number epsilon() noexcept { return number(numeric_limits<T>::epsilon()); }
  static constexpr number round_error() noexcept {
    return number(numeric_limits<T>::round_error());
  }
  static constexpr number infinity() noexcept { return number(numeric_limits<T>::infinity()); }
  static constexpr number quiet_NaN() noexcept { return number(numeric_limits<T>::quiet_NaN()); }
  static constexpr number signaling_NaN() noexcept {
    return number(numeric_limits<T>::signaling_NaN());
  }
  static constexpr number denorm_min() noexcept { return number(numeric_limits<T>::denorm_min()); }
};

/// A dual and a built-in number make a dual.
template <class T, int Count, class Lanes, class Tag, class A>
  requires std::is_arithmetic_v<A>
struct common_type<etad::dual<T, Count, Lanes, Tag>, A> {
  using type = etad::dual<T, Count, Lanes, Tag>;
};
template <class T, int Count, class Lanes, class Tag, class A>
  requires std::is_arithmetic_v<A>
struct common_type<A, etad::dual<T, Count, Lanes, Tag>> {
  using type = etad::dual<T, Count, Lanes, Tag>;
};

}  // namespace std
