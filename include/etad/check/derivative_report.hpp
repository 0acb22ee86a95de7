// SPDX-License-Identifier: MIT
// What a check of derivatives found, and how its numbers are compared.
#pragma once

#include <cstddef>
#include <limits>

#include <etad/check/extrapolated_difference.hpp>

namespace etad::inline ETAD_ABI {

/// Why derivatives disagree, as far as can be told.
enum class disagreement_cause {
  none,
  /// f is not finite at the point.
  not_finite,
  /// The derivative next to the point is what the differences say at the point: f is smooth, but goes
  /// through a kink or a singular point of one of its operations, whose rule does not know that.
  singular_operation,
  /// A kink or a jump of f itself, cancellation, or a rule that is wrong.
  other,
};

/// A cause as a sentence that says what to do.
constexpr const char* to_string(disagreement_cause cause) noexcept {
  switch (cause) {
    case disagreement_cause::not_finite:
      return "f is not finite at this point";
    case disagreement_cause::singular_operation:
      return "f is smooth here and its derivatives agree next to this point, but f goes through a "
             "kink or a "
             "singular point of an operation (abs, hypot, sqrt or a norm at 0, max of equal "
             "numbers), where that "
             "operation has no derivative; write f without it, x * x + y * y for the square of "
             "hypot(x, y)";
    case disagreement_cause::other:
      return "f may have a kink or a jump at this point, its terms may cancel, or a stated rule is "
             "wrong; check "
             "at a generic point";
    case disagreement_cause::none:
      break;
  }
  return "derivatives agree";
}

/// What check_derivatives found. The three derivatives are those of the worst entry of the Jacobian:
/// that of number `row` in f(x) by number `element` of argument `argument`, which is number `column`
/// of all that are differentiated. Numbers count from 0; those of a matrix by rows, those of a
/// structure in the order of its members.
template <class T>
struct derivative_report {
  bool ok = true;
  /// The largest disagreement, in units of what rounding and the error of the differences allow;
  /// infinite where a derivative is not finite or f is not finite around x.
  double worst_error = 0;
  int row = 0;
  int column = 0;
  T forward{};
  T reverse{};
  T difference{};
  int argument = 0;
  int element = 0;
  disagreement_cause cause = disagreement_cause::none;

  constexpr explicit operator bool() const { return ok; }
};

namespace detail {

/// The square root of T's precision, rounded down to a power of two.
template <class T, class Wide>
constexpr Wide half_precision() {
  Wide root(1);
  while (Wide(root * root) > Wide(unit_roundoff<T>())) root = Wide(root / Wide(2));
  return root;
}

/// The steps of a check at x: from |x| / 8 downwards, since Wide has digits to spare.
template <class T, class Wide>
constexpr difference_steps<Wide> steps_of_check(const Wide& x, const Wide& roundoff) {
  // Variables beside 0 have no scale of their own.
  constexpr double smallest_scale = 0x1p-20;
  return {Wide(larger(magnitude(x), Wide(smallest_scale)) / Wide(8)), 14,
          Wide(half_precision<T, Wide>() / Wide(1024)), roundoff};
}

/// The disagreement of three derivatives of one entry, in units of what is allowed.
///
/// Forward and reverse mode are rounded in T: they may differ from the truth by the square root of
/// its precision, relative to the derivative or to f over x. The differences may be off by some
/// multiple of their own estimate, yet by no more than a thousandth: otherwise a quotient that does
/// not converge would agree with anything.
template <class T, class Wide>
constexpr double disagreement(const T& tangent_entry, const T& adjoint_entry,
                              const extrapolation<Wide>& wide, const Wide& rounding) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  if (!is_finite(tangent_entry) || !is_finite(adjoint_entry) || !wide.found()) return infinite;
  const Wide f(tangent_entry);
  const Wide r(adjoint_entry);
  const Wide d = wide.value();
  const Wide size = larger(larger(magnitude(f), magnitude(r)), magnitude(d));
  const Wide allowed = Wide(Wide(half_precision<T, Wide>() * size) + rounding);
  const Wide estimate = smaller(Wide(Wide(16) * wide.error()), Wide(Wide(0x1p-10) * size));
  const Wide modes = magnitude(Wide(f - r));
  const Wide numeric = larger(magnitude(Wide(f - d)), magnitude(Wide(r - d)));
  const auto ratio = [](const Wide& error, const Wide& limit) {
    return error == Wide(0) ? 0.0 : static_cast<double>(Wide(error / limit));
  };
  const double between_modes = ratio(modes, allowed);
  const double to_difference = ratio(numeric, Wide(allowed + estimate));
  return between_modes < to_difference ? to_difference : between_modes;
}

/// Takes the entries of a Jacobian one after the other and keeps the worst.
template <class T, class Wide>
class comparison {
 public:
  /// `y` is the value of row i, x that of variable j.
  constexpr void add(std::size_t i, std::size_t j, const T& tangent_entry, const T& adjoint_entry,
                     const extrapolation<Wide>& column, const Wide& y, const Wide& x) {
    const Wide rounding = Wide(Wide(Wide(64) * Wide(unit_roundoff<T>())) * magnitude(y)) /
                          larger(magnitude(x), Wide(1));
    const double error = disagreement<T, Wide>(tangent_entry, adjoint_entry, column, rounding);
    if (!first_ && !(report_.worst_error < error)) return;
    first_ = false;
    report_.worst_error = error;
    report_.row = static_cast<int>(i);
    report_.column = static_cast<int>(j);
    report_.forward = tangent_entry;
    report_.reverse = adjoint_entry;
    report_.difference =
        column.found() ? static_cast<T>(column.value()) : std::numeric_limits<T>::quiet_NaN();
  }

