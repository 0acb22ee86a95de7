// SPDX-License-Identifier: MIT
// Duals, variables of tapes, and numbers that are traced, as scalars of Eigen's matrices and algorithms.
#pragma once

#include <Eigen/Core>
#include <concepts>
#include <limits>

#include <etad/core/warnings_off.hpp>

#include <etad/dual/functions.hpp>
#include <etad/dual/io.hpp>
#include <etad/expr/functions.hpp>
#include <etad/expr/operators.hpp>
#include <etad/tape/variable.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What Eigen asks of a number that stands for numbers of type T.
template <class Number, class T>
struct eigen_number_traits : Eigen::NumTraits<T> {
  using Real = Number;
  using NonInteger = Number;
  using Nested = Number;
  using Literal = T;

  static Number epsilon() { return Number(Eigen::NumTraits<T>::epsilon()); }
  static Number dummy_precision() { return Number(Eigen::NumTraits<T>::dummy_precision()); }
  static Number highest() { return Number((std::numeric_limits<T>::max)()); }
  static Number lowest() { return Number(std::numeric_limits<T>::lowest()); }
  static Number infinity() { return Number(std::numeric_limits<T>::infinity()); }
  static Number quiet_NaN() { return Number(std::numeric_limits<T>::quiet_NaN()); }
};

/// Number and B may stand beside each other in Eigen's expressions: B is the built-in type below.
template <class Number, class B>
inline constexpr bool mixes_in_eigen = false;
template <class T, int Count, class Lanes, class Tag, class B>
inline constexpr bool mixes_in_eigen<dual<T, Count, Lanes, Tag>, B> =
    std::same_as<B, base_scalar<T>>;
template <class T, class Style, class B>
inline constexpr bool mixes_in_eigen<variable<T, Style>, B> =
    std::same_as<B, typename variable<T, Style>::base_scalar>;
template <std::floating_point B>
inline constexpr bool mixes_in_eigen<traced, B> = true;

/// Eigen takes no expression for a number: it is recorded where it meets a matrix of numbers below it.
template <class E, class D>
concept scales_in_eigen =
    is_taped<E> && !is_variable<E> &&
    std::same_as<typename D::Scalar, typename base_number<typename taped_traits<E>::number>::type>;

template <opcode Op, class T, class Style, class... X, class D>
  requires scales_in_eigen<taped_expression<Op, T, Style, X...>, D>
auto operator*(const taped_expression<Op, T, Style, X...>& x, const Eigen::DenseBase<D>& m) {
  return variable<T, Style>(x) * m.derived();
}
template <opcode Op, class T, class Style, class... X, class D>
  requires scales_in_eigen<taped_expression<Op, T, Style, X...>, D>
auto operator*(const Eigen::DenseBase<D>& m, const taped_expression<Op, T, Style, X...>& x) {
  return m.derived() * variable<T, Style>(x);
}
template <opcode Op, class T, class Style, class... X, class D>
  requires scales_in_eigen<taped_expression<Op, T, Style, X...>, D>
auto operator/(const Eigen::DenseBase<D>& m, const taped_expression<Op, T, Style, X...>& x) {
  return m.derived() / variable<T, Style>(x);
}

/// What stands beside duals over T: the number below the duals, and where that is a variable of a tape, the number below.
template <class B, class T>
concept plain_beside =
    std::same_as<B, base_scalar<T>> || std::same_as<B, typename base_number<base_scalar<T>>::type>;

}  // namespace etad::inline ETAD_ABI::detail

