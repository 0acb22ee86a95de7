// SPDX-License-Identifier: MIT
// Arguments and results whose number of scalars may be known at run time only.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A as a row of items of fixed shape. This one serves everything whose shape the type tells, as one
/// item; containers of other libraries specialise it (interop/).
///   scalar        the type of the leaves
///   fixed         whether the type tells their number
///   rebind<U>     what a callable gets in place of A when its scalars are U
///   mirrored<U>   what a result in the shape of A is
///   items(a)      the items of a
///   like<R>(a)    an R (a rebind or mirrored) of the size of a
template <class A>
struct sized {
  using scalar = typename shape<A>::scalar;
  static constexpr bool fixed = true;
  template <class U>
  using rebind = typename shape<A>::template rebind<U>;
  template <class U>
  using mirrored = rebind<U>;

  template <class Value>
  static constexpr std::span<Value, 1> items(Value& a) {
    return std::span<Value, 1>(&a, 1);
  }
  template <class Result>
  static constexpr Result like(const A&) {
    Result result{};
    // What other libraries leave uninitialised is copied later.
    if constexpr (requires { shape<Result>::clear(result); }) shape<Result>::clear(result);
    return result;
  }
};

template <class Item>
struct sized<std::vector<Item>> {
  using scalar = typename shape<Item>::scalar;
  static constexpr bool fixed = false;
  template <class U>
  using rebind = std::vector<typename shape<Item>::template rebind<U>>;
  template <class U>
  using mirrored = rebind<U>;

  static constexpr auto items(auto& a) { return std::span(a); }
  template <class Result>
  static constexpr Result like(const std::vector<Item>& a) {
    return Result(a.size());
  }
};

template <class Item>
struct data_members<std::vector<Item>> {
  static constexpr bool exist = holds_data<Item>;
  static constexpr void copy(auto& to, const auto& from) {
    for (std::size_t k = 0; k < from.size(); ++k) data_members<Item>::copy(to[k], from[k]);
  }
};

/// A callable gets a view of the same kind; results own their numbers.
template <class Item>
struct sized<std::span<const Item>> {
  static_assert(
      !holds_data<Item>,
      "ETAD-055: etad requires the elements of a std::span to be numbers or structures of "
      "numbers; a structure with other members was seen. Pass a std::vector.");
  using scalar = typename shape<Item>::scalar;
  static constexpr bool fixed = false;
  template <class U>
  using rebind = std::span<const typename shape<Item>::template rebind<U>>;
  template <class U>
  using mirrored = std::vector<typename shape<Item>::template rebind<U>>;

  static constexpr std::span<const Item> items(std::span<const Item> a) { return a; }
  template <class Result>
  static constexpr Result like(std::span<const Item> a) {
    return Result(a.size());
  }
};

/// The scalars of a, which must have items.
template <class A>
constexpr std::size_t leaves_of(const A& a) {
  const auto items = sized<A>::items(a);
  using item = std::remove_cv_t<typename decltype(items)::element_type>;
  return items.size() * static_cast<std::size_t>(shape<item>::leaves);
}

/// A structure that names its parts, or a tuple, one part of which is of run-time size: a result.
template <class Tied>
inline constexpr bool all_fixed = true;
template <class... Part>
inline constexpr bool all_fixed<std::tuple<Part...>> = (sized<std::remove_cvref_t<Part>>::fixed &&
                                                        ...);

template <class A>
concept parts_of_run_time_size = requires(A& a) {
  A::parts(a);
}
&&!all_fixed<decltype(A::parts(std::declval<A&>()))>;

template <parts_of_run_time_size A>
struct sized<A> {
  static constexpr bool fixed = false;
};

template <class A>
inline constexpr bool is_tuple_of_run_time_size = false;
template <class... Part>
inline constexpr bool is_tuple_of_run_time_size<std::tuple<Part...>> =
    !all_fixed<std::tuple<Part...>>;

/// A gradient by several arguments.
template <class... Part>
  requires is_tuple_of_run_time_size<std::tuple<Part...>>
struct sized<std::tuple<Part...>> {
  static constexpr bool fixed = false;
  template <class U>
  using mirrored = std::tuple<typename sized<Part>::template mirrored<U>...>;

  template <class... Item>
  static constexpr std::tuple<Item...> like_each(const Part&... part, std::tuple<Item...>*) {
    return {sized<Part>::template like<Item>(part)...};
  }
  template <class Result>
  static constexpr Result like(const std::tuple<Part...>& a) {
    return std::apply(
        [](const Part&... part) { return like_each(part..., static_cast<Result*>(nullptr)); }, a);
  }
};

template <class A>
concept run_time_sized = !sized<std::remove_cvref_t<A>>::fixed;

/// Calls the visitor with each scalar of a in turn.
template <class A, class Visit>
constexpr void visit_scalars(A& a, Visit& visitor) {
  using plain = std::remove_cv_t<A>;
  if constexpr (parts_of_run_time_size<plain>) {
    std::apply([&](auto&... part) { (visit_scalars(part, visitor), ...); }, plain::parts(a));
  } else if constexpr (is_tuple_of_run_time_size<plain>) {
    std::apply([&](auto&... part) { (visit_scalars(part, visitor), ...); }, a);
  } else {
    for (auto& item : sized<plain>::items(a)) {
      shape<std::remove_cvref_t<decltype(item)>>::visit(item, visitor);
    }
  }
}

/// How many scalars a result has.
template <class A>
constexpr std::size_t count_scalars(const A& a) {
  std::size_t n = 0;
  const auto count = [&](const auto&) { ++n; };
  visit_scalars(a, count);
  return n;
}

}  // namespace etad::inline ETAD_ABI::detail
