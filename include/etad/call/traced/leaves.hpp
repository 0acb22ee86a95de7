// SPDX-License-Identifier: MIT
// The numbers of arguments and results, one after the other, wherever they lie.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include <etad/core/shape.hpp>
#include <etad/ir/schedule.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Pointers to the leaves of the arguments; leaves of another type are converted first.
template <class T, int Count>
struct input_leaves {
  const T* at[static_cast<std::size_t>(at_least_one(Count))];
  std::array<T, static_cast<std::size_t>(at_least_one(Count))> converted;
  int count = 0;

  template <class... A>
  [[gnu::always_inline]] constexpr void collect(const A&... a) {
    const auto add = [&](const auto& leaf) __attribute__((always_inline)) {
      // A volatile number is read once, like one of another type.
      if constexpr (std::same_as<std::remove_reference_t<decltype(leaf)>, const T>) {
        at[count] = &leaf;
      } else {
        converted[static_cast<std::size_t>(count)] = static_cast<T>(leaf);
        at[count] = &converted[static_cast<std::size_t>(count)];
      }
      ++count;
    };
    (shape_of<A>::visit(a, add), ...);
  }
  /// Copies all leaves, for callers whose outputs may overlap them.
  template <class... A>
  constexpr void copy(const A&... a) {
    const auto add = [&](const auto& leaf) {
      converted[static_cast<std::size_t>(count)] = static_cast<T>(leaf);
      ++count;
    };
    (shape_of<A>::visit(a, add), ...);
  }
};

/// Pointers to the leaves of results.
template <class T, int Count>
struct output_leaves {
  T* at[static_cast<std::size_t>(at_least_one(Count))];
  int count = 0;

  template <class... A>
  [[gnu::always_inline]] constexpr void collect(const std::tuple<A&...>& parts) {
    const auto add = [&](T & leaf) __attribute__((always_inline)) {
      at[count] = &leaf;
      ++count;
    };
    shape<std::tuple<A&...>>::visit(parts, add);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
