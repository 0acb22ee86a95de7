// SPDX-License-Identifier: MIT
// Arguments and results as trees whose leaves are scalars.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/core/scalar.hpp>
#include <etad/core/unroll.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A scalar is one leaf.
template <class A>
struct shape {
  using scalar = A;
  static constexpr int leaves = 1;
  static constexpr bool is_scalar = true;
  template <class U>
  using rebind = U;

  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    value = Value{};
  }
  /// Calls the visitor with each leaf in turn.
  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visitor(value);
  }
};

/// Visits value[0] to value[N-1]. Unrolled, so that what the visitor notes of each leaf is known to
/// the compiler.
template <class Element, int First, class Value, class Visit, int... Index>
[[gnu::always_inline]] constexpr void visit_block(Value& value, Visit& visitor,
                                                  std::integer_sequence<int, Index...>) {
  (Element::visit(value[First + Index], visitor), ...);
}
template <class Element, int Count, class Value, class Visit, int... B>
[[gnu::always_inline]] constexpr void visit_blocks(Value& value, Visit& visitor,
                                                   std::integer_sequence<int, B...>) {
  (visit_block<Element, B * unroll_block>(value, visitor, indices_in_block<Count, B>{}), ...);
}
template <class Element, int Count, class Value, class Visit>
[[gnu::always_inline]] constexpr void visit_elements(Value& value, Visit& visitor) {
  visit_blocks<Element, Count>(value, visitor, block_indices<Count>{});
}

/// The leaves of an array are those of its elements, one after the other.
template <class Item, std::size_t Count>
struct shape<std::array<Item, Count>> {
  using element = shape<Item>;
  using scalar = typename element::scalar;
  static constexpr int leaves = static_cast<int>(Count) * element::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = std::array<typename element::template rebind<U>, Count>;

  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    value = Value{};
  }
  // Unrolled, so that what the visitor notes of each leaf is known to the compiler.
  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visit_elements<element, static_cast<int>(Count)>(value, visitor);
  }
};

/// void where a part is no tree of scalars, such as a vector in the gradient of several arguments, or an
/// enumeration.
template <class... Leaf>
struct common_leaf {
  using type = void;
};
template <class... Leaf>
  requires requires {
    typename std::common_type_t<Leaf...>;
    requires !(std::is_enum_v<Leaf> || ...);
  }
struct common_leaf<Leaf...> {
  using type = std::common_type_t<Leaf...>;
};

/// The leaves of a tuple are those of its elements, one after the other; the elements may be
/// references.
template <class... Item>
struct shape<std::tuple<Item...>> {
  using scalar = typename common_leaf<typename shape<std::remove_cvref_t<Item>>::scalar...>::type;
  static constexpr int leaves = (0 + ... + shape<std::remove_cvref_t<Item>>::leaves);
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = std::tuple<typename shape<std::remove_cvref_t<Item>>::template rebind<U>...>;

  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visit_each(value, visitor, std::index_sequence_for<Item...>{});
  }
  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    clear_each(value, std::index_sequence_for<Item...>{});
  }

 private:
  template <class Value, std::size_t... Index>
  [[gnu::always_inline]] static constexpr void clear_each(Value& value,
                                                          std::index_sequence<Index...>) {
    (shape<std::remove_cvref_t<Item>>::clear(std::get<Index>(value)), ...);
  }
  // Not std::apply, which compilers leave out of line.
  template <class Value, class Visit, std::size_t... Index>
  [[gnu::always_inline]] static constexpr void visit_each(Value& value, Visit& visitor,
                                                          std::index_sequence<Index...>) {
    (shape<std::remove_cvref_t<Item>>::visit(std::get<Index>(value), visitor), ...);
  }
};

template <class First, class Second>
struct shape<std::pair<First, Second>> {
  using scalar =
      typename common_leaf<typename shape<First>::scalar, typename shape<Second>::scalar>::type;
  static constexpr int leaves = shape<First>::leaves + shape<Second>::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = std::pair<typename shape<First>::template rebind<U>,
                           typename shape<Second>::template rebind<U>>;

  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    shape<First>::visit(value.first, visitor);
    shape<Second>::visit(value.second, visitor);
  }
  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    shape<First>::clear(value.first);
    shape<Second>::clear(value.second);
  }
};

