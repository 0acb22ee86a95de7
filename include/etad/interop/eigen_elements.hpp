// SPDX-License-Identifier: MIT
// Eigen's matrices and arrays of fixed size for functions that read their elements, whatever the version of Eigen.
#pragma once

#include <Eigen/Core>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/eigen.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// What a callable gets in place of by_elements(x): Rows x Columns numbers with Eigen's names for elements,
/// and the arithmetic of small vectors and matrices. Sums add halves, as Eigen's unrolled code does.
template <class T, int Rows, int Columns>
class element_matrix {
 public:
  using Scalar = T;
  using Index = Eigen::Index;
  static constexpr int RowsAtCompileTime = Rows;
  static constexpr int ColsAtCompileTime = Columns;
  static constexpr int SizeAtCompileTime = Rows * Columns;

  static constexpr Index rows() { return Rows; }
  static constexpr Index cols() { return Columns; }
  static constexpr Index size() { return Rows * Columns; }

  constexpr T& operator()(Index row, Index column) { return at_[place(row * Columns + column)]; }
  constexpr const T& operator()(Index row, Index column) const {
    return at_[place(row * Columns + column)];
  }
  constexpr T& operator()(Index i) requires(Rows == 1 || Columns == 1) { return at_[place(i)]; }
  constexpr const T& operator()(Index i) const requires(Rows == 1 || Columns == 1) {
    return at_[place(i)];
  }
  constexpr T& operator[](Index i) requires(Rows == 1 || Columns == 1) { return at_[place(i)]; }
  constexpr const T& operator[](Index i) const requires(Rows == 1 || Columns == 1) {
    return at_[place(i)];
  }
  constexpr const T& x() const { return at_[0]; }
  constexpr const T& y() const requires(Rows* Columns > 1) { return at_[1]; }
  constexpr const T& z() const requires(Rows* Columns > 2) { return at_[2]; }
  constexpr const T& w() const requires(Rows* Columns > 3) { return at_[3]; }
  constexpr auto begin() const requires(Rows == 1 || Columns == 1) { return at_.begin(); }
  constexpr auto end() const requires(Rows == 1 || Columns == 1) { return at_.end(); }

  /// Count elements of a vector from First on; as Eigen's, the count is part of the type.
  template <int Count>
  constexpr auto segment(Index first) const requires(Rows == 1 || Columns == 1) {
    element_matrix<T, Rows == 1 ? 1 : Count, Rows == 1 ? Count : 1> part;
    for (Index i = 0; i < Count; ++i) part[i] = (*this)[first + i];
    return part;
  }
  template <int Count>
  constexpr auto head() const {
    return segment<Count>(0);
  }
  template <int Count>
  constexpr auto tail() const {
    return segment<Count>(Rows * Columns - Count);
  }
  constexpr auto row(Index i) const {
    element_matrix<T, 1, Columns> part;
    for (Index j = 0; j < Columns; ++j) part[j] = (*this)(i, j);
    return part;
  }
  constexpr auto col(Index j) const {
    element_matrix<T, Rows, 1> part;
    for (Index i = 0; i < Rows; ++i) part[i] = (*this)(i, j);
    return part;
  }

  constexpr element_matrix& operator+=(const element_matrix& b) { return *this = *this + b; }
  constexpr element_matrix& operator-=(const element_matrix& b) { return *this = *this - b; }
  constexpr element_matrix& operator*=(const T& factor) { return *this = *this * factor; }
  constexpr element_matrix& operator/=(const T& divisor) { return *this = *this / divisor; }

  friend constexpr element_matrix operator+(const element_matrix& a, const element_matrix& b) {
    return each([&](std::size_t k) { return a.at_[k] + b.at_[k]; });
  }
  friend constexpr element_matrix operator-(const element_matrix& a, const element_matrix& b) {
    return each([&](std::size_t k) { return a.at_[k] - b.at_[k]; });
  }
  friend constexpr element_matrix operator-(const element_matrix& a) {
    return each([&](std::size_t k) { return -a.at_[k]; });
  }
  friend constexpr element_matrix operator*(const element_matrix& a, const T& factor) {
    return each([&](std::size_t k) { return a.at_[k] * factor; });
  }
  friend constexpr element_matrix operator*(const T& factor, const element_matrix& a) {
    return each([&](std::size_t k) { return factor * a.at_[k]; });
  }
  friend constexpr element_matrix operator/(const element_matrix& a, const T& divisor) {
    return each([&](std::size_t k) { return a.at_[k] / divisor; });
  }
  template <int Others>
  friend constexpr element_matrix<T, Rows, Others> operator*(
      const element_matrix& a, const element_matrix<T, Columns, Others>& b) {
    element_matrix<T, Rows, Others> product;
    for (Index i = 0; i < Rows; ++i) {
      for (Index j = 0; j < Others; ++j)
        product(i, j) = sum_of([&](Index k) { return a(i, k) * b(k, j); }, 0, Columns);
    }
    return product;
  }

