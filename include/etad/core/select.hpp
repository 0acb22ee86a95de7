// SPDX-License-Identifier: MIT
// select, stop_gradient and straight_through for numbers that carry no derivative, so that code with
// them runs on plain numbers, too. Other numbers have overloads beside their functions.
#pragma once

#include <type_traits>

#include <etad/core/scalar.hpp>
#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// A number that a function may be called with and that has no derivative: no dual.
template <class T>
concept derivative_free = (std::is_arithmetic_v<T> || plain_scalar<T>)&&!requires {
  typename T::base_scalar;
};

/// The type of both. Compilers form the type of a result before they ask for constraints, and a common type copies
/// a number: of a probe (expr/probe.hpp) that would leave a mark.
template <class X, class Y>
struct common_number {};
template <derivative_free X, derivative_free Y>
struct common_number<X, Y> : std::common_type<X, Y> {};
template <class X, class Y>
using common_number_t = typename common_number<X, Y>::type;

}  // namespace detail

template <class X, class Y>
  requires(!std::same_as<X, Y> && detail::derivative_free<X> && detail::derivative_free<Y>)
constexpr detail::common_number_t<X, Y> select(bool mask, const X& x, const Y& y) {
  using result = detail::common_number_t<X, Y>;
  return mask ? static_cast<result>(x) : static_cast<result>(y);
}

/// x, as a constant to everything that differentiates: its derivative is 0.
///
///   constexpr auto f = [](auto x) { return x * etad::stop_gradient(x); };
///   static_assert(etad::derivative(f)(3.0) == 3.0);
template <detail::derivative_free T>
constexpr T stop_gradient(const T& x) {
  return x;
}
/// The same for every number in an array.
template <class T>
  requires(!detail::shape<T>::is_scalar)
constexpr T stop_gradient(const T& x) {
  T result = x;
  const auto stop = [](auto& leaf) { leaf = stop_gradient(leaf); };
  detail::shape<T>::visit(result, stop);
  return result;
}

/// The value of the first number with the derivative of the second: for steps whose own derivative is
/// zero. Cost: none, the surrogate's value is not computed unless its derivative needs it. Y. Bengio,
/// N. Leonard and A. Courville, "Estimating or propagating gradients through stochastic neurons" (2013).
///
///   constexpr auto quantized = [](auto x) {
///     using std::round;
///     return etad::straight_through(round(x), x);
///   };
///   static_assert(etad::value_and_gradient(quantized)(2.7).value == 3.0);
///   static_assert(etad::derivative(quantized)(2.7) == 1.0);
template <detail::derivative_free X, detail::derivative_free Y>
constexpr detail::common_number_t<X, Y> straight_through(const X& value, const Y&) {
  return static_cast<detail::common_number_t<X, Y>>(value);
}

}  // namespace etad::inline ETAD_ABI