  /// The report where row i of f is not finite.
  static constexpr derivative_report<T> not_finite(std::size_t i, const T& tangent_entry,
                                                   const T& adjoint_entry) {
    derivative_report<T> report;
    report.ok = false;
    report.worst_error = std::numeric_limits<double>::infinity();
    report.row = static_cast<int>(i);
    report.forward = tangent_entry;
    report.reverse = adjoint_entry;
    report.difference = std::numeric_limits<T>::quiet_NaN();
    report.cause = disagreement_cause::not_finite;
    return report;
  }

  /// The report; `next_to_point(row, column)` gives the derivative at a point close by, `place(column,
  /// report)` says what the caller calls that variable.
  template <class Near, class Place>
  constexpr derivative_report<T> finish(Near next_to_point, Place place) {
    place(report_.column, report_);
    report_.ok = report_.worst_error <= 1.0;
    if (!report_.ok) {
      report_.cause = disagreement_cause::other;
      if (is_finite(report_.difference)) {
        const T beside = next_to_point(report_.row, report_.column);
        const T left = magnitude(T(beside - report_.difference));
        const T seen = is_finite(report_.forward)
                           ? magnitude(T(report_.forward - report_.difference))
                           : magnitude(report_.difference);
        if (left <= T(T(0x1p-6) * seen)) {
          report_.cause = disagreement_cause::singular_operation;
        }
      }
    }
    return report_;
  }

 private:
  derivative_report<T> report_;
  bool first_ = true;
};

/// Notes which argument holds variable `column` of those that Wrt selects, and which of its numbers that is;
/// `sizes` has as many numbers as each argument has.
template <class Wrt, class T>
constexpr void place_variable(const auto& sizes, int column, derivative_report<T>& report) {
  report.element = column;
  for (std::size_t k = 0; k < sizes.size(); ++k) {
    if (!Wrt::selects(static_cast<int>(k))) continue;
    report.argument = static_cast<int>(k);
    if (report.element < static_cast<int>(sizes[k])) return;
    report.element -= static_cast<int>(sizes[k]);
  }
}

/// How far the point next to x is away: far enough from what is singular at x, close enough for a
/// derivative that is continuous.
template <class T>
constexpr T next_to(const T& x) {
  return T(x + T(T(0x1p-10) * larger(magnitude(x), T(1))));
}

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
