// SPDX-License-Identifier: MIT
// What Eigen knows of the matrices of traced numbers in eigen_traced.hpp. Eigen's own DenseBase has a constructor that is
// not constexpr, so what is derived from it exists in no constant expression.
#pragma once

#include <Eigen/Core>
#include <type_traits>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/eigen_numbers.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Whether the compiler runs functions that are inline but not constexpr, as g++ does told by
/// -fimplicit-constexpr. Then Eigen's code can be traced.
template <class>
inline int without_constexpr() {
  return 1;
}
template <class A>
concept implicit_constexpr = requires {
  typename std::integral_constant<int, without_constexpr<A>()>;
};

/// Whether matrices of so many traced numbers are etad's: where Eigen's are not constexpr, in the version of Eigen whose
/// members are known.
template <int Size>
concept has_own_traced_matrix = EIGEN_WORLD_VERSION == 3 && EIGEN_MAJOR_VERSION == 4 && Size >= 0 &&
                                !implicit_constexpr<traced>;

/// A view of Rows x Columns elements; Element is traced or const traced.
template <class Element, int Rows, int Columns>
class traced_part;

template <class A>
inline constexpr bool is_own_traced = false;
template <class Element, int Rows, int Columns>
inline constexpr bool is_own_traced<traced_part<Element, Rows, Columns>> = true;
template <int Rows, int Columns, int Options, int MaxRows, int MaxColumns>
inline constexpr bool
    is_own_traced<Eigen::Matrix<traced, Rows, Columns, Options, MaxRows, MaxColumns>> =
        has_own_traced_matrix<(Rows < 0 || Columns < 0 ? -1 : Rows * Columns)>;

template <class A>
concept own_traced = is_own_traced<A>;

/// Storage by columns, which Eigen forbids for rows.
template <int Rows, int Columns>
inline constexpr int options_of_part =
    Rows == 1 && Columns != 1 ? Eigen::RowMajor : Eigen::ColMajor;
template <int Rows, int Columns>
using traced_matrix = Eigen::Matrix<traced, Rows, Columns, options_of_part<Rows, Columns>>;

}  // namespace etad::inline ETAD_ABI::detail

