// SPDX-License-Identifier: MIT
// Eigen's matrices as arguments and results of verbs.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <type_traits>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/eigen_traced.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The matrix or array that an Eigen object is or views.
template <class A>
struct eigen_storage {};
template <class T, int Rows, int Columns, int Options, int MaxRows, int MaxColumns>
struct eigen_storage<Eigen::Matrix<T, Rows, Columns, Options, MaxRows, MaxColumns>> {
  using scalar = T;
  template <class U>
  using rebind = Eigen::Matrix<U, Rows, Columns, Options, MaxRows, MaxColumns>;
};
template <class T, int Rows, int Columns, int Options, int MaxRows, int MaxColumns>
struct eigen_storage<Eigen::Array<T, Rows, Columns, Options, MaxRows, MaxColumns>> {
  using scalar = T;
  template <class U>
  using rebind = Eigen::Array<U, Rows, Columns, Options, MaxRows, MaxColumns>;
};
template <class Plain, int Options, class Stride>
struct eigen_storage<Eigen::Map<Plain, Options, Stride>>
    : eigen_storage<std::remove_const_t<Plain>> {};
template <class Plain, int Options, class Stride>
struct eigen_storage<Eigen::Ref<Plain, Options, Stride>>
    : eigen_storage<std::remove_const_t<Plain>> {};

template <class A>
concept eigen_object = requires {
  typename eigen_storage<A>::scalar;
};
template <class A>
concept eigen_of_fixed_size = eigen_object<A> && A::SizeAtCompileTime != Eigen::Dynamic;
template <class A>
concept eigen_of_run_time_size = eigen_object<A> && A::SizeAtCompileTime == Eigen::Dynamic;

/// Element i of a matrix, counted by rows as in all results of etad, whatever the storage order.
template <class Matrix>
constexpr auto& eigen_element(Matrix& a, Eigen::Index i) {
  if constexpr (Matrix::IsVectorAtCompileTime) {
    return a.coeffRef(i);
  } else {
    return a.coeffRef(i / a.cols(), i % a.cols());
  }
}

/// Where Eigen's code runs in constant expressions, or the matrices of traced numbers are etad's.
template <eigen_object A>
inline constexpr bool is_traceable_argument<A> =
    eigen_of_fixed_size<A> &&
    (implicit_constexpr<A> || own_traced<typename eigen_storage<A>::template rebind<traced>>);

template <eigen_object To, eigen_object From>
inline constexpr bool converts_in_vain<To, From> =
    std::is_arithmetic_v<typename eigen_storage<To>::scalar> &&
    !std::is_arithmetic_v<typename eigen_storage<From>::scalar>;

template <eigen_object A>
struct farthest_base<A> {
  using type = Eigen::EigenBase<A>;
};

template <eigen_of_fixed_size A>
struct shape<A> {
  using scalar = typename eigen_storage<A>::scalar;
  static constexpr int leaves = A::SizeAtCompileTime;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = typename eigen_storage<A>::template rebind<U>;

  template <class Value>
  static constexpr void clear(Value& value) {
    value.setZero();
  }
  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visit_each(value, visitor, block_indices<leaves>{});
  }

 private:
  template <class Value, class Visit, int... B>
  [[gnu::always_inline]] static constexpr void visit_each(Value& value, Visit& visitor,
                                                          std::integer_sequence<int, B...>) {
    (visit_some<B * unroll_block>(value, visitor, indices_in_block<leaves, B>{}), ...);
  }
  template <int First, class Value, class Visit, int... Index>
  [[gnu::always_inline]] static constexpr void visit_some(Value& value, Visit& visitor,
                                                          std::integer_sequence<int, Index...>) {
    (visitor(eigen_element(value, First + Index)), ...);
  }
};

/// Vectors, and matrices that are stored by rows; views of them may have strides.
template <eigen_of_fixed_size A>
inline constexpr bool leaves_in_order<A> = std::is_base_of_v<Eigen::PlainObjectBase<A>, A> &&
                                           (A::IsVectorAtCompileTime || A::IsRowMajor);

/// The elements of a matrix as items, by rows.
template <class Matrix>
class eigen_items {
 public:
  using element_type = std::remove_reference_t<decltype(eigen_element(std::declval<Matrix&>(), 0))>;

  explicit eigen_items(Matrix& matrix) : matrix_(&matrix) {}
  std::size_t size() const { return static_cast<std::size_t>(matrix_->size()); }
  element_type& operator[](std::size_t i) const {
    return eigen_element(*matrix_, static_cast<Eigen::Index>(i));
  }

  struct iterator {
    const eigen_items* items;
    std::size_t at;
    element_type& operator*() const { return (*items)[at]; }
    iterator& operator++() {
      ++at;
      return *this;
    }
    bool operator==(const iterator& other) const { return at == other.at; }
  };
  iterator begin() const { return {this, 0}; }
  iterator end() const { return {this, size()}; }

 private:
  Matrix* matrix_;
};

template <eigen_of_run_time_size A>
struct sized<A> {
  using scalar = typename eigen_storage<A>::scalar;
  static constexpr bool fixed = false;
  template <class U>
  using rebind = typename eigen_storage<A>::template rebind<U>;
  template <class U>
  using mirrored = rebind<U>;

  template <class Value>
  static auto items(Value& a) {
    return eigen_items<Value>(a);
  }
  template <class Result>
  static Result like(const A& a) {
    return Result(a.rows(), a.cols());
  }
};

template <eigen_object A, class T, std::size_t Rows, std::size_t Columns>
struct matrix_beside<A, T, Rows, Columns> {
  using type = Eigen::Matrix<T, static_cast<int>(Rows), static_cast<int>(Columns)>;
};
template <eigen_object A, class T>
struct dynamic_matrix_beside<A, T> {
  using type = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;
};

}  // namespace etad::inline ETAD_ABI::detail

#include <etad/core/warnings_on.hpp>
