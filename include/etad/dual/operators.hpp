// SPDX-License-Identifier: MIT
// Arithmetic and comparisons of duals, with each other and with numbers without tangents.
#pragma once

#include <etad/dual/rules.hpp>

namespace etad::inline ETAD_ABI {

template <detail::dual_number D>
constexpr D operator+(const D& x) noexcept(detail::never_throws<D>) {
  return x;
}
template <detail::dual_number D>
constexpr D operator-(const D& x) noexcept(detail::never_throws<D>) {
  return D(-x.value(), [&] { return detail::negated(x.all_tangents()); });
}

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> operator+(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  using result = detail::joint_dual<X, Y>;
  detail::require_one_level<result, X, Y>();
  const auto r = detail::operation<detail::opcode::add>::value(detail::primal<result>(x),
                                                               detail::primal<result>(y));
  if constexpr (!detail::is_dual<X>) {
    return result(r, y.all_tangents());
  } else if constexpr (!detail::is_dual<Y>) {
    return result(r, x.all_tangents());
  } else {
    return result(r, [&] { return detail::added(x.all_tangents(), y.all_tangents()); });
  }
}

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> operator-(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  using result = detail::joint_dual<X, Y>;
  detail::require_one_level<result, X, Y>();
  const auto r = detail::operation<detail::opcode::subtract>::value(detail::primal<result>(x),
                                                                    detail::primal<result>(y));
  if constexpr (!detail::is_dual<X>) {
    return result(r, [&] { return detail::negated(y.all_tangents()); });
  } else if constexpr (!detail::is_dual<Y>) {
    return result(r, x.all_tangents());
  } else {
    return result(r, [&] { return detail::subtracted(x.all_tangents(), y.all_tangents()); });
  }
}

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> operator*(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  using result = detail::joint_dual<X, Y>;
  detail::require_one_level<result, X, Y>();
  const auto& u = detail::primal<result>(x);
  const auto& v = detail::primal<result>(y);
  const auto r = detail::operation<detail::opcode::multiply>::value(u, v);
  return result(r, [&] {
    if constexpr (!detail::is_dual<X>) {
      return detail::scaled_by_factor<result>(r, u, y.all_tangents());
    } else if constexpr (!detail::is_dual<Y>) {
      return detail::scaled_by_factor<result>(r, v, x.all_tangents());
    } else {
      return detail::combined_by_factors<result>(r, v, x.all_tangents(), u, y.all_tangents());
    }
  });
}

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> operator/(const X& x, const Y& y) noexcept(
    detail::never_throws<detail::joint_dual<X, Y>>) {
  return detail::apply_rule<detail::opcode::divide>(x, y);
}

template <detail::dual_number D, class Y>
  requires detail::dual_operands<D, Y>
constexpr D& operator+=(D& x, const Y& y) noexcept(detail::never_throws<D>) { return x = x + y; }
template <detail::dual_number D, class Y>
  requires detail::dual_operands<D, Y>
constexpr D& operator-=(D& x, const Y& y) noexcept(detail::never_throws<D>) { return x = x - y; }
template <detail::dual_number D, class Y>
  requires detail::dual_operands<D, Y>
constexpr D& operator*=(D& x, const Y& y) noexcept(detail::never_throws<D>) { return x = x * y; }
template <detail::dual_number D, class Y>
  requires detail::dual_operands<D, Y>
constexpr D& operator/=(D& x, const Y& y) noexcept(detail::never_throws<D>) { return x = x / y; }

template <detail::dual_number D>
constexpr D& operator++(D& x) noexcept(detail::never_throws<D>) {
  return x += 1;
}
template <detail::dual_number D>
constexpr D& operator--(D& x) noexcept(detail::never_throws<D>) {
  return x -= 1;
}
template <detail::dual_number D>
constexpr D operator++(D& x, int) noexcept(detail::never_throws<D>) {
  const D old = x;
  ++x;
  return old;
}
template <detail::dual_number D>
constexpr D operator--(D& x, int) noexcept(detail::never_throws<D>) {
  const D old = x;
  --x;
  return old;
}

// Comparisons look at values alone.

namespace detail {

/// One level down: the value of a dual, a number in the format of the base.
template <class D, class X>
constexpr decltype(auto) compared(const X& x) {
  if constexpr (is_dual<X>) {
    return x.value();
  } else {
    return static_cast<base_scalar<D>>(x);
  }
}

template <class X, class Y, class Compare>
constexpr auto compare_values(const X& x, const Y& y, Compare compare) {
  using D = joint_dual<X, Y>;
  require_one_level<D, X, Y>();
  return compare(compared<D>(x), compared<D>(y));
}

}  // namespace detail

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto operator<(const X& x, const Y& y) noexcept {
  return detail::compare_values(x, y,
                                [](const auto& a, const auto& b) { return detail::is_less(a, b); });
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto operator<=(const X& x, const Y& y) noexcept {
  return detail::compare_values(
      x, y, [](const auto& a, const auto& b) { return detail::is_at_most(a, b); });
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto operator>(const X& x, const Y& y) noexcept {
  return detail::compare_values(
      x, y, [](const auto& a, const auto& b) { return detail::is_greater(a, b); });
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto operator>=(const X& x, const Y& y) noexcept {
  return detail::compare_values(
      x, y, [](const auto& a, const auto& b) { return detail::is_at_least(a, b); });
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto operator==(const X& x, const Y& y) noexcept {
  return detail::compare_values(x, y, [](const auto& a, const auto& b) { return a == b; });
}
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto operator!=(const X& x, const Y& y) noexcept {
  return detail::compare_values(x, y, [](const auto& a, const auto& b) { return a != b; });
}

}  // namespace etad::inline ETAD_ABI