namespace Eigen {
namespace internal {

template <class Element, int Rows, int Columns>
struct traits<etad::detail::traced_part<Element, Rows, Columns>>
    : traits<etad::detail::traced_matrix<Rows, Columns>> {
  enum {
    Flags =
        (std::is_const_v<Element> ? 0 : LvalueBit) | (Rows == 1 && Columns != 1 ? RowMajorBit : 0),
    Alignment = 0
  };
};

template <class A>
struct evaluator_of_traced : evaluator_base<A> {
  using Scalar = etad::traced;
  using XprType = A;
  using CoeffReturnType = typename A::CoeffReturnType;
  enum {
    CoeffReadCost = NumTraits<Scalar>::ReadCost,
    Flags = traits<A>::Flags | (traits<A>::Flags & DirectAccessBit ? LinearAccessBit : 0),
    Alignment = 0
  };
  evaluator_of_traced();
  explicit evaluator_of_traced(const A& matrix);
  CoeffReturnType coeff(Index row, Index column) const;
  CoeffReturnType coeff(Index i) const;
  Scalar& coeffRef(Index row, Index column);
  Scalar& coeffRef(Index i);
};
template <int Rows, int Columns, int Options, int MaxRows, int MaxColumns>
  requires etad::detail::own_traced<
      Matrix<etad::traced, Rows, Columns, Options, MaxRows, MaxColumns>>
struct evaluator<Matrix<etad::traced, Rows, Columns, Options, MaxRows, MaxColumns>>
    : evaluator_of_traced<Matrix<etad::traced, Rows, Columns, Options, MaxRows, MaxColumns>> {
  using evaluator_of_traced<
      Matrix<etad::traced, Rows, Columns, Options, MaxRows, MaxColumns>>::evaluator_of_traced;
};
template <class Element, int Rows, int Columns>
struct evaluator<etad::detail::traced_part<Element, Rows, Columns>>
    : evaluator_of_traced<etad::detail::traced_part<Element, Rows, Columns>> {
  using evaluator_of_traced<etad::detail::traced_part<Element, Rows, Columns>>::evaluator_of_traced;
};

}  // namespace internal

/// The members of Eigen's DenseBase, for the compiler to look at. They have no bodies, since traced numbers exist in constant
/// evaluation only: a callable that comes to one of them is not traced, and runs on dual numbers.
template <etad::detail::own_traced Derived>
class DenseBase<Derived>
    : public DenseCoeffsBase<Derived, internal::accessors_level<Derived>::value> {
 protected:
  using known = internal::traits<Derived>;

 public:
  using Base = DenseCoeffsBase<Derived, internal::accessors_level<Derived>::value>;
  using InnerIterator = Eigen::InnerIterator<Derived>;
  using StorageKind = typename known::StorageKind;
  using StorageIndex = typename known::StorageIndex;
  using Scalar = etad::traced;
  using value_type = Scalar;
  using RealScalar = Scalar;
  using CoeffReturnType = typename Base::CoeffReturnType;

  using Base::coeff;
  using Base::coeffByOuterInner;
  using Base::colIndexByOuterInner;
  using Base::cols;
  using Base::const_cast_derived;
  using Base::derived;
  using Base::rowIndexByOuterInner;
  using Base::rows;
  using Base::size;
  using Base::operator();
  using Base::operator[];
  using Base::w;
  using Base::x;
  using Base::y;
  using Base::z;

  enum {
    RowsAtCompileTime = known::RowsAtCompileTime,
    ColsAtCompileTime = known::ColsAtCompileTime,
    SizeAtCompileTime = RowsAtCompileTime * ColsAtCompileTime,
    MaxRowsAtCompileTime = known::MaxRowsAtCompileTime,
    MaxColsAtCompileTime = known::MaxColsAtCompileTime,
    MaxSizeAtCompileTime = MaxRowsAtCompileTime * MaxColsAtCompileTime,
    IsVectorAtCompileTime = int(RowsAtCompileTime) == 1 || int(ColsAtCompileTime) == 1,
    NumDimensions = int(SizeAtCompileTime) == 1  ? 0
                    : int(IsVectorAtCompileTime) ? 1
                                                 : 2,
    Flags = known::Flags,
    IsRowMajor = (int(Flags) & int(RowMajorBit)) != 0,
    InnerSizeAtCompileTime = int(IsVectorAtCompileTime) ? int(SizeAtCompileTime)
                             : int(IsRowMajor)          ? int(ColsAtCompileTime)
                                                        : int(RowsAtCompileTime),
    InnerStrideAtCompileTime = internal::inner_stride_at_compile_time<Derived>::ret,
    OuterStrideAtCompileTime = internal::outer_stride_at_compile_time<Derived>::ret
  };
  enum { IsPlainObjectBase = 0 };
  using Nested = typename internal::ref_selector<Derived>::type;
  using NestedExpression = Derived;
  using PacketScalar = typename internal::find_best_packet<Scalar, SizeAtCompileTime>::type;
  using PlainMatrix = Matrix<Scalar, RowsAtCompileTime, ColsAtCompileTime,
                             int(AutoAlign) | int(int(IsRowMajor) ? RowMajor : ColMajor)>;
  using PlainArray = Array<Scalar, RowsAtCompileTime, ColsAtCompileTime,
                           int(AutoAlign) | int(int(IsRowMajor) ? RowMajor : ColMajor)>;
  using PlainObject = PlainMatrix;

  using ConstantReturnType = CwiseNullaryOp<internal::scalar_constant_op<Scalar>, PlainObject>;
  using RandomAccessLinSpacedReturnType =
      CwiseNullaryOp<internal::linspaced_op<Scalar>, PlainObject>;
  using SequentialLinSpacedReturnType = RandomAccessLinSpacedReturnType;
  using RandomReturnType = CwiseNullaryOp<internal::scalar_random_op<Scalar>, PlainObject>;
  using EigenvaluesReturnType = Matrix<Scalar, ColsAtCompileTime, 1>;
  using TransposeReturnType = Transpose<Derived>;
  using ConstTransposeReturnType = const Transpose<const Derived>;
  using EvalReturnType = const PlainObject;
  using RowwiseReturnType = VectorwiseOp<Derived, Horizontal>;
  using ConstRowwiseReturnType = const VectorwiseOp<const Derived, Horizontal>;
  using ColwiseReturnType = VectorwiseOp<Derived, Vertical>;
  using ConstColwiseReturnType = const VectorwiseOp<const Derived, Vertical>;
  using ReverseReturnType = Reverse<Derived, BothDirections>;
  using ConstReverseReturnType = const Reverse<const Derived, BothDirections>;

  Index nonZeros() const;
  Index outerSize() const;
  Index innerSize() const;
  void resize(Index);
  void resize(Index, Index);

  template <class Other>
  Derived& operator=(const DenseBase<Other>& other);
  template <class Other>
  Derived& operator=(const EigenBase<Other>& other);
  template <class Other>
  Derived& operator=(const ReturnByValue<Other>& other);
  template <class Other>
  Derived& operator+=(const EigenBase<Other>& other);
  template <class Other>
  Derived& operator-=(const EigenBase<Other>& other);
  template <class Other>
  Derived& lazyAssign(const DenseBase<Other>& other);
  Derived& operator*=(const Scalar& factor);
  Derived& operator/=(const Scalar& divisor);
  template <unsigned Added, unsigned Removed>
  const Derived& flagged() const;
  CommaInitializer<Derived> operator<<(const Scalar& first);
  template <class Other>
  CommaInitializer<Derived> operator<<(const DenseBase<Other>& first);

  TransposeReturnType transpose();
  ConstTransposeReturnType transpose() const;
  void transposeInPlace();

  static const ConstantReturnType Constant(Index rows, Index columns, const Scalar& value);
  static const ConstantReturnType Constant(Index size, const Scalar& value);
  static const ConstantReturnType Constant(const Scalar& value);
  static const ConstantReturnType Zero(Index rows, Index columns);
  static const ConstantReturnType Zero(Index size);
  static const ConstantReturnType Zero();
  static const ConstantReturnType Ones(Index rows, Index columns);
  static const ConstantReturnType Ones(Index size);
  static const ConstantReturnType Ones();
  static const RandomReturnType Random(Index rows, Index columns);
  static const RandomReturnType Random(Index size);
  static const RandomReturnType Random();
  static const RandomAccessLinSpacedReturnType LinSpaced(Index size, const Scalar& low,
                                                         const Scalar& high);
  static const RandomAccessLinSpacedReturnType LinSpaced(const Scalar& low, const Scalar& high);
  template <class Operation>
  static const CwiseNullaryOp<Operation, PlainObject> NullaryExpr(Index rows, Index columns,
                                                                  const Operation& operation);
  template <class Operation>
  static const CwiseNullaryOp<Operation, PlainObject> NullaryExpr(Index size,
                                                                  const Operation& operation);
  template <class Operation>
  static const CwiseNullaryOp<Operation, PlainObject> NullaryExpr(const Operation& operation);

  void fill(const Scalar& value);
  Derived& setConstant(const Scalar& value);
  Derived& setLinSpaced(Index size, const Scalar& low, const Scalar& high);
  Derived& setLinSpaced(const Scalar& low, const Scalar& high);
  Derived& setZero();
  Derived& setOnes();
  Derived& setRandom();

  template <class Other>
  bool isApprox(const DenseBase<Other>& other, const RealScalar& within = 0) const;
  bool isMuchSmallerThan(const RealScalar& other, const RealScalar& within = 0) const;
  template <class Other>
  bool isMuchSmallerThan(const DenseBase<Other>& other, const RealScalar& within = 0) const;
  bool isApproxToConstant(const Scalar& value, const RealScalar& within = 0) const;
  bool isConstant(const Scalar& value, const RealScalar& within = 0) const;
  bool isZero(const RealScalar& within = 0) const;
  bool isOnes(const RealScalar& within = 0) const;
  bool hasNaN() const;
  bool allFinite() const;

  EvalReturnType eval() const;
  template <class Other>
  void swap(const DenseBase<Other>& other);
  template <class Other>
  void swap(PlainObjectBase<Other>& other);
  const NestByValue<Derived> nestByValue() const;
  const Derived& forceAlignedAccess() const;
  Derived& forceAlignedAccess();
  template <bool>
  const Derived& forceAlignedAccessIf() const;
  template <bool>
  Derived& forceAlignedAccessIf();

  Scalar sum() const;
  Scalar mean() const;
  Scalar trace() const;
  Scalar prod() const;
  template <int Propagation = PropagateFast, class... Place>
  Scalar minCoeff(Place*... place) const;
  template <int Propagation = PropagateFast, class... Place>
  Scalar maxCoeff(Place*... place) const;
  template <class Operation>
  Scalar redux(const Operation& operation) const;
  template <class Visitor>
  void visit(Visitor& visitor) const;
  template <int P>
  RealScalar lpNorm() const;
  const WithFormat<Derived> format(const IOFormat& format) const;
  CoeffReturnType value() const;
  bool all() const;
  bool any() const;
  Index count() const;

  ConstRowwiseReturnType rowwise() const;
  RowwiseReturnType rowwise();
  ConstColwiseReturnType colwise() const;
  ColwiseReturnType colwise();
  template <class Then, class Else>
  const Select<Derived, Then, Else> select(const DenseBase<Then>& then_value,
                                           const DenseBase<Else>& else_value) const;
  template <class Then>
  const Select<Derived, Then, typename Then::ConstantReturnType> select(
      const DenseBase<Then>& then_value, const typename Then::Scalar& else_value) const;
  template <class Else>
  const Select<Derived, typename Else::ConstantReturnType, Else> select(
      const typename Else::Scalar& then_value, const DenseBase<Else>& else_value) const;
  template <int RowFactor, int ColumnFactor>
  const Replicate<Derived, RowFactor, ColumnFactor> replicate() const;
  const Replicate<Derived, Dynamic, Dynamic> replicate(Index rows, Index columns) const;
  ReverseReturnType reverse();
  ConstReverseReturnType reverse() const;
  void reverseInPlace();

  using iterator_type = internal::generic_randaccess_stl_iterator<Derived>;
  using const_iterator_type = internal::generic_randaccess_stl_iterator<const Derived>;
  using iterator = std::conditional_t<IsVectorAtCompileTime, iterator_type, void>;
  using const_iterator = std::conditional_t<IsVectorAtCompileTime, const_iterator_type, void>;
  iterator begin();
  const_iterator begin() const;
  const_iterator cbegin() const;
  iterator end();
  const_iterator end() const;
  const_iterator cend() const;

// Eigen's own texts of the members that its expressions share; they ask for these names.
#define EIGEN_DOC_BLOCK_ADDONS_NOT_INNER_PANEL
#define EIGEN_DOC_BLOCK_ADDONS_INNER_PANEL_IF(COND)
#define EIGEN_DOC_UNARY_ADDONS(X, Y)
#include <Eigen/src/plugins/BlockMethods.h>
#include <Eigen/src/plugins/CommonCwiseUnaryOps.h>
#include <Eigen/src/plugins/IndexedViewMethods.h>
#include <Eigen/src/plugins/ReshapedMethods.h>
#ifdef EIGEN_DENSEBASE_PLUGIN
#include EIGEN_DENSEBASE_PLUGIN
#endif
#undef EIGEN_DOC_BLOCK_ADDONS_NOT_INNER_PANEL
#undef EIGEN_DOC_BLOCK_ADDONS_INNER_PANEL_IF
#undef EIGEN_DOC_UNARY_ADDONS

  template <class Target>
  void evalTo(Target&) const;

 protected:
  constexpr DenseBase() = default;
  constexpr DenseBase(const DenseBase&) = default;
  constexpr DenseBase& operator=(const DenseBase&) = default;
};

}  // namespace Eigen

#include <etad/core/warnings_on.hpp>
