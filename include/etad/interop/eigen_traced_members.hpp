// SPDX-License-Identifier: MIT
// What matrices of traced numbers can do in constant evaluation: elements, parts, and the arithmetic of small matrices.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/interop/eigen_traced_comma.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The members of Derived, which has place(row, column), the address of an element. Sums add halves, as Eigen's
/// unrolled code does. Names of Eigen that are not here are those of its MatrixBase.
template <class Derived>
class traced_members : public Eigen::MatrixBase<Derived> {
  using known = Eigen::internal::traits<Derived>;
  static constexpr int Rows = known::RowsAtCompileTime;
  static constexpr int Columns = known::ColsAtCompileTime;
  static constexpr bool is_vector = Rows == 1 || Columns == 1;

 public:
  using Base = Eigen::MatrixBase<Derived>;
  using Index = Eigen::Index;
  using Scalar = traced;
  using Plain = traced_matrix<Rows, Columns>;
  using Base::operator();
  using Base::operator[];
  using Base::operator<<;
  using Base::operator+=;
  using Base::operator-=;
  using Base::Constant;
  using Base::diagonal;
  using Base::Identity;
  using Base::maxCoeff;
  using Base::minCoeff;
  using Base::Ones;
  using Base::setIdentity;
  using Base::Unit;
  using Base::Zero;

  /// Asked by Eigen's Map.
  static constexpr void _check_template_params() {}
  static constexpr Index rows() { return Rows; }
  static constexpr Index cols() { return Columns; }
  static constexpr Index size() { return Rows * Columns; }

  constexpr const traced& coeff(Index i, Index j) const { return *self().place(i, j); }
  constexpr const traced& coeff(Index i) const { return *linear(i); }
  constexpr auto& coeffRef(Index i, Index j) const { return *self().place(i, j); }
  constexpr auto& coeffRef(Index i) const { return *linear(i); }
  constexpr auto& coeffRef(Index i, Index j) { return *self().place(i, j); }
  constexpr auto& coeffRef(Index i) { return *self().place(row_of(i), column_of(i)); }

  constexpr const traced& operator()(Index i, Index j) const { return coeff(i, j); }
  constexpr const traced& operator()(Index i) const { return coeff(i); }
  constexpr const traced& operator[](Index i) const { return coeff(i); }
  constexpr auto& operator()(Index i, Index j) { return coeffRef(i, j); }
  constexpr auto& operator()(Index i) { return coeffRef(i); }
  constexpr auto& operator[](Index i) { return coeffRef(i); }
  constexpr const traced& x() const { return coeff(0); }
  constexpr const traced& y() const { return coeff(1); }
  constexpr const traced& z() const { return coeff(2); }
  constexpr const traced& w() const { return coeff(3); }
  constexpr auto& x() { return coeffRef(0); }
  constexpr auto& y() { return coeffRef(1); }
  constexpr auto& z() { return coeffRef(2); }
  constexpr auto& w() { return coeffRef(3); }

