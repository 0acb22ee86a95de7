// SPDX-License-Identifier: MIT
// Arguments and results whose number of scalars is known at run time only, beside those of core/shape.hpp.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A as a container of scalars. This one serves everything whose shape the type tells; containers of
/// other libraries specialise it (interop/).
///   scalar        the type of the leaves
///   fixed         whether the type tells their number
///   rebind<U>     what a callable gets in place of A when its scalars are U
///   mirrored<U>   what a result in the shape of A is
///   leaves(a)     the number of scalars in a
///   visit(a, v)   calls v with each of them in turn
///   like<R>(a)    an R (a rebind or mirrored) of the size of a
template <class A>
struct sized {
  using scalar = typename shape<A>::scalar;
  static constexpr bool fixed = true;
  template <class U>
  using rebind = typename shape<A>::template rebind<U>;
  template <class U>
  using mirrored = rebind<U>;

  static constexpr std::size_t leaves(const A&) {
    return static_cast<std::size_t>(shape<A>::leaves);
  }
  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit& visitor) {
    shape<A>::visit(value, visitor);
  }
  template <class Result>
  static constexpr Result like(const A&) {
    return Result{};
  }
};

/// What all contiguous containers of scalars or arrays share.
template <class Item>
struct sized_range {
  using scalar = typename shape<Item>::scalar;
  static constexpr bool fixed = false;

  static constexpr std::size_t leaves(const auto& a) {
    return a.size() * static_cast<std::size_t>(shape<Item>::leaves);
  }
  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit& visitor) {
    for (auto& item : value) shape<Item>::visit(item, visitor);
  }
  template <class Result>
  static constexpr Result like(const auto& a) {
    return Result(a.size());
  }
};

template <class Item>
struct sized<std::vector<Item>> : sized_range<Item> {
  template <class U>
  using rebind = std::vector<typename shape<Item>::template rebind<U>>;
  template <class U>
  using mirrored = rebind<U>;
};

/// A callable gets a view of the same kind; results own their numbers.
template <class Item>
struct sized<std::span<const Item>> : sized_range<Item> {
  template <class U>
  using rebind = std::span<const typename shape<Item>::template rebind<U>>;
  template <class U>
  using mirrored = std::vector<typename shape<Item>::template rebind<U>>;
};

/// The parts of a tuple, one after the other.
template <class Tied>
struct sized_parts;
template <class... Item>
struct sized_parts<std::tuple<Item...>> {
  using scalar = std::common_type_t<typename sized<std::remove_cvref_t<Item>>::scalar...>;
  static constexpr bool fixed = (sized<std::remove_cvref_t<Item>>::fixed && ...);
  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit& visitor) {
    visit_each(value, visitor, std::index_sequence_for<Item...>{});
  }

 private:
  template <class Value, class Visit, std::size_t... Index>
  static constexpr void visit_each(Value& value, Visit& visitor, std::index_sequence<Index...>) {
    (sized<std::remove_cvref_t<Item>>::visit(std::get<Index>(value), visitor), ...);
  }
};

/// A structure that names its parts, one of which is of run-time size.
template <class A>
  requires(requires(A& a) { A::parts(a); } &&
           !sized_parts<decltype(A::parts(std::declval<A&>()))>::fixed)
struct sized<A> : sized_parts<decltype(A::parts(std::declval<A&>()))> {
  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit& visitor) {
    auto tied = A::parts(value);
    sized_parts<decltype(tied)>::visit(tied, visitor);
  }
};

template <class A>
using sized_of = sized<std::remove_cvref_t<A>>;

template <class A>
concept run_time_sized = !sized_of<A>::fixed;

}  // namespace etad::inline ETAD_ABI::detail
