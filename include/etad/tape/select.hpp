// SPDX-License-Identifier: MIT
// Selections between variables, and operations that state a derivative: core/select.hpp says what they
// do.
#pragma once

#include <array>
#include <vector>

#include <etad/core/select.hpp>
#include <etad/tape/operators.hpp>

namespace etad::inline ETAD_ABI {

/// x where the condition holds, y elsewhere; the other one is not recorded.
template <class X, class Y>
  requires detail::taped_operands<X, Y>
inline detail::joint_variable<X, Y> select(bool condition, const X& x, const Y& y) {
  using result = detail::joint_variable<X, Y>;
  return condition ? result(x) : result(y);
}

/// As std::clamp: the derivative belongs to the value that is returned.
template <class X, class Y, class Z>
  requires detail::taped_operands<X, Y, Z>
inline detail::joint_variable<X, Y, Z> clamp(const X& x, const Y& low, const Z& high) {
  using result = detail::joint_variable<X, Y, Z>;
  return x < low ? result(low) : high < x ? result(high) : result(x);
}
// More specialised than std::clamp.
template <class T, class Style>
inline variable<T, Style> clamp(const variable<T, Style>& x, const variable<T, Style>& low,
                                const variable<T, Style>& high) {
  return x < low ? low : high < x ? high : x;
}

/// x as a constant: PyTorch's detach, JAX's stop_gradient.
template <detail::taped X>
inline detail::joint_variable<X> stop_gradient(const X& x) {
  return detail::joint_variable<X>(stop_gradient(x.value()));
}
template <detail::taped X>
inline detail::joint_variable<X> detach(const X& x) {
  return stop_gradient(x);
}
/// The same for every number of a container of run-time size.
template <class T, class Style>
std::vector<variable<T, Style>> detach(const std::vector<variable<T, Style>>& x) {
  std::vector<variable<T, Style>> constants;
  constants.reserve(x.size());
  for (const auto& x_k : x) constants.push_back(stop_gradient(x_k));
  return constants;
}

/// The value of the first with the derivative of the second.
template <class X, class Y>
  requires detail::taped_operands<X, Y>
inline detail::joint_variable<X, Y> straight_through(const X& x, const Y& surrogate) {
  using result = detail::joint_variable<X, Y>;
  using traits = detail::joint_traits<X, Y>;
  const result like(surrogate);
  return result::on_tape(straight_through(detail::compared_value<traits>(x), like.value()),
                         like.tape(), like.shared_index());
}

}  // namespace etad::inline ETAD_ABI