/// A structure that names its parts: `A::parts(a)` ties them, `A::rebind<U>` changes the scalar.
template <class A>
  requires requires(A& a) { A::parts(a); }
struct shape<A> {
  using nested = shape<decltype(A::parts(std::declval<A&>()))>;
  using scalar = typename nested::scalar;
  static constexpr int leaves = nested::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = typename A::template rebind<U>;

  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    auto tied = A::parts(value);
    shape<decltype(tied)>::visit(tied, visitor);
  }
  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    value = Value{};
  }
};

template <class A>
using shape_of = shape<std::remove_cvref_t<A>>;

/// A with scalars of type U in place of its own.
template <class A, class U>
using rebind = typename shape_of<A>::template rebind<U>;

/// The same as the type of a result. Differs where a callable gets a view, or a built-in array.
template <class A, class U>
struct mirror {
  using type = rebind<A, U>;
};
template <class A, class U>
using mirrored_of = typename mirror<std::remove_cvref_t<A>, U>::type;

/// The leaves of an A fill one piece of memory, in whatever order.
template <class A>
inline constexpr bool leaves_together =
    !shape<A>::is_scalar &&
    sizeof(A) == static_cast<std::size_t>(shape<A>::leaves) * sizeof(typename shape<A>::scalar);

/// The leaves of an A are known to lie one after the other, as in a built-in array of them.
template <class A>
inline constexpr bool leaves_in_order = false;
template <class Item, std::size_t Count>
inline constexpr bool leaves_in_order<std::array<Item, Count>> =
    leaves_together<std::array<Item, Count>> && (shape<Item>::is_scalar || leaves_in_order<Item>);

/// The members of an A that are no variables and whose values are known at run time only.
///   exist            there are some
///   copy(to, from)   copies them from an A to a rebind of A
template <class A>
struct data_members {
  static constexpr bool exist = false;
  static constexpr void copy(auto&, const auto&) {}
};
template <class A>
inline constexpr bool holds_data = data_members<std::remove_cvref_t<A>>::exist;

template <class Item, std::size_t Count>
struct data_members<std::array<Item, Count>> {
  static constexpr bool exist = holds_data<Item>;
  static constexpr void copy(auto& to, const auto& from) {
    for (std::size_t k = 0; k < Count; ++k) data_members<Item>::copy(to[k], from[k]);
  }
};

template <class... Item>
struct data_members<std::tuple<Item...>> {
  static constexpr bool exist = (holds_data<Item> || ...);
  static constexpr void copy(auto& to, const auto& from) {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      (data_members<std::remove_cvref_t<Item>>::copy(std::get<Index>(to), std::get<Index>(from)),
       ...);
    }
    (std::index_sequence_for<Item...>{});
  }
};
template <class First, class Second>
struct data_members<std::pair<First, Second>> : data_members<std::tuple<First, Second>> {};

template <class A>
  requires requires(A& a) { A::parts(a); }
struct data_members<A> {
  using tied = data_members<decltype(A::parts(std::declval<A&>()))>;
  static constexpr bool exist = tied::exist;
  static constexpr void copy(auto& to, const auto& from) {
    auto parts = std::remove_cvref_t<decltype(to)>::parts(to);
    tied::copy(parts, std::remove_cvref_t<decltype(from)>::parts(from));
  }
};

template <class... A>
inline constexpr int leaf_count = (0 + ... + shape_of<A>::leaves);

/// Something a function can be differentiated with respect to.
template <class A>
concept argument = plain_scalar<typename shape_of<A>::scalar> ||
    std::is_arithmetic_v<typename shape_of<A>::scalar> || symbolic<typename shape_of<A>::scalar>;

}  // namespace etad::inline ETAD_ABI::detail
