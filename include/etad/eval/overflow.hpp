// SPDX-License-Identifier: MIT
// Derivatives where a function overflows or underflows on the way: log(1 + exp(800)) is infinite and has
// the slope 1, as has log(exp(-800)).
//
// The product of an infinite slope and one that vanishes for the same reason is NaN or 0. Where that came of
// an overflow or underflow and not of a pole, the numbers of a wider format tell what it should be.
#pragma once

#include <array>
#include <limits>
#include <type_traits>

#include <etad/eval/interpret.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A format in which what overflows in T often does not; T itself if there is none.
template <class T>
using wider_range = std::conditional_t<
    std::same_as<T, float>, double,
    std::conditional_t<std::same_as<T, double> && (std::numeric_limits<long double>::max_exponent >
                                                   std::numeric_limits<double>::max_exponent),
                       long double, T>>;

/// Sums and products. Their slopes do not tell that they overflowed.
constexpr bool is_arithmetic(opcode op) {
  return op == opcode::add || op == opcode::subtract || op == opcode::multiply ||
         op == opcode::divide || op == opcode::fma || op == opcode::zero_multiply ||
         op == opcode::steep_multiply;
}

/// Whether derivatives of Full, which has formulas for singular points, may have to be computed again.
template <class Full, class T>
inline constexpr bool may_be_recomputed = [] {
  bool may = false;
  for (int i = 0; i < opcode_count; ++i) {
    const auto op = static_cast<opcode>(i);
    const bool other = op == opcode::pow || op == opcode::tgamma || op == opcode::edge;
    may = may || ((grows(op) || other) && operations_in<Full>::used[static_cast<std::size_t>(i)]);
  }
  return may && built_in_scalar<T> && !calls_opaque_functions<operations_in<Full>>;
}();

/// A number of a wider format, rounded; the conversion of what T does not hold is not defined.
template <class T, class Wide>
constexpr T narrowed(Wide x) {
  constexpr T infinity = std::numeric_limits<T>::infinity();
  constexpr Wide largest = (std::numeric_limits<T>::max)();
  return x > largest ? infinity : x < -largest ? -infinity : static_cast<T>(x);
}

/// Whether sums and products are infinite though their operands x[0], ... are not, and it is no pole.
template <class T>
constexpr bool arithmetic_overflows(instruction x, T result, const T* reals) {
  if (!is_arithmetic(x.op()) || is_finite(result)) return false;
  const bool finite = is_finite(reals[x.a()]) && is_finite(reals[x.b()]);
  if (x.op() == opcode::fma) return finite && is_finite(reals[x.c()]);
  return finite && (x.op() != opcode::divide || reals[x.b()] != T(0));
}

/// Whether a number of the user's is 0 though the exact one is not.
template <class T>
constexpr bool underflows(instruction x, T result, const T* reals) {
  if (result != T(0) || x.is_derivative()) return false;
  const T u = reals[x.a()];
  switch (x.op()) {
    case opcode::exp:
    case opcode::exp2:
    case opcode::erfc:
    case opcode::tgamma:
      return is_finite(u);
    case opcode::multiply:
      return u != T(0) && reals[x.b()] != T(0);
    case opcode::fma:
      return u != T(0) && reals[x.b()] != T(0) && reals[x.c()] == T(0);
    case opcode::divide:
    case opcode::pow:
      return u != T(0) && is_finite(u) && is_finite(reals[x.b()]);
    default:
      return false;
  }
}

/// Whether a function that grows like exp is infinite at a number.
template <class T>
constexpr bool outgrows(instruction x, T result, const T* reals) {
  return grows(x.op()) && !is_finite(result) && is_finite(reals[x.a()]);
}

/// Whether a number of the user's is infinite because it was divided by 0, or a power of 0 with a negative exponent.
template <class T>
constexpr bool is_at_pole(instruction x, T result, const T* reals) {
  if (x.is_derivative() || is_finite(result) || result != result) return false;
  const T u = reals[x.a()];
  if (x.op() == opcode::divide) return is_finite(u) && reals[x.b()] == T(0);
  return x.op() == opcode::pow && u == T(0) && is_finite(reals[x.b()]);
}

/// Whether a number overflowed, or underflowed, though its operands did not. Which derivatives it spoils the
/// results do not tell: a zero slope behind it may have won over an infinite one.
template <class T>
constexpr bool leaves_range(instruction x, T result, const T* reals) {
  if (is_finite(result)) return underflows(x, result, reals);
  if (outgrows(x, result, reals) || is_at_pole(x, result, reals)) return true;
  const T u = reals[x.a()];
  const bool power = x.op() == opcode::pow && u != T(0) && is_finite(u) && is_finite(reals[x.b()]);
  const bool gamma = x.op() == opcode::tgamma && u > T(1) && is_finite(u);
  return power || gamma || arithmetic_overflows(x, result, reals);
}

template <class Schedule, class T>
constexpr bool leaves_range_in(const Schedule& s, const T* reals) {
  for (int i = 0; i < s.size; ++i) {
    const instruction x = s.at(i);
    if (quick.real[static_cast<int>(x.op())] && leaves_range(x, reals[i], reals)) return true;
  }
  return false;
}

