// SPDX-License-Identifier: MIT
// Functions that look at the value of a dual alone, and the selection between duals.
#pragma once

#include <cmath>

#include <etad/dual/operators.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <std::floating_point T>
constexpr bool has_sign_bit(const T& x) noexcept {
  return cx::signbit(x);
}
template <class T>
constexpr auto has_sign_bit(const T& x) {
  return signbit(x);
}

// Masks of lanes. Unqualified calls, so that the functions of packs are found.

template <class X>
constexpr auto not_finite_number(const X& x) {
  return !either(is_finite(x), !(x == x));
}
template <class X>
constexpr auto normal_number(const X& x) {
  const X least = smallest_normal_like(x);
  return both(is_finite(x), either(x >= least, x <= -least));
}
template <class Mask>
constexpr Mask one_or_other(const Mask& x, const Mask& y) {
  return either(x, y);
}

template <class Mask>
concept mask_of_several = !std::is_arithmetic_v<Mask> && requires(const Mask& m) {
  !m;
  m[0];
  all(m);
};

/// x in the lanes where the mask holds, y in the others, of values and tangents.
template <mask_of_several Mask, class T, int Count, class Lanes, class Tag>
constexpr dual<T, Count, Lanes, Tag> blend(const Mask& mask, const dual<T, Count, Lanes, Tag>& x,
                                           const dual<T, Count, Lanes, Tag>& y) {
  using result = dual<T, Count, Lanes, Tag>;
  using store = typename result::store;
  return result(blend(mask, x.value(), y.value()), [&] {
    return store(each_element{}, [&](int k) {
      return blend(mask, x.all_tangents().elements[k], y.all_tangents().elements[k]);
    });
  });
}
template <mask_of_several Mask, class T, int Count, class Lanes, class Tag, class F>
constexpr dual<T, Count, Lanes, Tag> edge(const Mask& regular,
                                          const dual<T, Count, Lanes, Tag>& value, F singular) {
  return all(regular) ? value : blend(regular, value, dual<T, Count, Lanes, Tag>(singular()));
}

template <dual_number D>
constexpr D pick(bool mask, const D& x, const D& y) {
  return mask ? x : y;
}
template <mask_of_several Mask, dual_number D>
constexpr D pick(const Mask& mask, const D& x, const D& y) {
  return blend(mask, x, y);
}

}  // namespace detail

template <detail::dual_number D>
constexpr auto isfinite(const D& x) noexcept {
  return detail::operation<detail::opcode::is_finite>::value(x.value());
}
template <detail::dual_number D>
constexpr auto isnan(const D& x) noexcept {
  return !(x.value() == x.value());
}
template <detail::dual_number D>
constexpr auto isinf(const D& x) noexcept {
  return detail::not_finite_number(x.value());
}
template <detail::dual_number D>
constexpr auto isnormal(const D& x) noexcept {
  return detail::normal_number(x.value());
}
template <detail::dual_number D>
constexpr auto signbit(const D& x) noexcept {
  return detail::has_sign_bit(x.value());
}

/// x where the mask holds, y elsewhere; the tangents of the other do not matter. The mask is a bool,
/// or a mask of lanes for duals over packs.
template <class T, int Count, class Lanes, class Tag>
constexpr dual<T, Count, Lanes, Tag> select(bool mask, const dual<T, Count, Lanes, Tag>& x,
                                            const dual<T, Count, Lanes, Tag>& y) {
  return mask ? x : y;
}
template <class Mask, class X, class Y>
  requires(detail::dual_operands<X, Y> && !(std::same_as<Mask, bool> && std::same_as<X, Y>))
constexpr detail::joint_dual<X, Y> select(const Mask& mask, const X& x, const Y& y) {
  using result = detail::joint_dual<X, Y>;
  detail::require_one_level<result, X, Y>();
  return detail::pick(mask, result(x), result(y));
}

/// As std::clamp: the derivative belongs to the value that is returned.
template <class X, class Y, class Z>
  requires detail::dual_operands<X, Y, Z>
constexpr detail::joint_dual<X, Y, Z> clamp(const X& x, const Y& low, const Z& high) {
  using result = detail::joint_dual<X, Y, Z>;
  detail::require_one_level<result, X, Y, Z>();
  const result value(x), least(low), most(high);
  return detail::pick(value < least, least, detail::pick(most < value, most, value));
}

// More specialised than std::clamp.
template <class T, int Count, class Lanes, class Tag>
constexpr dual<T, Count, Lanes, Tag> clamp(const dual<T, Count, Lanes, Tag>& x,
                                           const dual<T, Count, Lanes, Tag>& low,
                                           const dual<T, Count, Lanes, Tag>& high) {
  return detail::pick(x < low, low, detail::pick(high < x, high, x));
}

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto islessgreater(const X& x, const Y& y) noexcept { return detail::either(x<y, x> y); }
template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr auto isunordered(const X& x, const Y& y) noexcept {
  return detail::one_or_other(x != x, y != y);
}

}  // namespace etad::inline ETAD_ABI
