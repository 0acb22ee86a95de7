// SPDX-License-Identifier: MIT
// The inverse of a small matrix of numbers of any kind, recorded ones among them.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include <etad/core/matrix.hpp>
#include <etad/expr/traced.hpp>
#include <etad/ir/recorded.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class Number, std::size_t Size>
using square_matrix = std::array<std::array<Number, Size>, Size>;

/// Traced numbers as those of derivative arithmetic, which knows structural zeros and ones.
template <class Rows>
constexpr auto recorded_matrix(trace_state* state, const Rows& m) {
  square_matrix<recorded, static_cast<std::size_t>(Rows::rows)> result{};
  for (std::size_t i = 0; i < result.size(); ++i) {
    for (std::size_t j = 0; j < result.size(); ++j) {
      result[i][j] = {&state->code, m[i][j].id_in(state)};
    }
  }
  return result;
}
template <class Rows>
constexpr auto plain_matrix(const Rows& m) {
  using number = std::remove_cvref_t<decltype(m[0][0])>;
  square_matrix<number, static_cast<std::size_t>(Rows::rows)> result{};
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = m[i];
  return result;
}

/// Exchanges x and y where the mask holds.
template <class Mask, class Number>
constexpr void exchange(const Mask& mask, Number& x, Number& y) {
  const Number old = x;
  x = choose(
      mask, [&] { return y; }, [&] { return old; });
  y = choose(
      mask, [&] { return old; }, [&] { return y; });
}

/// -m^-1 by Gauss-Jordan elimination. Rows are exchanged for the largest pivot of the column by
/// selections, not by branches, so that a traced program has one path. N. Higham, Accuracy and
/// Stability of Numerical Algorithms (2002), section 14.4. Cost: n^3 multiplications, n divisions.
template <class Number, std::size_t Size>
constexpr square_matrix<Number, Size> negative_inverse(square_matrix<Number, Size> m) {
  const Number zero = constant_like(m[0][0], 0.0);
  square_matrix<Number, Size> result{};
  for (std::size_t i = 0; i < Size; ++i) {
    for (std::size_t j = 0; j < Size; ++j) {
      result[i][j] = i == j ? constant_like(m[0][0], -1.0) : zero;
    }
  }
  for (std::size_t k = 0; k < Size; ++k) {
    for (std::size_t i = k + 1; i < Size; ++i) {
      const auto larger = abs(m[i][k]) > abs(m[k][k]);
      for (std::size_t j = k; j < Size; ++j) exchange(larger, m[k][j], m[i][j]);
      for (std::size_t j = 0; j < Size; ++j) exchange(larger, result[k][j], result[i][j]);
    }
    const Number factor = quotient(constant_like(m[0][0], 1.0), m[k][k]);
    for (std::size_t j = k + 1; j < Size; ++j) m[k][j] = product(m[k][j], factor);
    for (std::size_t j = 0; j < Size; ++j) result[k][j] = product(result[k][j], factor);
    for (std::size_t i = 0; i < Size; ++i) {
      if (i == k) continue;
      const Number multiple = m[i][k];
      for (std::size_t j = k + 1; j < Size; ++j) {
        m[i][j] = difference(m[i][j], product(multiple, m[k][j]));
      }
      for (std::size_t j = 0; j < Size; ++j) {
        result[i][j] = difference(result[i][j], product(multiple, result[k][j]));
      }
    }
  }
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