  // Views of a part. Sizes that are not in the type are Eigen's business.
  template <int Height, int Width>
  constexpr auto block(Index row, Index column) const {
    return part<Height, Width>(self(), row, column);
  }
  template <int Height, int Width>
  constexpr auto block(Index row, Index column) {
    return part<Height, Width>(self(), row, column);
  }
  template <class... Size>
  auto block(Size... sizes) const {
    return base().block(sizes...);
  }
  template <class... Size>
  auto block(Size... sizes) {
    return base().block(sizes...);
  }
  template <int Height, int Width>
  constexpr auto topLeftCorner() const {
    return block<Height, Width>(0, 0);
  }
  template <int Height, int Width>
  constexpr auto topLeftCorner() {
    return block<Height, Width>(0, 0);
  }
  template <class... Size>
  auto topLeftCorner(Size... sizes) const {
    return base().topLeftCorner(sizes...);
  }
  template <class... Size>
  auto topLeftCorner(Size... sizes) {
    return base().topLeftCorner(sizes...);
  }
  constexpr auto row(Index i) const { return part<1, Columns>(self(), i, 0); }
  constexpr auto row(Index i) { return part<1, Columns>(self(), i, 0); }
  constexpr auto col(Index j) const { return part<Rows, 1>(self(), 0, j); }
  constexpr auto col(Index j) { return part<Rows, 1>(self(), 0, j); }
  template <int Count>
  constexpr auto segment(Index first) const {
    return stretch<Count>(self(), first);
  }
  template <int Count>
  constexpr auto segment(Index first) {
    return stretch<Count>(self(), first);
  }
  template <class... Size>
  auto segment(Size... sizes) const {
    return base().segment(sizes...);
  }
  template <class... Size>
  auto segment(Size... sizes) {
    return base().segment(sizes...);
  }
  template <int Count>
  constexpr auto head() const {
    return stretch<Count>(self(), 0);
  }
  template <int Count>
  constexpr auto head() {
    return stretch<Count>(self(), 0);
  }
  template <class Size>
  auto head(Size count) const {
    return base().head(count);
  }
  template <class Size>
  auto head(Size count) {
    return base().head(count);
  }
  template <int Count>
  constexpr auto tail() const {
    return stretch<Count>(self(), Rows * Columns - Count);
  }
  template <int Count>
  constexpr auto tail() {
    return stretch<Count>(self(), Rows * Columns - Count);
  }
  template <class Size>
  auto tail(Size count) const {
    return base().tail(count);
  }
  template <class Size>
  auto tail(Size count) {
    return base().tail(count);
  }
  constexpr auto transpose() const { return turned(self()); }
  constexpr auto transpose() { return turned(self()); }
  constexpr auto adjoint() const { return turned(self()); }

  constexpr Plain eval() const {
    return each([&](Index i, Index j) { return coeff(i, j); });
  }
  constexpr Derived& noalias() { return self(); }
  constexpr const Derived& derived() const { return self(); }
  constexpr Derived& derived() { return self(); }

