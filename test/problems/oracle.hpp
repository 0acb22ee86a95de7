// SPDX-License-Identifier: MIT
// Derivatives without any rule: differences in 400-bit arithmetic.
#pragma once

#include <cstddef>
#include <limits>
#include <tuple>
#include <vector>

#include <etad/core/shape.hpp>

#include "problems/real.hpp"

namespace problems {

/// Calls the visitor with each number in a value, in order.
template <class A, class Visit>
void visit_leaves(A& a, Visit visitor) {
  etad::detail::shape_of<A>::visit(a, visitor);
}

/// All numbers in a value, in order.
template <class T, class A>
std::vector<T> leaves_of(const A& a) {
  std::vector<T> leaves;
  visit_leaves(a, [&](const auto& leaf) { leaves.push_back(T(leaf)); });
  return leaves;
}

/// The arguments as a tuple whose scalars are of type U.
template <class U, class... A>
std::tuple<etad::detail::rebind<A, U>...> converted(const std::tuple<A...>& arguments) {
  std::tuple<etad::detail::rebind<A, U>...> result;
  const auto from = [&]<std::size_t... I>(std::index_sequence<I...>) {
    const auto copy = [](const auto& source, auto& target) {
      const std::vector<long double> values = leaves_of<long double>(source);
      std::size_t k = 0;
      visit_leaves(target, [&](auto& leaf) { leaf = U(values[k++]); });
    };
    (copy(std::get<I>(arguments), std::get<I>(result)), ...);
  };
  from(std::index_sequence_for<A...>{});
  return result;
}

inline real power_of_two(long exponent) {
  real x(1.0);
  mpfr_mul_2si(x.get(), x.get(), exponent, MPFR_RNDN);
  return x;
}

/// df_i/dx_j by central differences with step 2^-120, relative error about 2^-200: for each of the
/// numbers f returns one row over all numbers in the arguments.
template <class F, class... A>
std::vector<std::vector<real>> difference_jacobian(const F& f, const std::tuple<A...>& arguments) {
  auto x = converted<real>(arguments);
  const real step = power_of_two(-120);
  std::vector<std::vector<real>> jacobian;
  const std::size_t columns = leaves_of<real>(x).size();
  for (std::size_t j = 0; j < columns; ++j) {
    const auto shifted = [&](const real& by) {
      auto moved = x;
      std::size_t k = 0;
      visit_leaves(moved, [&](real& leaf) {
        if (k++ == j) leaf += by;
      });
      return leaves_of<real>(std::apply(f, moved));
    };
    const std::vector<real> above = shifted(step);
    const std::vector<real> below = shifted(-step);
    jacobian.resize(above.size(), std::vector<real>(columns));
    for (std::size_t i = 0; i < above.size(); ++i) {
      jacobian[i][j] = (above[i] - below[i]) / (step + step);
    }
  }
  return jacobian;
}

/// |got - exact| in units of T's precision relative to `exact`; for exact = 0 any other value is
/// infinitely wrong. Differences leave noise below 2^-200 where the derivative is 0.
template <class T>
double relative_error(const T& got, const real& exact) {
  if (!(got == got)) return std::numeric_limits<double>::infinity();
  const real error = abs(real(got) - exact);
  if (abs(exact) < power_of_two(-200)) {
    return got == T(0) ? 0.0 : std::numeric_limits<double>::infinity();
  }
  return static_cast<double>(error / abs(exact) /
                             real(static_cast<double>(std::numeric_limits<T>::epsilon())));
}

}  // namespace problems
