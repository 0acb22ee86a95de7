// SPDX-License-Identifier: MIT
// Built-in arrays and views of a fixed number of elements as arguments.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class Item, std::size_t Count>
struct elements {
  std::array<Item, Count> owned{};
};

/// What a callable gets in place of a std::span<const T, Count>: such a span, together with the elements
/// that it views.
template <class Item, std::size_t Count>
struct owning_span : private elements<Item, Count>, public std::span<const Item, Count> {
  using view = std::span<const Item, Count>;
  constexpr owning_span() : view(this->owned) {}
  constexpr owning_span(const owning_span& other)
      : elements<Item, Count>(other), view(this->owned) {}
  constexpr owning_span& operator=(const owning_span& other) {
    this->owned = other.owned;
    return *this;
  }
  constexpr ~owning_span() = default;

  constexpr std::array<Item, Count>& storage() { return this->owned; }
  constexpr const std::array<Item, Count>& storage() const { return this->owned; }
};

template <class Item, std::size_t Count>
struct shape<owning_span<Item, Count>> {
  using element = shape<Item>;
  using scalar = typename element::scalar;
  static constexpr int leaves = static_cast<int>(Count) * element::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = owning_span<typename element::template rebind<U>, Count>;

  template <class Value, class Visit>
  static constexpr void visit(Value& value, Visit& visitor) {
    visit_elements<element, static_cast<int>(Count)>(value.storage(), visitor);
  }
};

template <class Item, std::size_t Count, class U>
struct mirror<owning_span<Item, Count>, U> {
  using type = std::array<mirrored_of<Item, U>, Count>;
};

/// A view of a fixed number of constants. Memory behind a pointer is one: std::span<const double, 3>(p, 3).
template <class Item, std::size_t Count>
  requires(Count != std::dynamic_extent)
struct shape<std::span<const Item, Count>> : shape<owning_span<Item, Count>> {
  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visit_elements<shape<Item>, static_cast<int>(Count)>(value, visitor);
  }
};
template <class Item, std::size_t Count>
  requires(Count != std::dynamic_extent)
inline constexpr bool leaves_together<std::span<const Item, Count>> =
    leaves_together<std::array<Item, Count>>;
template <class Item, std::size_t Count>
  requires(Count != std::dynamic_extent)
inline constexpr bool leaves_in_order<std::span<const Item, Count>> =
    leaves_in_order<std::array<Item, Count>>;
template <class Item, std::size_t Count>
inline constexpr bool leaves_in_order<Item[Count]> = leaves_in_order<std::array<Item, Count>>;
template <class Item, std::size_t Count, class U>
  requires(Count != std::dynamic_extent)
struct mirror<std::span<const Item, Count>, U> : mirror<owning_span<Item, Count>, U> {};

/// Callables get a built-in array; results are std::arrays, which functions can return.
template <class Item, std::size_t Count>
struct shape<Item[Count]> {
  using element = shape<Item>;
  using scalar = typename element::scalar;
  static constexpr int leaves = static_cast<int>(Count) * element::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = typename element::template rebind<U>[Count];

  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visit_elements<element, static_cast<int>(Count)>(value, visitor);
  }
};
template <class Item, std::size_t Count, class U>
struct mirror<Item[Count], U> {
  using type = std::array<mirrored_of<Item, U>, Count>;
};
template <class Item, std::size_t Count>
struct data_members<Item[Count]> : data_members<std::array<Item, Count>> {};
template <class Item, std::size_t Count>
  requires(Count != std::dynamic_extent)
struct data_members<std::span<const Item, Count>> : data_members<std::array<Item, Count>> {};

}  // namespace etad::inline ETAD_ABI::detail