  constexpr const traced& value() const requires(Rows == 1 && Columns == 1) { return coeff(0); }
  constexpr traced sum() const {
    return sum_of([&](Index k) { return coeff_by_storage(k); }, 0, size());
  }
  constexpr traced prod() const {
    return product_of([&](Index k) { return coeff_by_storage(k); }, 0, size());
  }
  constexpr traced mean() const { return sum() / static_cast<double>(Rows * Columns); }
  constexpr traced trace() const {
    return sum_of([&](Index k) { return coeff(k, k); }, 0, Rows < Columns ? Rows : Columns);
  }
  constexpr traced squaredNorm() const {
    return sum_of([&](Index k) { return coeff_by_storage(k) * coeff_by_storage(k); }, 0, size());
  }
  constexpr traced norm() const { return sqrt(squaredNorm()); }
  /// As Eigen's, the vector itself where its norm is 0.
  constexpr Plain normalized() const {
    const traced square = squaredNorm();
    return square > 0.0 ? Plain(self() / sqrt(square)) : eval();
  }
  constexpr void normalize() { self() = normalized(); }
  // Of larger matrices Eigen decomposes, which is not for constant evaluation.
  constexpr traced determinant() const {
    if constexpr (Rows == 1) {
      return coeff(0);
    } else if constexpr (Rows == 2) {
      return coeff(0, 0) * coeff(1, 1) - coeff(1, 0) * coeff(0, 1);
    } else if constexpr (Rows == 3) {
      const auto term = [&](Index a, Index b, Index c) {
        return coeff(0, a) * (coeff(1, b) * coeff(2, c) - coeff(1, c) * coeff(2, b));
      };
      return term(0, 1, 2) - term(1, 0, 2) + term(2, 0, 1);
    } else {
      return base().determinant();
    }
  }
  constexpr auto inverse() const {
    if constexpr (Rows == 1) {
      return each([&](Index, Index) { return 1.0 / coeff(0); });
    } else if constexpr (Rows == 2) {
      const traced reciprocal = 1.0 / determinant();
      return each([&](Index i, Index j) {
        return (i == j ? coeff(1 - i, 1 - i) : -coeff(i, j)) * reciprocal;
      });
    } else if constexpr (Rows == 3) {
      const auto cofactor = [&](Index i, Index j) {
        const Index i1 = (i + 1) % 3, i2 = (i + 2) % 3, j1 = (j + 1) % 3, j2 = (j + 2) % 3;
        return coeff(i1, j1) * coeff(i2, j2) - coeff(i1, j2) * coeff(i2, j1);
      };
      const traced reciprocal =
          1.0 / sum_of([&](Index i) { return cofactor(i, 0) * coeff(i, 0); }, 0, 3);
      return each([&](Index i, Index j) { return cofactor(j, i) * reciprocal; });
    } else {
      return base().inverse();
    }
  }
  template <own_traced Other>
  constexpr traced dot(const Other& other) const {
    return sum_of([&](Index k) { return coeff(k) * other.coeff(k); }, 0, size());
  }
  template <class Other>
  auto dot(const Eigen::MatrixBase<Other>& other) const {
    return base().dot(other);
  }
  template <own_traced Other>
  constexpr Plain cross(const Other& b) const {
    Plain product;
    product[0] = y() * b.z() - z() * b.y();
    product[1] = z() * b.x() - x() * b.z();
    product[2] = x() * b.y() - y() * b.x();
    return product;
  }
  template <class Other>
  auto cross(const Eigen::MatrixBase<Other>& other) const {
    return base().cross(other);
  }
  template <own_traced Other>
  constexpr Plain cwiseProduct(const Other& b) const {
    return each([&](Index i, Index j) { return coeff(i, j) * b.coeff(i, j); });
  }
  template <class Other>
  auto cwiseProduct(const Eigen::MatrixBase<Other>& other) const {
    return base().cwiseProduct(other);
  }
  template <own_traced Other>
  constexpr Plain cwiseQuotient(const Other& b) const {
    return each([&](Index i, Index j) { return coeff(i, j) / b.coeff(i, j); });
  }
  template <class Other>
  auto cwiseQuotient(const Eigen::MatrixBase<Other>& other) const {
    return base().cwiseQuotient(other);
  }

  template <own_traced Other>
  constexpr Derived& operator+=(const Other& b) {
    return assign([&](Index i, Index j) { return coeff(i, j) + b.coeff(i, j); });
  }
  template <own_traced Other>
  constexpr Derived& operator-=(const Other& b) {
    return assign([&](Index i, Index j) { return coeff(i, j) - b.coeff(i, j); });
  }
  constexpr Derived& operator*=(const traced& factor) {
    return assign([&](Index i, Index j) { return coeff(i, j) * factor; });
  }
  template <class Other>
  constexpr Derived& operator*=(const Eigen::EigenBase<Other>& factor) {
    if constexpr (own_traced<Other>) {
      return self() = (self() * static_cast<const Other&>(factor));
    } else {
      return base() *= factor;
    }
  }
  constexpr Derived& operator/=(const traced& divisor) {
    return assign([&](Index i, Index j) { return coeff(i, j) / divisor; });
  }

  constexpr traced_comma<Derived> operator<<(const traced& first) {
    traced_comma<Derived> rest(self());
    rest, first;
    return rest;
  }
  template <own_traced Other>
  constexpr traced_comma<Derived> operator<<(const Other& first) {
    traced_comma<Derived> rest(self());
    rest, first;
    return rest;
  }

