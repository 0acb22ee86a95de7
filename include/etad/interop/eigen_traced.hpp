// SPDX-License-Identifier: MIT
// Eigen's matrices of traced numbers, of fixed size, as objects of constant evaluation: callables that read elements of
// Eigen's matrices and compute with small ones are traced by every compiler.
#pragma once

#include <cstddef>
#include <initializer_list>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/eigen_traced_members.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Elements at regular distances, of a matrix that lives elsewhere.
template <class Element, int Rows, int Columns>
class traced_part : public traced_members<traced_part<Element, Rows, Columns>> {
 public:
  using Base = traced_members<traced_part>;

  constexpr traced_part(Element* first, Eigen::Index row_step, Eigen::Index column_step)
      : first_(first), row_step_(row_step), column_step_(column_step) {}
  constexpr traced_part(const traced_part&) = default;

  constexpr traced_part& operator=(const traced_part& other) {
    return this->assign([&](auto i, auto j) { return other.coeff(i, j); });
  }
  template <class Other>
  constexpr traced_part& operator=(const Eigen::DenseBase<Other>& other) {
    if constexpr (own_traced<Other>) {
      const Other& elements = static_cast<const Other&>(other);
      return this->assign([&](auto i, auto j) { return elements.coeff(i, j); });
    } else {
      return Eigen::MatrixBase<traced_part>::operator=(other);
    }
  }

  // What Eigen's own code names as results of its members.
  template <class Whole, int Height, int Width, bool Inner>
  operator Eigen::Block<Whole, Height, Width, Inner>() const;
  template <class Whole, int Count>
  operator Eigen::VectorBlock<Whole, Count>() const;
  template <class Whole>
  operator Eigen::Transpose<Whole>() const;

  constexpr Element* place(Eigen::Index i, Eigen::Index j) const {
    return first_ + (i * row_step_ + j * column_step_);
  }
  constexpr Eigen::Index row_step() const { return row_step_; }
  constexpr Eigen::Index column_step() const { return column_step_; }

 private:
  Element* first_;
  Eigen::Index row_step_;
  Eigen::Index column_step_;
};

}  // namespace etad::inline ETAD_ABI::detail

