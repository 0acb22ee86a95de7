// SPDX-License-Identifier: MIT
// Functions of <cmath>, <numeric> and <complex> that are made of other operations, for all numbers of
// etad's own.
#pragma once

#include <limits>

#include <etad/core/functions.hpp>
#include <etad/core/select.hpp>

namespace etad::inline ETAD_ABI {

/// The square of a real number, as std::norm.
template <detail::own_number X>
constexpr auto norm(const X& x) {
  return x * x;
}

/// (a + b) / 2 without overflow of the sum, as std::midpoint.
template <class A, class B>
  requires detail::own_operands<A, B>
constexpr auto midpoint(const A& a, const B& b) {
  const auto sum = a + b;
  return select(abs(sum) < std::numeric_limits<double>::infinity(), sum * 0.5, a * 0.5 + b * 0.5);
}

/// a + t*(b - a), with the value of std::lerp: exact at t = 0 and 1, monotonic in t, never beyond b for t
/// below 1. The slopes are those of the formula. No branches.
template <class A, class B, class T>
  requires detail::own_operands<A, B, T>
constexpr auto lerp(const A& a, const B& b, const T& t) {
  const auto sloped = a + t * (b - a);
  const auto opposite_signs = t * b + (1.0 - t) * a;
  const auto upper = select(b < sloped, sloped, b);
  const auto lower = select(b > sloped, sloped, b);
  const auto bounded = select(t > 1.0, select(b > a, upper, lower), select(b > a, lower, upper));
  const auto exact = select(t == 1.0, b, bounded);
  return straight_through(select(a <= 0.0, select(b >= 0.0, opposite_signs, exact),
                                 select(a >= 0.0, select(b <= 0.0, opposite_signs, exact), exact)),
                          sloped);
}

}  // namespace etad::inline ETAD_ABI
