// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI {

/// A dense M x N matrix stored by rows: the result of jacobian and hessian, J(i, j) = df_i/dx_j.
/// An aggregate; converts to nested arrays.
template <class T, std::size_t Rows, std::size_t Columns>
struct matrix {
  using value_type = T;
  static constexpr std::size_t rows = Rows;
  static constexpr std::size_t columns = Columns;

  std::array<std::array<T, Columns>, Rows> elements;

  constexpr T& operator()(std::size_t i, std::size_t j) noexcept { return elements[i][j]; }
  constexpr const T& operator()(std::size_t i, std::size_t j) const noexcept {
    return elements[i][j];
  }
  constexpr std::array<T, Columns>& operator[](std::size_t i) noexcept { return elements[i]; }
  constexpr const std::array<T, Columns>& operator[](std::size_t i) const noexcept {
    return elements[i];
  }

  constexpr T* data() noexcept { return elements[0].data(); }
  constexpr const T* data() const noexcept { return elements[0].data(); }
  static constexpr std::size_t size() noexcept { return Rows * Columns; }

  constexpr operator std::array<std::array<T, Columns>, Rows>() const noexcept { return elements; }
  constexpr bool operator==(const matrix&) const = default;
};

namespace detail {

template <class T, std::size_t Rows, std::size_t Columns>
struct shape<matrix<T, Rows, Columns>> {
  using nested = shape<std::array<std::array<T, Columns>, Rows>>;
  using scalar = typename nested::scalar;
  static constexpr int leaves = nested::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = matrix<U, Rows, Columns>;

  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    value = Value{};
  }
  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    nested::visit(value.elements, visitor);
  }
};

template <class T, std::size_t Rows, std::size_t Columns>
inline constexpr bool leaves_in_order<matrix<T, Rows, Columns>> =
    leaves_in_order<std::array<T, Rows * Columns>>;

/// The matrix with so many rows whose columns belong to an argument of type A. Interop specialises it.
template <class A, class T, std::size_t Rows, std::size_t Columns>
struct matrix_beside {
  using type = matrix<T, Rows, Columns>;
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
