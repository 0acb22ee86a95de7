// SPDX-License-Identifier: MIT
// std::numeric_limits of traced values and of formulas, so that loops and tolerances that ask for them
// run as on plain numbers.
#pragma once

#include <limits>

#include <etad/expr/probe.hpp>
#include <etad/expr/traced.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A constant that is another number in each format.
constexpr traced limit_of(float f, double d, long double l) {
  return traced(literal(f, d, l, false));
}

}  // namespace etad::inline ETAD_ABI::detail

namespace std {

/// Numbers, such as epsilon(), are those of the scalar type of the call. Whole numbers and flags, such as
/// digits, are those of double, since one program serves all scalar types.
template <>
class numeric_limits<etad::traced> : public numeric_limits<double> {
  using f = numeric_limits<float>;
  using d = numeric_limits<double>;
  using l = numeric_limits<long double>;

 public:
  static constexpr etad::traced(min)() noexcept {
    return etad::detail::limit_of((f::min)(), (d::min)(), (l::min)());
  }
  static constexpr etad::traced(max)() noexcept {
    return etad::detail::limit_of((f::max)(), (d::max)(), (l::max)());
  }
  static constexpr etad::traced lowest() noexcept {
    return etad::detail::limit_of(f::lowest(), d::lowest(), l::lowest());
  }
  static constexpr etad::traced epsilon() noexcept {
    return etad::detail::limit_of(f::epsilon(), d::epsilon(), l::epsilon());
  }
  static constexpr etad::traced denorm_min() noexcept {
    return etad::detail::limit_of(f::denorm_min(), d::denorm_min(), l::denorm_min());
  }
  static constexpr etad::traced round_error() noexcept { return 0.5; }
  static constexpr etad::traced infinity() noexcept { return d::infinity(); }
  static constexpr etad::traced quiet_NaN() noexcept { return d::quiet_NaN(); }
  static constexpr etad::traced signaling_NaN() noexcept { return d::quiet_NaN(); }
};

/// Those of double; as numbers they are constants.
template <class Node, class T, int Count>
class numeric_limits<etad::formula<Node, T, Count>> : public numeric_limits<double> {};

/// A look at a callable: what it takes from here it keeps in variables, so that it is no formula.
template <class F, etad::detail::kind Kind>
class numeric_limits<etad::formula<etad::detail::probe_node<F, Kind>, double, 0>>
    : public numeric_limits<double> {
  using number = etad::formula<etad::detail::probe_node<F, Kind>, double, 0>;

 public:
  static constexpr auto(min)() noexcept { return number(0.0); }
  static constexpr auto(max)() noexcept { return number(0.0); }
  static constexpr auto lowest() noexcept { return number(0.0); }
  static constexpr auto epsilon() noexcept { return number(0.0); }
  static constexpr auto denorm_min() noexcept { return number(0.0); }
  static constexpr auto round_error() noexcept { return number(0.0); }
  static constexpr auto infinity() noexcept { return number(0.0); }
  static constexpr auto quiet_NaN() noexcept { return number(0.0); }
  static constexpr auto signaling_NaN() noexcept { return number(0.0); }
};

/// A number of etad's and a built-in number make one of etad's.
template <class A>
  requires std::is_arithmetic_v<A>
struct common_type<etad::traced, A> {
  using type = etad::traced;
};
template <class A>
  requires std::is_arithmetic_v<A>
struct common_type<A, etad::traced> {
  using type = etad::traced;
};

}  // namespace std
