// SPDX-License-Identifier: MIT
// select, stop_gradient and straight_through of duals: core/select.hpp says what they do.
#pragma once

#include <etad/core/select.hpp>
#include <etad/dual/limits.hpp>
#include <etad/dual/rules.hpp>

namespace etad::inline ETAD_ABI {

template <class X, class Y>
  requires(!std::same_as<X, Y> && detail::dual_operands<X, Y>)
constexpr detail::joint_dual<X, Y> select(bool mask, const X& x, const Y& y) {
  using result = detail::joint_dual<X, Y>;
  detail::require_one_level<result, X, Y>();
  return mask ? result(x) : result(y);
}
/// Lane by lane, for duals over packs of points.
template <class Mask, detail::dual_number D>
  requires(!std::convertible_to<const Mask&, bool>)
constexpr D select(const Mask& mask, const D& x, const D& y) {
  D result(select(mask, x.value(), y.value()));
  for (int k = 0; k < D::tangents; ++k) {
    result.set_tangent(k, select(mask, x.all_tangents()[k], y.all_tangents()[k]));
  }
  return result;
}

template <class T, int Count, class Lanes, class Tag>
constexpr dual<T, Count, Lanes, Tag> stop_gradient(const dual<T, Count, Lanes, Tag>& x) {
  return dual<T, Count, Lanes, Tag>(stop_gradient(x.value()));
}

template <class X, class Y>
  requires detail::dual_operands<X, Y>
constexpr detail::joint_dual<X, Y> straight_through(const X& value, const Y& surrogate) {
  using result = detail::joint_dual<X, Y>;
  detail::require_one_level<result, X, Y>();
  if constexpr (detail::is_dual<Y>) {
    return result(straight_through(detail::primal<result>(value), surrogate.value()),
                  surrogate.all_tangents());
  } else {
    return stop_gradient(value);
  }
}

}  // namespace etad::inline ETAD_ABI
