// SPDX-License-Identifier: MIT
// Differences extrapolated to step 0, with an estimate of their error.
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
/// does not hide what they are to show. (With -mlong-double-64 there is none, and functions of the C library on
/// long double are wrong.)
using widest_real = std::conditional_t<(std::numeric_limits<long double>::digits >
                                        std::numeric_limits<double>::digits),
                                       long double, double>;
template <class T>
using difference_scalar = std::conditional_t<built_in_scalar<T>, widest_real, T>;

/// The points of a difference quotient: on both sides of x, whose error is a series in the square of the
/// step, or x and a point on one side, where it is a series in the step.
enum class difference_side { both, above, below };

/// Richardson extrapolation of quotients whose step is halved each time; it keeps the entry of the
/// tableau with the smallest error estimate (C. J. F. Ridders, Advances in Engineering Software 4
/// (1982), 75-76).
template <class T>
class extrapolation {
 public:
  /// `noise` is what rounding contributes to the quotient, `enough` a spread that needs no smaller
  /// step.
  constexpr void add(const T& quotient, const T& noise, const T& enough,
                     difference_side side = difference_side::both) {
    if (side != side_) restart();
    side_ = side;
    // Steps that are lost in the rounding of a coarse function.
    if (found_ && quotient == T(0) && T(T(known) * error_) < magnitude(value_)) {
      settled_ = true;
      return;
    }
    const T ratio(side == difference_side::both ? 4 : 2);
    std::array<T, depth + 1> row{};
    row[0] = quotient;
    if (entries_ == 0 && !found_) keep(quotient, T(magnitude(quotient) + noise));
    T power(1);
    std::size_t column = 1;
    for (; column <= entries_ && column <= depth; ++column) {
      power = T(power * ratio);
      row[column] =
          T(row[column - 1] + T(T(row[column - 1] - last_[column - 1]) / T(power - T(1))));
      T spread = larger(magnitude(T(row[column] - row[column - 1])),
                        magnitude(T(row[column] - last_[column - 1])));
      // Two quotients that a coarse rounding made equal would pass for exact ones.
      if (column < entries_) spread = larger(spread, magnitude(T(row[column] - last_[column])));
      keep(row[column], T(spread + noise));
      if (spread <= larger(noise, enough) || error_ <= noise) settled_ = true;
    }
    entries_ = column;
    last_ = row;
  }

  /// The function was not finite at this step; smaller ones start afresh.
  constexpr void restart() { entries_ = 0; }

  /// What is known from elsewhere: the error is at least that.
  constexpr void widen(const T& error) { error_ = larger(error_, error); }

  constexpr bool found() const { return found_; }
  /// True if smaller steps are not worth it or would only add rounding noise.
  constexpr bool settled() const { return settled_; }
  constexpr const T& value() const { return value_; }
  constexpr const T& error() const { return error_; }

 private:
  static constexpr std::size_t depth = 4;
  /// What a value must exceed its error by to be known.
  static constexpr double known = 128;

  constexpr void keep(const T& value, const T& error) {
    if (found_ && error_ <= error) return;
    value_ = value;
    error_ = error;
    found_ = true;
  }

  std::array<T, depth + 1> last_{};
  std::size_t entries_ = 0;
  difference_side side_ = difference_side::both;
  bool found_ = false;
  bool settled_ = false;
  T value_{};
  T error_{};
};

/// Where differences are taken, and when they are good enough.
template <class T>
struct difference_steps {
  T longest;
  /// How many steps there are at most, each half as long as the one before.
  int count;
  /// A spread, relative to the quotient, that needs no smaller step.
  T precision;
  /// The relative rounding error of the function.
  T roundoff;
};

/// Steps that halve a first one and approach 0; `difference_column` says of what.
template <class T, class Column, class Evaluate, class Base>
constexpr void add_differences(const Evaluate& evaluate, const T& x,
                               const difference_steps<T>& steps, Column& column, const Base& base) {
  T step = steps.longest;
  for (int k = 0; k < steps.count; ++k) {
    const T above = T(x + step);
    const T below = T(x - step);
    if (above == x || below == x) return;
    const auto high = evaluate(above);
    const auto low = evaluate(below);
    bool settled = true;
    for (std::size_t i = 0; i < column.size(); ++i) {
      const auto add = [&](const T& to, const T& from, const T& width, difference_side side) {
        const T size = larger(magnitude(to), magnitude(from));
        const T quotient = T(T(to - from) / width);
        column[i].add(quotient, T(T(T(8) * steps.roundoff * size) / width),
                      T(steps.precision * magnitude(quotient)), side);
      };
      if (is_finite(high[i]) && is_finite(low[i])) {
        add(high[i], low[i], T(above - below), difference_side::both);
        if constexpr (requires { column[i].compare_sides(step, step); }) {
          const T size = larger(larger(magnitude(high[i]), magnitude(low[i])), magnitude(base[i]));
          column[i].compare_sides(
              T(T(T(high[i] - base[i]) / T(above - x)) - T(T(base[i] - low[i]) / T(x - below))),
              T(T(T(4) * steps.roundoff * size) / step));
        }
      } else if (i < base.size() && is_finite(base[i]) && is_finite(high[i])) {
        add(high[i], base[i], T(above - x), difference_side::above);
      } else if (i < base.size() && is_finite(base[i]) && is_finite(low[i])) {
        add(base[i], low[i], T(x - below), difference_side::below);
      } else {
        column[i].restart();
      }
      settled = settled && column[i].settled();
    }
    if (settled) return;
    step = T(step / T(2));
  }
}

/// The finer of two differences where it is the more exact one, or where it says clearly something else: steps
/// of about x jump over the periods of a function, and may agree by chance. A function that no longer moves under fine
/// steps is a coarse one.
template <class Difference>
constexpr void prefer_finer(Difference& coarse, const Difference& fine) {
  using T = std::remove_cvref_t<decltype(fine.value())>;
  if (!fine.found()) return;
  if (!coarse.found()) {
    coarse = fine;
    return;
  }
  if (fine.value() == T(0)) return;
  const T apart = magnitude(T(coarse.value() - fine.value()));
  const bool agree = apart <= T(T(4) * T(coarse.error() + fine.error()));
  const bool clear = T(T(128) * fine.error()) < apart;
  if (agree ? fine.error() < coarse.error() : clear) {
    coarse = fine;
  } else if (!agree) {
    coarse.widen(apart);
  }
}

/// One column of a Jacobian by differences: `evaluate(at)` gives the values of the function where the
/// variable that is x at the point is `at`. The rows of `column` receive the derivatives. Where a row is
/// finite on one side alone, and in `base`, the values at x, quotients of that side serve; an empty `base` forbids it. Where
/// x is large, steps of order 1 are taken, too, since functions may have a scale of their own, as sin has.
template <class T, class Column, class Evaluate, class Base>
constexpr void difference_column(const Evaluate& evaluate, const T& x,
                                 const difference_steps<T>& steps, Column& column,
                                 const Base& base) {
  const T large(1024);
  if (magnitude(x) < large) {
    add_differences(evaluate, x, steps, column, base);
    return;
  }
  Column fine = column;
  add_differences(evaluate, x, steps, column, base);
  difference_steps<T> finer = steps;
  // A few binary digits, so that the halves and x add up without rounding.
  finer.longest = T(T(29) / T(256));
  add_differences(evaluate, x, finer, fine, base);
  for (std::size_t i = 0; i < column.size(); ++i) prefer_finer(column[i], fine[i]);
}

}  // namespace etad::inline ETAD_ABI::detail
