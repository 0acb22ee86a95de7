// SPDX-License-Identifier: MIT
// Functions that look at the value of a dual alone, and the selection between duals.
#pragma once

#include <cmath>

#include <etad/dual/operators.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <std::floating_point T>
constexpr bool has_sign_bit(T x) noexcept {
  return cx::signbit(x);
}
template <class T>
constexpr auto has_sign_bit(const T& x) {
  return signbit(x);
}

/// x where the mask holds, y elsewhere.
template <class T>
constexpr T pick(bool mask, const T& x, const T& y) {
  return mask ? x : y;
}

}  // namespace detail

template <detail::dual_number D>
constexpr auto isfinite(const D& x) noexcept {
  return detail::is_finite(x.value());
}
template <detail::dual_number D>
constexpr auto isnan(const D& x) noexcept {
  return !(x.value() == x.value());
}
template <detail::dual_number D>
constexpr auto isinf(const D& x) noexcept {
  return !detail::either(isfinite(x), isnan(x));
}
template <detail::dual_number D>
constexpr auto isnormal(const D& x) noexcept {
  const auto& v = x.value();
  const auto least = detail::smallest_normal_like(v);
  return detail::both(isfinite(x), detail::either(v >= least, v <= -least));
}
template <detail::dual_number D>
constexpr auto signbit(const D& x) noexcept {
  return detail::has_sign_bit(x.value());
}

/// x where the mask holds, y elsewhere; the tangents of the other do not matter.
template <class T, int N, class Lanes, class Tag>
constexpr dual<T, N, Lanes, Tag> select(bool mask, const dual<T, N, Lanes, Tag>& x,
                                        const dual<T, N, Lanes, Tag>& y) {
  return mask ? x : y;
}
template <class X, class Y>
  requires(detail::dual_operands<X, Y> && !std::same_as<X, Y>)
constexpr detail::joint_dual<X, Y> select(bool mask, const X& x, const Y& y) {
  using result = detail::joint_dual<X, Y>;
  detail::require_one_level<result, X, Y>();
  return mask ? result(x) : result(y);
}

/// As std::clamp: the derivative belongs to the value that is returned.
template <class X, class Y, class Z>
  requires detail::dual_operands<X, Y, Z>
constexpr detail::joint_dual<X, Y, Z> clamp(const X& x, const Y& low, const Z& high) {
  using result = detail::joint_dual<X, Y, Z>;
  detail::require_one_level<result, X, Y, Z>();
  const result value(x), least(low), most(high);
  return select(value < least, least, select(most < value, most, value));
}

// Comparisons that raise no floating-point exceptions in <cmath>.

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto isgreater(const X& x, const Y& y) noexcept { return x > y; }
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto isgreaterequal(const X& x, const Y& y) noexcept { return x >= y; }
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto isless(const X& x, const Y& y) noexcept { return x < y; }
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto islessequal(const X& x, const Y& y) noexcept { return x <= y; }
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto islessgreater(const X& x, const Y& y) noexcept { return detail::either(x<y, x> y); }
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto isunordered(const X& x, const Y& y) noexcept {
  return !detail::both(x == x, y == y);
}

}  // namespace etad::inline ETAD_ABI
