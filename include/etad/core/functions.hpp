// SPDX-License-Identifier: MIT
// The mathematical functions of all numbers of etad's own, found by argument-dependent look-up: generic
// code writes `using std::sin;` and calls `sin(x)`. The one list of names: a function needs its row in
// the operation table and an entry here. What applying a row means, each family of numbers says once
// (core/family.hpp).
#pragma once

#include <etad/core/family.hpp>

namespace etad::inline ETAD_ABI {

template <detail::own_number X>
[[gnu::always_inline]] constexpr auto sqrt(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::sqrt>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto exp(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::exp>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto exp2(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::exp2>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto log(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::log>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto log2(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::log2>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto log10(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::log10>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto sin(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::sin>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto cos(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::cos>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto tan(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::tan>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto asin(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::asin>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto acos(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::acos>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto atan(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::atan>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto sinh(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::sinh>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto cosh(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::cosh>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto tanh(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::tanh>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto asinh(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::asinh>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto acosh(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::acosh>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto atanh(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::atanh>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto abs(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::abs>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto floor(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::floor>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto ceil(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::ceil>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto trunc(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::trunc>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto round(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::round>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto rint(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::rint>(x);
}

// By value, as in Boost.Math, whose templates of these names meet these in its own code: of two that are
// alike the more constrained one is taken.

template <detail::own_number X>
[[gnu::always_inline]] constexpr auto expm1(X x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::expm1>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto log1p(X x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::log1p>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto erf(X x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::erf>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto erfc(X x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::erfc>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto tgamma(X x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::tgamma>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto lgamma(X x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::lgamma>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto digamma(X x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::digamma>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto cbrt(X x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::cbrt>(x);
}

template <detail::own_number X>
[[gnu::always_inline]] constexpr auto fabs(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::abs>(x);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto nearbyint(const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::rint>(x);
}

/// x to the power y. A built-in exponent is a constant of the rule: pow(x, 2.0) has the slope 2x, also
/// at 0 and below.
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto pow(const X& x,
                                          const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::pow>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto atan2(const X& x,
                                            const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::atan2>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto hypot(const X& x,
                                            const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::hypot>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto fmod(const X& x,
                                           const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::fmod>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto remainder(const X& x, const Y& y) noexcept(
    detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::remainder>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto fmax(const X& x,
                                           const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::fmax>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto fmin(const X& x,
                                           const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::fmin>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto fdim(const X& x,
                                           const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::fdim>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto copysign(const X& x, const Y& y) noexcept(
    detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::copysign>(x, y);
}

// As std::max and std::min, but without branching, and at a tie both operands get half of the derivative.
// For two numbers of one type what `using std::max;` brings along would be the better match; of two
// templates that are alike the more constrained one is.
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto(max)(const X& x,
                                           const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::max>(x, y);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto(max)(const X& x,
                                           const X& y) noexcept(detail::own_never_throws<X, X>) {
  return detail::apply_to_own<detail::opcode::max>(x, y);
}
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto(min)(const X& x,
                                           const Y& y) noexcept(detail::own_never_throws<X, Y>) {
  return detail::apply_to_own<detail::opcode::min>(x, y);
}
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto(min)(const X& x,
                                           const X& y) noexcept(detail::own_never_throws<X, X>) {
  return detail::apply_to_own<detail::opcode::min>(x, y);
}

template <class X, class Y, class Z>
  requires detail::own_operands<X, Y, Z>
[[gnu::always_inline]] constexpr auto hypot(const X& x, const Y& y, const Z& z) noexcept(
    detail::own_never_throws<X, Y, Z>) {
  return detail::apply_to_own<detail::opcode::hypot3>(x, y, z);
}
/// x*y + z, the value rounded once.
template <class X, class Y, class Z>
  requires detail::own_operands<X, Y, Z>
[[gnu::always_inline]] constexpr auto fma(const X& x, const Y& y,
                                          const Z& z) noexcept(detail::own_never_throws<X, Y, Z>) {
  return detail::apply_to_own<detail::opcode::fma>(x, y, z);
}

/// The n-th derivative of digamma, n >= 1.
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto polygamma(int n,
                                                const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::polygamma>(n, x);
}
// For rules on duals of duals, in which the order is a number like any other.
template <detail::own_number X>
[[gnu::always_inline]] constexpr auto polygamma(const X& n,
                                                const X& x) noexcept(detail::own_never_throws<X>) {
  return detail::apply_to_own<detail::opcode::polygamma>(n, x);
}

// Comparisons by name.
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto isgreater(const X& x, const Y& y) { return x > y; }
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto isgreaterequal(const X& x, const Y& y) { return x >= y; }
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto isless(const X& x, const Y& y) { return x < y; }
template <class X, class Y>
  requires detail::own_operands<X, Y>
[[gnu::always_inline]] constexpr auto islessequal(const X& x, const Y& y) { return x <= y; }

}  // namespace etad::inline ETAD_ABI