namespace Eigen {

template <class T, int Count, class Lanes, class Tag>
struct NumTraits<etad::dual<T, Count, Lanes, Tag>>
    : etad::detail::eigen_number_traits<etad::dual<T, Count, Lanes, Tag>,
                                        etad::detail::base_scalar<T>> {
  enum {
    RequireInitialization = 1,
    ReadCost = 1 + Count,
    AddCost = 1 + Count,
    MulCost = 1 + 2 * Count,
  };
};

template <class T, class Style>
struct NumTraits<etad::variable<T, Style>>
    : etad::detail::eigen_number_traits<etad::variable<T, Style>,
                                        typename etad::variable<T, Style>::base_scalar> {
  enum {
    RequireInitialization = 1,
    ReadCost = 4,
    AddCost = 8,
    MulCost = 8,
  };
};

/// A callable whose body uses Eigen compiles when etad tries to trace it; where it uses what is not for constant
/// evaluation, duals serve in the end.
template <>
struct NumTraits<etad::traced> : etad::detail::eigen_number_traits<etad::traced, double> {
  enum { RequireInitialization = 1 };
};

// Each number spelled out: Clang takes a pattern of parameters alone for no specialisation.
template <class T, int Count, class Lanes, class Tag, class B, class Operation>
  requires etad::detail::plain_beside<B, T>
struct ScalarBinaryOpTraits<etad::dual<T, Count, Lanes, Tag>, B, Operation> {
  using ReturnType = etad::dual<T, Count, Lanes, Tag>;
};
template <class T, int Count, class Lanes, class Tag, class B, class Operation>
  requires etad::detail::plain_beside<B, T>
struct ScalarBinaryOpTraits<B, etad::dual<T, Count, Lanes, Tag>, Operation> {
  using ReturnType = etad::dual<T, Count, Lanes, Tag>;
};
template <class T, class Style, class B, class Operation>
  requires std::same_as<B, typename etad::variable<T, Style>::base_scalar>
struct ScalarBinaryOpTraits<etad::variable<T, Style>, B, Operation> {
  using ReturnType = etad::variable<T, Style>;
};
template <class T, class Style, class B, class Operation>
  requires std::same_as<B, typename etad::variable<T, Style>::base_scalar>
struct ScalarBinaryOpTraits<B, etad::variable<T, Style>, Operation> {
  using ReturnType = etad::variable<T, Style>;
};
template <std::floating_point B, class Operation>
struct ScalarBinaryOpTraits<etad::traced, B, Operation> {
  using ReturnType = etad::traced;
};
template <std::floating_point B, class Operation>
struct ScalarBinaryOpTraits<B, etad::traced, Operation> {
  using ReturnType = etad::traced;
};

namespace internal {

/// Storage of traced numbers: initialized, and in no register.
template <int Size, int Options>
struct plain_array<etad::traced, Size, Options, 0> {
  etad::traced array[static_cast<std::size_t>(Size)] = {};
  constexpr plain_array() = default;
  constexpr explicit plain_array(constructor_without_unaligned_array_assert) {}
};
template <int Size, int Options>
struct plain_array<etad::traced, Size, Options, 8> : plain_array<etad::traced, Size, Options, 0> {
  using plain_array<etad::traced, Size, Options, 0>::plain_array;
};
template <int Size, int Options>
struct plain_array<etad::traced, Size, Options, 16> : plain_array<etad::traced, Size, Options, 0> {
  using plain_array<etad::traced, Size, Options, 0>::plain_array;
};
template <int Size, int Options>
struct plain_array<etad::traced, Size, Options, 32> : plain_array<etad::traced, Size, Options, 0> {
  using plain_array<etad::traced, Size, Options, 0>::plain_array;
};
template <int Size, int Options>
struct plain_array<etad::traced, Size, Options, 64> : plain_array<etad::traced, Size, Options, 0> {
  using plain_array<etad::traced, Size, Options, 0>::plain_array;
};

/// Products of large matrices. Eigen's kernel, where there is no instruction for a * b + c, keeps a * b
/// in a variable of the type of b, which here may be the built-in one.
template <class Left, class Right, bool ConjugateLeft, bool ConjugateRight, int PacketSize>
  requires(etad::detail::mixes_in_eigen<Left, Right> || etad::detail::mixes_in_eigen<Right, Left>)
class gebp_traits<Left, Right, ConjugateLeft, ConjugateRight, Architecture::Target, PacketSize>
    : public gebp_traits<Left, Right, ConjugateLeft, ConjugateRight, Architecture::Target + 1,
                         PacketSize> {
 public:
  template <class X, class Y, class Sum, class Unused, class Lane>
  void madd(const X& x, const Y& y, Sum& sum, Unused&, const Lane& lane) const {
    if constexpr (requires { y.get(lane); }) {
      sum += x * y.get(lane);
    } else {
      sum += x * y;
    }
  }
};

/// A matrix of numbers times a plain vector, coefficient by coefficient: Eigen's own loop wants the factor of the
/// product as a number of the vector.
template <class Lhs, class Rhs>
  requires(Lhs::IsVectorAtCompileTime
               ? etad::detail::mixes_in_eigen<typename Rhs::Scalar, typename Lhs::Scalar>
               : etad::detail::mixes_in_eigen<typename Lhs::Scalar, typename Rhs::Scalar>)
struct generic_product_impl<Lhs, Rhs, DenseShape, DenseShape, GemvProduct>
    : generic_product_impl_base<
          Lhs, Rhs, generic_product_impl<Lhs, Rhs, DenseShape, DenseShape, GemvProduct>> {
  template <class To>
  static void scaleAndAddTo(To& to, const Lhs& x, const Rhs& y,
                            const typename Product<Lhs, Rhs>::Scalar& factor) {
    to += factor * x.lazyProduct(y);
  }
};

}  // namespace internal
}  // namespace Eigen

#include <etad/core/warnings_on.hpp>