namespace Eigen {

template <int Rows, int Columns, int Options_, int MaxRows, int MaxColumns>
  requires etad::detail::own_traced<
      Matrix<etad::traced, Rows, Columns, Options_, MaxRows, MaxColumns>>
class Matrix<etad::traced, Rows, Columns, Options_, MaxRows, MaxColumns>
    : public etad::detail::traced_members<
          Matrix<etad::traced, Rows, Columns, Options_, MaxRows, MaxColumns>> {
 public:
  enum { Options = Options_ };
  using Base = etad::detail::traced_members<Matrix>;
  using Scalar = etad::traced;
  using PlainObject = typename Base::PlainObject;

  /// Not set, as the elements of Eigen's own.
  constexpr Matrix() = default;
  constexpr Matrix(const Matrix&) = default;
  constexpr Matrix(const Scalar& x, const Scalar& y, const Scalar& z) : at_{x, y, z} {}
  template <class... Element>
  constexpr Matrix(const Scalar& x, const Scalar& y, const Scalar& z, const Scalar& w,
                   const Element&... elements)
      : at_{x, y, z, w, elements...} {}
  template <class X, class Y>
  constexpr Matrix(const X& x, const Y& y) {
    if constexpr (Rows * Columns == 2) {
      at_[0] = x;
      at_[1] = y;
    }
  }
  template <class X>
  constexpr explicit Matrix(const X& x) {
    if constexpr (std::convertible_to<const X&, Scalar> && Rows * Columns == 1) {
      at_[0] = x;
    } else if constexpr (!std::is_integral_v<X>) {
      set(x);
    }
  }
  template <class Other>
  constexpr Matrix(const EigenBase<Other>& other) {
    set(static_cast<const Other&>(other));
  }
  constexpr explicit Matrix(const std::initializer_list<std::initializer_list<Scalar>>& rows) {
    Index i = 0;
    for (const auto& row : rows) {
      Index j = 0;
      for (const Scalar& element : row) {
        *(Columns == 1 && rows.size() == 1 ? place(j, 0) : place(i, j)) = element;
        ++j;
      }
      ++i;
    }
  }

  constexpr Matrix& operator=(const Matrix&) = default;
  template <class Other>
  constexpr Matrix& operator=(const EigenBase<Other>& other) {
    set(static_cast<const Other&>(other));
    return *this;
  }
  template <class Other>
  Matrix& operator=(const RotationBase<Other, Columns>& other);

  constexpr Scalar* data() { return at_; }
  constexpr const Scalar* data() const { return at_; }
  static constexpr Index innerStride() { return 1; }
  static constexpr Index outerStride() { return Base::InnerSizeAtCompileTime; }
  template <class... Size>
  static Eigen::Map<Matrix> Map(Scalar* first, Size... sizes);
  template <class... Size>
  static Eigen::Map<const Matrix> Map(const Scalar* first, Size... sizes);
  template <class... Size>
  static Eigen::Map<Matrix, AlignedMax> MapAligned(Scalar* first, Size... sizes);
  template <class... Size>
  static Eigen::Map<const Matrix, AlignedMax> MapAligned(const Scalar* first, Size... sizes);
  // Of matrices whose size may change.
  template <class... Size>
  void resize(Size...);
  template <class Other>
  void resizeLike(const EigenBase<Other>&);
  template <class... Size>
  void conservativeResize(Size...);
  template <class Other>
  void conservativeResizeLike(const DenseBase<Other>&);
  using Base::setConstant;
  using Base::setIdentity;
  using Base::setOnes;
  using Base::setRandom;
  using Base::setZero;
  Matrix& setZero(Index size);
  Matrix& setZero(Index rows, Index columns);
  Matrix& setOnes(Index size);
  Matrix& setOnes(Index rows, Index columns);
  Matrix& setRandom(Index size);
  Matrix& setRandom(Index rows, Index columns);
  Matrix& setIdentity(Index rows, Index columns);
  Matrix& setConstant(Index size, const Scalar& value);
  Matrix& setConstant(Index rows, Index columns, const Scalar& value);

  constexpr Scalar* begin() requires(Rows == 1 || Columns == 1) { return at_; }
  constexpr Scalar* end() requires(Rows == 1 || Columns == 1) { return at_ + Rows * Columns; }
  constexpr const Scalar* begin() const requires(Rows == 1 || Columns == 1) { return at_; }
  constexpr const Scalar* end() const requires(Rows == 1 || Columns == 1) {
    return at_ + Rows * Columns;
  }
  constexpr const Scalar* cbegin() const requires(Rows == 1 || Columns == 1) { return at_; }
  constexpr const Scalar* cend() const requires(Rows == 1 || Columns == 1) {
    return at_ + Rows * Columns;
  }

  constexpr Scalar* place(Index i, Index j) { return at_ + (i * row_step() + j * column_step()); }
  constexpr const Scalar* place(Index i, Index j) const {
    return at_ + (i * row_step() + j * column_step());
  }
  static constexpr Index row_step() { return (Options_ & RowMajor) != 0 ? Columns : 1; }
  static constexpr Index column_step() { return (Options_ & RowMajor) != 0 ? 1 : Rows; }

 private:
  template <class Other>
  void set_by_eigen(const Other&);
  template <class Other>
  constexpr void set(const Other& other) {
    if constexpr (!etad::detail::own_traced<Other>) {
      set_by_eigen(other);
    } else if constexpr (Base::IsVectorAtCompileTime) {
      for (Index k = 0; k < Rows * Columns; ++k) at_[k] = other.coeff(k);
    } else {
      this->assign([&](Index i, Index j) { return other.coeff(i, j); });
    }
  }

  Scalar at_[Rows * Columns > 0 ? static_cast<std::size_t>(Rows* Columns) : 1];
};

template <class Factor>
concept factor_of_traced = std::is_arithmetic_v<Factor> || std::same_as<Factor, etad::traced>;

template <etad::detail::own_traced A, etad::detail::own_traced B>
constexpr auto operator+(const A& a, const B& b) {
  return A::each([&](Index i, Index j) { return a.coeff(i, j) + b.coeff(i, j); });
}
template <etad::detail::own_traced A, etad::detail::own_traced B>
constexpr auto operator-(const A& a, const B& b) {
  return A::each([&](Index i, Index j) { return a.coeff(i, j) - b.coeff(i, j); });
}
template <etad::detail::own_traced A>
constexpr auto operator-(const A& a) {
  return A::each([&](Index i, Index j) { return -a.coeff(i, j); });
}
template <etad::detail::own_traced A, factor_of_traced Factor>
constexpr auto operator*(const A& a, const Factor& factor) {
  return A::each([&](Index i, Index j) { return a.coeff(i, j) * factor; });
}
template <etad::detail::own_traced A, factor_of_traced Factor>
constexpr auto operator*(const Factor& factor, const A& a) {
  return A::each([&](Index i, Index j) { return factor * a.coeff(i, j); });
}
template <etad::detail::own_traced A, factor_of_traced Factor>
constexpr auto operator/(const A& a, const Factor& divisor) {
  return A::each([&](Index i, Index j) { return a.coeff(i, j) / divisor; });
}

/// A number where Eigen takes a row times a column for one.
struct traced_inner_product : Matrix<etad::traced, 1, 1> {
  using Matrix<etad::traced, 1, 1>::Matrix;
  constexpr operator etad::traced() const { return coeff(0); }
};
template <etad::detail::own_traced A, etad::detail::own_traced B>
  requires(int(A::ColsAtCompileTime) == int(B::RowsAtCompileTime))
constexpr auto operator*(const A& a, const B& b) {
  constexpr int rows = A::RowsAtCompileTime;
  constexpr int columns = B::ColsAtCompileTime;
  using product = etad::detail::traced_matrix<rows, columns>;
  const auto element = [&](Index i, Index j) {
    return product::sum_of([&](Index k) { return a.coeff(i, k) * b.coeff(k, j); }, 0, a.cols());
  };
  if constexpr (rows * columns == 1) {
    return traced_inner_product(element(0, 0));
  } else {
    return product::each(element);
  }
}

}  // namespace Eigen

#include <etad/core/warnings_on.hpp>
