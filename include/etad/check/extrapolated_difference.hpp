// SPDX-License-Identifier: MIT
// Central differences extrapolated to step 0, with an estimate of their error.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <limits>
#include <type_traits>

#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T>
constexpr T magnitude(const T& x) {
  return x < T(0) ? T(-x) : x;
}
template <class T>
constexpr T larger(const T& x, const T& y) {
  return x < y ? y : x;
}
template <class T>
constexpr T smaller(const T& x, const T& y) {
  return y < x ? y : x;
}

/// Distance from 1 to the next number; that of double for number classes which do not tell.
template <class T>
constexpr T unit_roundoff() {
  const T own = std::numeric_limits<T>::epsilon();
  return own > T(0) ? own : T(std::numeric_limits<double>::epsilon());
}

/// The type in which differences are taken: wider than double where there is one, so that rounding
/// does not hide what they are to show.
template <class T>
using difference_scalar = std::conditional_t<built_in_scalar<T>, long double, T>;

/// Richardson extrapolation of quotients whose step is halved each time; it keeps the entry of the
/// tableau with the smallest error estimate (C. J. F. Ridders, Advances in Engineering Software 4
/// (1982), 75-76).
template <class T>
class extrapolation {
 public:
  /// `noise` is what rounding contributes to the quotient, `enough` a spread that needs no smaller
  /// step.
  constexpr void add(const T& quotient, const T& noise, const T& enough) {
    std::array<T, depth + 1> row{};
    row[0] = quotient;
    if (entries_ == 0 && !found_) keep(quotient, T(magnitude(quotient) + noise));
    T power(1);
    std::size_t column = 1;
    for (; column <= entries_ && column <= depth; ++column) {
      power = T(power * T(4));
      row[column] =
          T(row[column - 1] + T(T(row[column - 1] - last_[column - 1]) / T(power - T(1))));
      const T spread = larger(magnitude(T(row[column] - row[column - 1])),
                              magnitude(T(row[column] - last_[column - 1])));
      keep(row[column], T(spread + noise));
      if (spread <= larger(noise, enough)) settled_ = true;
    }
    entries_ = column;
    last_ = row;
  }

  /// The function was not finite at this step; smaller ones start afresh.
  constexpr void restart() { entries_ = 0; }

  constexpr bool found() const { return found_; }
  /// True if smaller steps are not worth it or would only add rounding noise.
  constexpr bool settled() const { return settled_; }
  constexpr const T& value() const { return value_; }
  constexpr const T& error() const { return error_; }

 private:
  static constexpr std::size_t depth = 4;

  constexpr void keep(const T& value, const T& error) {
    if (found_ && error_ <= error) return;
    value_ = value;
    error_ = error;
    found_ = true;
  }

  std::array<T, depth + 1> last_{};
  std::size_t entries_ = 0;
  bool found_ = false;
  bool settled_ = false;
  T value_{};
  T error_{};
};

/// One column of a Jacobian by differences: `evaluate(x)` gives the Rows values of the function,
/// the derivative is taken with respect to x[j]
/// until it is known to the relative error `precision`.
template <std::size_t Rows, class T, std::size_t Count, class Evaluate>
constexpr std::array<extrapolation<T>, Rows> difference_column(const Evaluate& evaluate,
                                                               const std::array<T, Count>& x,
                                                               std::size_t j, const T& precision) {
  // Variables near 0 have no scale of their own.
  constexpr double smallest_scale = 0x1p-20;
  constexpr int steps = 14;
  std::array<extrapolation<T>, Rows> column{};
  T step = T(larger(magnitude(x[j]), T(smallest_scale)) / T(8));
  for (int k = 0; k < steps; ++k) {
    std::array<T, Count> above = x;
    std::array<T, Count> below = x;
    above[j] = T(x[j] + step);
    below[j] = T(x[j] - step);
    const T width = T(above[j] - below[j]);
    const std::array<T, Rows> high = evaluate(above);
    const std::array<T, Rows> low = evaluate(below);
    bool settled = true;
    for (std::size_t i = 0; i < Rows; ++i) {
      if (is_finite(high[i]) && is_finite(low[i])) {
        const T size = larger(magnitude(high[i]), magnitude(low[i]));
        const T quotient = T(T(high[i] - low[i]) / width);
        column[i].add(quotient, T(T(T(8) * unit_roundoff<T>() * size) / width),
                      T(precision * magnitude(quotient)));
      } else {
        column[i].restart();
      }
      settled = settled && column[i].settled();
    }
    if (settled) break;
    step = T(step / T(2));
  }
  return column;
}

}  // namespace etad::inline ETAD_ABI::detail
