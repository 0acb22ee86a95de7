// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <type_traits>
#include <vector>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// A dense matrix stored by rows whose size is known at run time: the Jacobian of a function of
/// vectors, J(i, j) = df_i/dx_j.
template <class T>
class dynamic_matrix {
 public:
  using value_type = T;

  dynamic_matrix() = default;
  dynamic_matrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), elements_(rows * columns) {}

  std::size_t rows() const noexcept { return rows_; }
  std::size_t columns() const noexcept { return columns_; }
  std::size_t size() const noexcept { return elements_.size(); }

  T& operator()(std::size_t i, std::size_t j) noexcept { return elements_[i * columns_ + j]; }
  const T& operator()(std::size_t i, std::size_t j) const noexcept {
    return elements_[i * columns_ + j];
  }

  /// Row i as a pointer to its first element.
  T* operator[](std::size_t i) noexcept { return data() + i * columns_; }
  const T* operator[](std::size_t i) const noexcept { return data() + i * columns_; }

  T* data() noexcept { return elements_.data(); }
  const T* data() const noexcept { return elements_.data(); }

  bool operator==(const dynamic_matrix&) const = default;

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<T> elements_;
};

namespace detail {

/// The matrix whose columns belong to an argument of type A. Interop specialises it.
template <class A, class T>
struct dynamic_matrix_beside {
  using type = dynamic_matrix<T>;
};

/// The matrix whose columns belong to arguments of types A...: that of the first one which has a type
/// of its own.
template <class T, class... A>
struct dynamic_matrix_of {
  using type = dynamic_matrix<T>;
};
template <class T, class First, class... Rest>
struct dynamic_matrix_of<T, First, Rest...> {
  using beside = typename dynamic_matrix_beside<First, T>::type;
  using type = std::conditional_t<std::is_same_v<beside, dynamic_matrix<T>>,
                                  typename dynamic_matrix_of<T, Rest...>::type, beside>;
};

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