/// Whether an output is etad's own arithmetic; a derivative along seeds is one plus zero.
template <class Schedule>
constexpr bool is_a_derivative(const Schedule& s, value_id i) {
  const instruction x = s.at(i);
  return x.is_derivative() ||
         (x.op() == opcode::add && (s.at(x.a()).is_derivative() || s.at(x.b()).is_derivative()));
}

/// Whether a result x stands beside y, the same in a wider format: they differ by rounding only, or y is
/// NaN.
template <class T>
constexpr bool agree_roughly(T x, T y) {
  if (y != y) return true;
  if (x != x) return false;
  if (!is_finite(x) || !is_finite(y)) return is_finite(x) == is_finite(y);
  return abs(T(x / 2 - y / 2)) <= abs(y) / 1000;
}

template <class T>
constexpr bool is_tiny(T x) {
  return abs(x) < (std::numeric_limits<T>::min)();
}

/// What a program met in the wider format, too. Growth is a function that overflows, not a sum or product, or a pole.
struct met_again {
  bool overflow = false;
  bool growth = false;
  bool underflow = false;
};

/// What stands for numbers that leave the range of the wider format, too.
template <class Wide>
struct stand_ins {
  Wide huge = std::numeric_limits<Wide>::infinity();
  Wide pole = std::numeric_limits<Wide>::infinity();
  Wide tiny = 0;
};

/// Runs Full in a wider format, along the branches that were taken in T. A sum or product of the user's that
/// overflows there, too, is NaN; one that grows like exp is +-huge, one at a pole +-pole, and a number of the user's that
/// underflows there, too, is +-tiny. `first` are the numbers of the first such run, in which these are what they are.
template <class Full, class T, class Wide>
constexpr met_again run_wider(const T* reals, bool* masks, Wide* values, const Wide* first,
                              const stand_ins<Wide>& instead) {
  constexpr const auto& s = Full::value;
  const interpreter_frame<Wide> frame{values, masks};
  met_again met;
  for (int i = 0; i < s.size; ++i) {
    const instruction x = s.at(i);
    const auto n = static_cast<std::size_t>(i);
    const bool real = quick.real[static_cast<int>(x.op())];
    if (is_leaf(x.op())) {
      values[n] = static_cast<Wide>(reals[n]);
    } else if (real || x.is_derivative()) {
      interpreter_table<Wide, operations_in<Full>>[static_cast<std::size_t>(x.op())](frame, x, n);
      if (!real || x.is_derivative()) continue;
      // Where a quotient overflows in every format, so does its slope by the divisor.
      if (x.op() != opcode::divide && arithmetic_overflows(x, values[n], values)) {
        values[n] = std::numeric_limits<Wide>::quiet_NaN();
        met.overflow = true;
      } else if (underflows(x, first[n], first)) {
        values[n] = copysign(instead.tiny, values[n]);
        met.underflow = true;
      } else if (outgrows(x, first[n], first)) {
        values[n] = copysign(instead.huge, values[n]);
        met.growth = true;
      } else if (is_at_pole(x, first[n], first)) {
        values[n] = copysign(instead.pole, values[n]);
        met.growth = true;
      }
    }
  }
  return met;
}

/// Computes the derivatives among the outputs of Full once more, in a wider format, if a number overflowed or
/// underflowed. Those that depend on a sum or product that
/// overflows there, too, are NaN, as are those that depend on what a number is that leaves the range there; a
/// derivative that overflows is infinite. Values stay as they are, and so does what differs by rounding.
/// Cost: that of the interpreter.
template <class Full, class T>
[[gnu::noinline, gnu::cold]] constexpr void recompute_overflowed(const T* reals, bool* masks,
                                                                 T* const* out) {
  using wide = wider_range<T>;
  constexpr const auto& s = Full::value;
  if (!leaves_range_in(s, reals)) return;
  using numbers = std::array<wide, at_least_one(Full::value.size)>;
  numbers values{};
  numbers others{};
  using limits = std::numeric_limits<wide>;
  const met_again met =
      run_wider<Full>(reals, masks, values.data(), values.data(), stand_ins<wide>{});
  if (met.underflow || met.growth) {
    // Beside a pole slopes may be the pole's square, and its reciprocal.
    const auto root = sqrt((limits::max)());
    run_wider<Full>(reals, masks, others.data(), values.data(),
                    stand_ins<wide>{(limits::max)() / 4, root, limits::denorm_min()});
  }
  for (int k = 0; k < s.output_count; ++k) {
    const value_id i = s.outputs[k];
    if (!is_a_derivative(s, i)) continue;
    T again = narrowed<T>(values[i]);
    const T other = narrowed<T>(others[i]);
    const bool may_differ = met.underflow || (met.growth && is_finite(again));
    if (may_differ && !agree_roughly(again, other) && !(is_tiny(again) && is_tiny(other))) {
      again = std::numeric_limits<T>::quiet_NaN();
    }
    const bool unknown = (met.overflow || met.growth || met.underflow) && again != again;
    if (unknown || !agree_roughly(*out[k], again)) *out[k] = again;
  }
}

}  // namespace etad::inline ETAD_ABI::detail
