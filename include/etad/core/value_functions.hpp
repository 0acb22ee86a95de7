// SPDX-License-Identifier: MIT
// Functions that make whole numbers of numbers of etad's own: steps, so that nothing is lost with the
// derivative. A family whose values are known computes them; a function that asks one whose values are
// not for them runs on dual numbers instead.
#pragma once

#include <cmath>

#include <etad/core/composed_functions.hpp>
#include <etad/core/functions.hpp>
#include <etad/core/gamma_functions.hpp>
#include <etad/core/real_number.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// f of the value of x, which is built-in or of a number class; each family has its `of_value`.
template <class Result, class F, class X>
auto of_value(F f, const X& x) {
  return joint_family<X>::template of_value<Result>(f, x);
}

}  // namespace detail

template <detail::own_number X>
auto lround(const X& x) {
  using std::lround;
  return detail::of_value<long>([](const auto& v) { return lround(v); }, x);
}
template <detail::own_number X>
auto llround(const X& x) {
  using std::llround;
  return detail::of_value<long long>([](const auto& v) { return llround(v); }, x);
}
template <detail::own_number X>
auto lrint(const X& x) {
  using std::lrint;
  return detail::of_value<long>([](const auto& v) { return lrint(v); }, x);
}
template <detail::own_number X>
auto llrint(const X& x) {
  using std::llrint;
  return detail::of_value<long long>([](const auto& v) { return llrint(v); }, x);
}
template <detail::own_number X>
auto ilogb(const X& x) {
  using std::ilogb;
  return detail::of_value<int>([](const auto& v) { return ilogb(v); }, x);
}

}  // namespace etad::inline ETAD_ABI