  constexpr Derived& setConstant(const traced& value) {
    return assign([&](Index, Index) { return value; });
  }
  constexpr void fill(const traced& value) { setConstant(value); }
  constexpr Derived& setZero() { return setConstant(0.0); }
  constexpr Derived& setOnes() { return setConstant(1.0); }
  constexpr Derived& setIdentity() {
    return assign([](Index i, Index j) { return traced(i == j ? 1.0 : 0.0); });
  }
  static constexpr Plain Constant(const traced& value) {
    return each([&](Index, Index) { return value; });
  }
  static constexpr Plain Zero() { return Constant(0.0); }
  static constexpr Plain Ones() { return Constant(1.0); }
  static constexpr Plain Identity() {
    return each([](Index i, Index j) { return traced(i == j ? 1.0 : 0.0); });
  }
  static constexpr Plain Unit(Index k) {
    return each([&](Index i, Index j) { return traced(i + j == k ? 1.0 : 0.0); });
  }
  static constexpr Plain UnitX() { return Unit(0); }
  static constexpr Plain UnitY() { return Unit(1); }
  static constexpr Plain UnitZ() { return Unit(2); }
  static constexpr Plain UnitW() { return Unit(3); }

  /// The matrix with element(row, column) at each place.
  template <class Element>
  static constexpr Plain each(const Element& element) {
    Plain result;
    result.assign(element);
    return result;
  }
  template <class Element>
  constexpr Derived& assign(const Element& element) {
    for (Index j = 0; j < Columns; ++j) {
      for (Index i = 0; i < Rows; ++i) *self().place(i, j) = element(i, j);
    }
    return self();
  }
  template <class Term>
  static constexpr traced sum_of(const Term& term, Index first, Index count) {
    if (count == 0) return 0.0;
    if (count == 1) return term(first);
    const Index half = count / 2;
    return sum_of(term, first, half) + sum_of(term, first + half, count - half);
  }

 protected:
  constexpr traced_members() = default;
  constexpr traced_members(const traced_members&) = default;
  constexpr traced_members& operator=(const traced_members&) = default;

 private:
  constexpr Derived& self() { return static_cast<Derived&>(*this); }
  constexpr const Derived& self() const { return static_cast<const Derived&>(*this); }
  constexpr Base& base() { return *this; }
  constexpr const Base& base() const { return *this; }

  static constexpr Index row_of(Index i) { return Columns == 1 ? i : is_vector ? 0 : i % Rows; }
  static constexpr Index column_of(Index i) { return Columns == 1 ? 0 : is_vector ? i : i / Rows; }
  constexpr auto* linear(Index i) const { return self().place(row_of(i), column_of(i)); }
  /// Element k in the order in which Eigen adds up.
  constexpr const traced& coeff_by_storage(Index k) const {
    if constexpr (is_vector) {
      return coeff(k);
    } else if constexpr ((int(known::Flags) & int(Eigen::RowMajorBit)) != 0) {
      return coeff(k / Columns, k % Columns);
    } else {
      return coeff(k % Rows, k / Rows);
    }
  }
  template <class Factor>
  static constexpr traced product_of(const Factor& factor, Index first, Index count) {
    if (count == 0) return 1.0;
    if (count == 1) return factor(first);
    const Index half = count / 2;
    return product_of(factor, first, half) * product_of(factor, first + half, count - half);
  }

  template <int Height, int Width, class Self>
  static constexpr auto part(Self& self, Index row, Index column) {
    static_assert(Height >= 0 && Width >= 0 && Height <= Rows && Width <= Columns);
    using element = std::remove_pointer_t<decltype(self.place(0, 0))>;
    return traced_part<element, Height, Width>(self.place(row, column), self.row_step(),
                                               self.column_step());
  }
  template <int Count, class Self>
  static constexpr auto stretch(Self& self, Index first) {
    if constexpr (Columns == 1) {
      return part<Count, 1>(self, first, 0);
    } else {
      return part<1, Count>(self, 0, first);
    }
  }
  template <class Self>
  static constexpr auto turned(Self& self) {
    using element = std::remove_pointer_t<decltype(self.place(0, 0))>;
    return traced_part<element, Columns, Rows>(self.place(0, 0), self.column_step(),
                                               self.row_step());
  }
};

}  // namespace etad::inline ETAD_ABI::detail

#include <etad/core/warnings_on.hpp>
