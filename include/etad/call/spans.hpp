// SPDX-License-Identifier: MIT
// Trailing spans, which receive results, and workspaces behind them.
#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>

#include <etad/core/shape.hpp>
#include <etad/dual/workspace.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A span that receives results; a span of constants is an argument.
template <class A>
inline constexpr bool is_span = false;
template <class T, std::size_t Extent>
inline constexpr bool is_span<std::span<T, Extent>> = !std::is_const_v<T>;

template <class... X>
inline constexpr std::size_t span_count = (std::size_t{0} + ... + (is_span<X> ? 1 : 0));

template <class X>
inline constexpr bool is_workspace = std::same_as<X, workspace>;
template <class... X>
inline constexpr std::size_t workspace_count = (std::size_t{0} + ... + (is_workspace<X> ? 1 : 0));

/// Memory of the caller that receives Count numbers of a result.
template <class T, int Count>
struct span_part {
  T* data;
};

template <class T, int Count>
struct shape<span_part<T, Count>> {
  using scalar = T;
  static constexpr int leaves = Count;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = span_part<U, Count>;
  template <class Value>
  static constexpr void clear(Value& value) {
    for (int i = 0; i < Count; ++i) value.data[i] = T{};
  }
  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visit_elements<shape<T>, Count>(value.data, visitor);
  }
};

template <class T, int Count>
inline constexpr bool leaves_together<span_part<T, Count>> = Count > 1;

}  // namespace etad::inline ETAD_ABI::detail