  constexpr element_matrix<T, Columns, Rows> transpose() const {
    element_matrix<T, Columns, Rows> turned;
    for (Index i = 0; i < Rows; ++i) {
      for (Index j = 0; j < Columns; ++j) turned(j, i) = (*this)(i, j);
    }
    return turned;
  }
  constexpr T sum() const {
    return sum_of([&](Index k) { return at_[place(k)]; }, 0, size());
  }
  constexpr T dot(const element_matrix& b) const {
    return sum_of([&](Index k) { return at_[place(k)] * b.at_[place(k)]; }, 0, size());
  }
  constexpr element_matrix cwiseProduct(const element_matrix& b) const {
    return each([&](std::size_t k) { return at_[k] * b.at_[k]; });
  }
  constexpr T squaredNorm() const { return dot(*this); }
  constexpr T norm() const {
    using std::sqrt;
    return sqrt(squaredNorm());
  }
  constexpr element_matrix normalized() const { return *this / norm(); }
  constexpr element_matrix cross(const element_matrix& b) const requires(Rows* Columns == 3) {
    element_matrix product;
    product.at_ = {y() * b.z() - z() * b.y(), z() * b.x() - x() * b.z(), x() * b.y() - y() * b.x()};
    return product;
  }

  static constexpr auto parts(auto& self) { return std::tie(self.at_); }
  template <class U>
  using rebind = element_matrix<U, Rows, Columns>;

 private:
  static constexpr std::size_t place(Index i) { return static_cast<std::size_t>(i); }
  template <class Element>
  static constexpr element_matrix each(const Element& element) {
    element_matrix result;
    for (std::size_t k = 0; k < result.at_.size(); ++k) result.at_[k] = element(k);
    return result;
  }
  template <class Term>
  static constexpr T sum_of(const Term& term, Index first, Index count) {
    if (count == 1) return term(first);
    const Index half = count / 2;
    return sum_of(term, first, half) + sum_of(term, first + half, count - half);
  }

  /// By rows, as all results of etad.
  std::array<T, static_cast<std::size_t>(Rows* Columns)> at_{};
};

}  // namespace detail

/// A vector or matrix of Eigen whose callable reads elements only; see by_elements().
template <detail::eigen_of_fixed_size Matrix>
struct eigen_elements {
  const Matrix& matrix;
};

/// Passes x, of fixed size, to a callable that reads its elements: `gradient(f)(by_elements(x))`.
///
/// Matrices need it only with versions of Eigen that eigen_traced.hpp does not know; arrays always take dual numbers
/// otherwise. Of by_elements(x), f gets an object with x(i), x[i], x(i, j), x.y(), size(), rows(), begin(), ...,
/// sums, differences, products and quotients by numbers, matrix products, transpose(), sum(), dot(), norm(),
/// squaredNorm(), normalized() and cross(); f is traced, and results are those of x, Eigen's. x must live
/// as long as the call. Cost: none.
///
///   const auto f = [](const auto& x) { return x.squaredNorm() * exp(x(0)); };
///   const Eigen::Vector3d slopes = etad::gradient(f)(etad::by_elements(x));
template <detail::eigen_of_fixed_size Matrix>
constexpr eigen_elements<Matrix> by_elements(const Matrix& x) {
  return {x};
}

/// What by_elements(f) returns.
template <class F>
struct function_of_elements {
  [[no_unique_address]] F function;
  template <class... X>
    requires std::is_invocable_v<const F&, const X&...>
  constexpr auto operator()(const X&... x) const { return function(x...); }
};

/// Says the same of a callable, once and for all: `constexpr auto f = etad::by_elements([](const auto& x) { ... })` reads
/// elements, so `gradient(f)(x)` with Eigen's vectors and matrices of fixed size is traced.
template <class F>
  requires(!detail::eigen_object<F>)
constexpr function_of_elements<F> by_elements(F f) { return {std::move(f)}; }

namespace detail {

template <class F>
inline constexpr bool reads_elements<function_of_elements<F>> = true;
template <eigen_of_fixed_size Matrix>
struct elements_of<Matrix> {
  using type = eigen_elements<Matrix>;
};

template <class Matrix>
struct shape<eigen_elements<Matrix>> {
  using nested = shape<Matrix>;
  using scalar = typename nested::scalar;
  static constexpr int leaves = nested::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = element_matrix<U, Matrix::RowsAtCompileTime, Matrix::ColsAtCompileTime>;

  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    nested::visit(value.matrix, visitor);
  }
};
template <class Matrix, class U>
struct mirror<eigen_elements<Matrix>, U> : mirror<Matrix, U> {};
/// Inside traced code results stay what they are.
template <class T, int Rows, int Columns, class U>
struct mirror<element_matrix<T, Rows, Columns>, U> {
  using type = std::conditional_t<std::same_as<U, traced>, element_matrix<U, Rows, Columns>,
                                  Eigen::Matrix<U, Rows, Columns>>;
};
template <class Matrix>
struct mirror<eigen_elements<Matrix>, traced> {
  using type = rebind<eigen_elements<Matrix>, traced>;
};
template <class Matrix>
inline constexpr bool leaves_together<eigen_elements<Matrix>> = leaves_together<Matrix>;
template <class Matrix>
inline constexpr bool leaves_in_order<eigen_elements<Matrix>> = leaves_in_order<Matrix>;

}  // namespace detail
}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
