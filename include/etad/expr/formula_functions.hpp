// SPDX-License-Identifier: MIT
// The mathematical functions of formulas, found by argument-dependent look-up: the same as those of
// traced values (expr/functions.hpp).
#pragma once

#include <etad/expr/formula_operators.hpp>

namespace etad::inline ETAD_ABI {

template <detail::real_formula X>
constexpr auto sqrt(const X& x) {
  return detail::formula_of<detail::opcode::sqrt>(x);
}
template <detail::real_formula X>
constexpr auto cbrt(const X& x) {
  return detail::formula_of<detail::opcode::cbrt>(x);
}
template <detail::real_formula X>
constexpr auto exp(const X& x) {
  return detail::formula_of<detail::opcode::exp>(x);
}
template <detail::real_formula X>
constexpr auto exp2(const X& x) {
  return detail::formula_of<detail::opcode::exp2>(x);
}
template <detail::real_formula X>
constexpr auto expm1(const X& x) {
  return detail::formula_of<detail::opcode::expm1>(x);
}
template <detail::real_formula X>
constexpr auto log(const X& x) {
  return detail::formula_of<detail::opcode::log>(x);
}
template <detail::real_formula X>
constexpr auto log2(const X& x) {
  return detail::formula_of<detail::opcode::log2>(x);
}
template <detail::real_formula X>
constexpr auto log10(const X& x) {
  return detail::formula_of<detail::opcode::log10>(x);
}
template <detail::real_formula X>
constexpr auto log1p(const X& x) {
  return detail::formula_of<detail::opcode::log1p>(x);
}
template <detail::real_formula X>
constexpr auto sin(const X& x) {
  return detail::formula_of<detail::opcode::sin>(x);
}
template <detail::real_formula X>
constexpr auto cos(const X& x) {
  return detail::formula_of<detail::opcode::cos>(x);
}
template <detail::real_formula X>
constexpr auto tan(const X& x) {
  return detail::formula_of<detail::opcode::tan>(x);
}
template <detail::real_formula X>
constexpr auto asin(const X& x) {
  return detail::formula_of<detail::opcode::asin>(x);
}
template <detail::real_formula X>
constexpr auto acos(const X& x) {
  return detail::formula_of<detail::opcode::acos>(x);
}
template <detail::real_formula X>
constexpr auto atan(const X& x) {
  return detail::formula_of<detail::opcode::atan>(x);
}
template <detail::real_formula X>
constexpr auto sinh(const X& x) {
  return detail::formula_of<detail::opcode::sinh>(x);
}
template <detail::real_formula X>
constexpr auto cosh(const X& x) {
  return detail::formula_of<detail::opcode::cosh>(x);
}
template <detail::real_formula X>
constexpr auto tanh(const X& x) {
  return detail::formula_of<detail::opcode::tanh>(x);
}
template <detail::real_formula X>
constexpr auto asinh(const X& x) {
  return detail::formula_of<detail::opcode::asinh>(x);
}
template <detail::real_formula X>
constexpr auto acosh(const X& x) {
  return detail::formula_of<detail::opcode::acosh>(x);
}
template <detail::real_formula X>
constexpr auto atanh(const X& x) {
  return detail::formula_of<detail::opcode::atanh>(x);
}
template <detail::real_formula X>
constexpr auto erf(const X& x) {
  return detail::formula_of<detail::opcode::erf>(x);
}
template <detail::real_formula X>
constexpr auto erfc(const X& x) {
  return detail::formula_of<detail::opcode::erfc>(x);
}
template <detail::real_formula X>
constexpr auto tgamma(const X& x) {
  return detail::formula_of<detail::opcode::tgamma>(x);
}
template <detail::real_formula X>
constexpr auto lgamma(const X& x) {
  return detail::formula_of<detail::opcode::lgamma>(x);
}
template <detail::real_formula X>
constexpr auto digamma(const X& x) {
  return detail::formula_of<detail::opcode::digamma>(x);
}
template <detail::real_formula X>
constexpr auto floor(const X& x) {
  return detail::formula_of<detail::opcode::floor>(x);
}
template <detail::real_formula X>
constexpr auto ceil(const X& x) {
  return detail::formula_of<detail::opcode::ceil>(x);
}
template <detail::real_formula X>
constexpr auto trunc(const X& x) {
  return detail::formula_of<detail::opcode::trunc>(x);
}
template <detail::real_formula X>
constexpr auto round(const X& x) {
  return detail::formula_of<detail::opcode::round>(x);
}
template <detail::real_formula X>
constexpr auto rint(const X& x) {
  return detail::formula_of<detail::opcode::rint>(x);
}
template <detail::real_formula X>
constexpr auto nearbyint(const X& x) {
  return detail::formula_of<detail::opcode::rint>(x);
}
template <detail::real_formula X>
constexpr auto abs(const X& x) {
  return detail::formula_of<detail::opcode::abs>(x);
}
template <detail::real_formula X>
constexpr auto fabs(const X& x) {
  return detail::formula_of<detail::opcode::abs>(x);
}

template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto pow(const X& x, const Y& y) { return detail::formula_of<detail::opcode::pow>(x, y); }
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto atan2(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::atan2>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto hypot(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::hypot>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto fmod(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::fmod>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto remainder(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::remainder>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto fmax(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::fmax>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto fmin(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::fmin>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto fdim(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::fdim>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto copysign(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::copysign>(x, y);
}
template <class X, class Y, class Z>
  requires detail::formula_operands<X, Y, Z>
constexpr auto hypot(const X& x, const Y& y, const Z& z) {
  return detail::formula_of<detail::opcode::hypot3>(x, y, z);
}
template <class X, class Y, class Z>
  requires detail::formula_operands<X, Y, Z>
constexpr auto fma(const X& x, const Y& y, const Z& z) {
  return detail::formula_of<detail::opcode::fma>(x, y, z);
}

/// The n-th derivative of digamma, n >= 1.
template <detail::real_formula X>
constexpr auto polygamma(int n, const X& x) {
  return detail::formula_of<detail::opcode::polygamma>(n, x);
}

// For two formulas of one type std::max(const T&, const T&) would be a candidate as good as a general
// template, and it branches; hence two overloads.

template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto(max)(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::max>(x, y);
}
template <class Node, class T, int Count>
constexpr auto(max)(const formula<Node, T, Count>& x, const formula<Node, T, Count>& y) {
  return detail::formula_of<detail::opcode::max>(x, y);
}
template <class X, class Y>
  requires detail::formula_operands<X, Y>
constexpr auto(min)(const X& x, const Y& y) {
  return detail::formula_of<detail::opcode::min>(x, y);
}
template <class Node, class T, int Count>
constexpr auto(min)(const formula<Node, T, Count>& x, const formula<Node, T, Count>& y) {
  return detail::formula_of<detail::opcode::min>(x, y);
}

/// The first value where the condition holds, the second elsewhere. The condition is a comparison of
/// formulas, or a bool that is known when the formula is made.
template <class Condition, class X, class Y>
  requires detail::formula_condition<Condition> &&
      (detail::formula_operands<X, Y> ||
       (detail::mask_formula<Condition> && detail::formula_number<X> &&
        detail::formula_number<Y>)) constexpr auto select(const Condition& condition, const X& x,
                                                          const Y& y) {
    return detail::operation_formula<detail::opcode::select>(
        detail::condition_formula(condition), detail::as_formula(x), detail::as_formula(y));
  }

  /// As std::clamp: the derivative belongs to the value that is returned.
  template <class X, class Low, class High>
    requires detail::formula_operands<X, Low, High>
  constexpr auto clamp(const X& x, const Low& low, const High& high) {
    return select(x < low, low, select(high < x, high, x));
  }
  template <class Node, class T, int Count>
  constexpr auto clamp(const formula<Node, T, Count>& x, const formula<Node, T, Count>& low,
                       const formula<Node, T, Count>& high) {
    return select(x < low, low, select(high < x, high, x));
  }

  // core/select.hpp says what these two do.
  template <detail::real_formula X>
  constexpr auto stop_gradient(const X& x) {
    return detail::formula_of<detail::opcode::stop_gradient>(x);
  }
  template <class X, class Y>
    requires detail::formula_operands<X, Y>
  constexpr auto straight_through(const X& value, const Y& surrogate) {
    return detail::operation_formula<detail::opcode::attach>(
        detail::operation_formula<detail::opcode::stop_gradient>(detail::as_formula(value)),
        detail::as_formula(surrogate), formula<detail::fixed_node<1>>(detail::no_constants));
  }

  template <detail::real_formula X>
  constexpr auto isfinite(const X& x) {
    return detail::operation_formula<detail::opcode::is_finite>(x);
  }
  template <detail::real_formula X>
  constexpr auto isnan(const X& x) {
    return x != x;
  }
  template <detail::real_formula X>
  constexpr auto isinf(const X& x) {
    return !isnan(x) && !isfinite(x);
  }

}  // namespace etad::inline ETAD_ABI
