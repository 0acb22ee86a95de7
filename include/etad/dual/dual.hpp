// SPDX-License-Identifier: MIT
// Dual numbers: a value and tangents, for code that cannot be traced and for lanes.
//
// x + sum of t_k e_k with e_i e_j = 0 (Clifford 1873): a function run on duals returns its value and
// the derivatives along the directions with which its arguments were seeded.
#pragma once

#include <concepts>
#include <type_traits>

#include <etad/core/config.hpp>
#include <etad/core/plain_sum.hpp>
#include <etad/dual/storage.hpp>

namespace etad::inline ETAD_ABI {

template <class T, int Count, class Lanes = array_lanes, class Tag = void>
class dual;

namespace detail {

template <class T>
inline constexpr bool is_dual = false;
template <class T, int Count, class Lanes, class Tag>
inline constexpr bool is_dual<dual<T, Count, Lanes, Tag>> = true;
template <class T, int Count, class Lanes, class Tag>
inline constexpr bool is_variable_number<dual<T, Count, Lanes, Tag>> = true;

template <class D>
concept dual_number = is_dual<D>;

/// The number below all levels of duals.
template <class T>
struct base_of {
  using type = T;
};
template <class T, int Count, class Lanes, class Tag>
struct base_of<dual<T, Count, Lanes, Tag>> : base_of<T> {};
template <class T>
using base_scalar = typename base_of<T>::type;

/// A number without tangents beside duals over Base: built-in, or Base itself.
template <class A, class Base>
concept constant_beside =
    !is_dual<A> && (std::is_arithmetic_v<A> || std::same_as<A, Base> ||
                    (std::is_class_v<Base> && std::convertible_to<const A&, Base>));

/// Whether the arithmetic of T is known not to throw.
template <class T>
inline constexpr bool never_throws = std::is_arithmetic_v<T> ||
                                     noexcept(T(std::declval<const T&>() *
                                                std::declval<const T&>()));
template <class T, int Count, class Lanes, class Tag>
inline constexpr bool never_throws<dual<T, Count, Lanes, Tag>> = never_throws<T>;

}  // namespace detail

/// A value of type T and Count tangents. T is a built-in floating-point type, a number class, a pack, or
/// another dual (for higher derivatives). Lanes says how tangents are stored; Tag tells levels of
/// differentiation apart: arithmetic between two different types of duals is refused (ETAD-040).
///
/// A regular type: literal, trivially copyable where T is, zero when default-constructed, compared by
/// value. Built-in numbers convert to it implicitly, with tangents 0.
template <class T, int Count, class Lanes, class Tag>
class dual {
  static_assert(Count >= 1, "etad: etad::dual<T, N> requires at least one tangent.");

 public:
  using primal_type = T;
  using base_scalar = detail::base_scalar<T>;
  using store = detail::tangent_store<T, Count, Lanes>;
  using lanes = Lanes;
  using tag = Tag;
  static constexpr int tangents = Count;

  constexpr dual() = default;

  template <class A>
    requires std::is_arithmetic_v<A>
  constexpr dual(A value) noexcept(detail::never_throws<T>) : value_(static_cast<T>(value)) {}
  constexpr explicit dual(const T& value) noexcept(detail::never_throws<T>) requires(
      !std::is_arithmetic_v<T>)
      : value_(value) {}
  constexpr explicit dual(const base_scalar& value) noexcept(detail::never_throws<T>) requires(
      detail::is_dual<T> && !std::is_arithmetic_v<base_scalar>)
      : value_(value) {}

  /// A variable: tangent `lane` is 1.
  constexpr dual(const T& value, int lane) noexcept(detail::never_throws<T>)
      : tangents_(store::unit(lane)), value_(value) {}
  constexpr dual(const T& value, const store& slopes) noexcept(detail::never_throws<T>)
      : tangents_(slopes), value_(value) {}

  /// The tangents are what `make` returns, made in place.
  template <class Make>
    requires std::same_as<std::invoke_result_t<Make>, store>
  [[gnu::always_inline]] constexpr dual(const T& value, Make make) noexcept(detail::never_throws<T>)
      : tangents_(make()), value_(value) {}

  constexpr const T& value() const noexcept { return value_; }
  constexpr const store& all_tangents() const noexcept { return tangents_; }
  constexpr void set_tangent(int k, const T& tangent) { tangents_.set(k, tangent); }

  /// To whole numbers, whose slopes are zero. Nothing converts to a built-in floating-point number,
  /// since that would lose the tangents unnoticed: write value(x).
  template <std::integral Whole>
  constexpr explicit operator Whole() const {
    return static_cast<Whole>(value_);
  }

 private:
  // The tangents first: where they fill whole registers, copies of duals then read what was written in
  // the same pieces, which processors forward without waiting.
  store tangents_{};
  T value_{};
};

/// The value of a dual, of type T.
template <class T, int Count, class Lanes, class Tag>
constexpr const T& value(const dual<T, Count, Lanes, Tag>& x) noexcept {
  return x.value();
}

/// The tangents of a dual: tangent(x)[k] is the derivative along direction k, 0 <= k < Count.
template <class T, int Count, class Lanes, class Tag>
constexpr const detail::tangent_store<T, Count, Lanes>& tangent(
    const dual<T, Count, Lanes, Tag>& x) noexcept {
  return x.all_tangents();
}

/// The K-th of Count variables: dual_variable<0, 2>(x) and dual_variable<1, 2>(y) differentiate by x and y.
template <int K, int Count, class T>
  requires(!std::is_integral_v<T>)
constexpr dual<T, Count> dual_variable(const T& value) {
  static_assert(0 <= K && K < Count, "etad: etad::dual_variable<K, N> requires 0 <= K < N.");
  return dual<T, Count>(value, K);
}

template <class T, int Count, class Lanes, class Tag>
constexpr void swap(dual<T, Count, Lanes, Tag>& x, dual<T, Count, Lanes, Tag>& y) noexcept(
    std::is_nothrow_move_constructible_v<T>) {
  const dual<T, Count, Lanes, Tag> old = x;
  x = y;
  y = old;
}

}  // namespace etad::inline ETAD_ABI
