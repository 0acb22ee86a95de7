// SPDX-License-Identifier: MIT
// Arguments and results as trees whose leaves are scalars.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include <etad/core/scalar.hpp>

namespace etad::detail {

/// A scalar is one leaf.
template <class A>
struct shape {
  using scalar = A;
  static constexpr int leaves = 1;
  static constexpr bool is_scalar = true;
  template <class U>
  using rebind = U;

  template <int I, class Value>
  static constexpr auto& leaf(Value& value) {
    return value;
  }
  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit visitor) {
    visitor(value);
  }
};

/// The leaves of an array are those of its elements, one after the other.
template <class E, std::size_t N>
struct shape<std::array<E, N>> {
  using element = shape<E>;
  using scalar = typename element::scalar;
  static constexpr int leaves = static_cast<int>(N) * element::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = std::array<typename element::template rebind<U>, N>;

  template <int I, class Value>
  static constexpr auto& leaf(Value& value) {
    return element::template leaf<I % element::leaves>(
        value[static_cast<std::size_t>(I / element::leaves)]);
  }
  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit visitor) {
    for (auto& x : value) element::visit(x, visitor);
  }
};

/// The K-th leaf of several values in a row.
template <int K, class First, class... Rest>
[[gnu::always_inline]] constexpr auto& leaf_of(First& first, Rest&... rest) {
  using head = shape<std::remove_const_t<First>>;
  if constexpr (K < head::leaves) {
    return head::template leaf<K>(first);
  } else {
    return leaf_of<K - head::leaves>(rest...);
  }
}

/// The leaves of a tuple are those of its elements, one after the other.
template <class... E>
struct shape<std::tuple<E...>> {
  using scalar = std::common_type_t<typename shape<E>::scalar...>;
  static constexpr int leaves = (0 + ... + shape<E>::leaves);
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = std::tuple<typename shape<E>::template rebind<U>...>;

  template <int I, class Value>
  static constexpr auto& leaf(Value& value) {
    return std::apply([](auto&... e) -> auto& { return leaf_of<I>(e...); }, value);
  }
  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit visitor) {
    std::apply([&](auto&... e) { (shape<E>::visit(e, visitor), ...); }, value);
  }
};

/// A structure that names its parts: `A::parts(a)` ties them, `A::rebind<U>` changes the scalar.
template <class A>
  requires requires(A& a) { A::parts(a); }
struct shape<A> {
  using tied = decltype(A::parts(std::declval<A&>()));
  template <class... E>
  static std::tuple<std::remove_reference_t<E>...> values_of(std::tuple<E...>);
  using nested = shape<decltype(values_of(std::declval<tied>()))>;
  using scalar = typename nested::scalar;
  static constexpr int leaves = nested::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = typename A::template rebind<U>;

  template <int I, class Value>
  static constexpr auto& leaf(Value& value) {
    return std::apply([](auto&... e) -> auto& { return leaf_of<I>(e...); }, A::parts(value));
  }
  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit visitor) {
    std::apply(
        [&](auto&... e) { (shape<std::remove_cvref_t<decltype(e)>>::visit(e, visitor), ...); },
        A::parts(value));
  }
};

template <class A>
using shape_of = shape<std::remove_cvref_t<A>>;

/// A with scalars of type U in place of its own.
template <class A, class U>
using rebind = typename shape_of<A>::template rebind<U>;

template <class... A>
inline constexpr int leaf_count = (0 + ... + shape_of<A>::leaves);

/// Something a function can be differentiated with respect to.
template <class A>
concept argument = plain_scalar<typename shape_of<A>::scalar> ||
                   std::is_arithmetic_v<typename shape_of<A>::scalar> ||
                   symbolic<typename shape_of<A>::scalar>;

}  // namespace etad::detail
