// SPDX-License-Identifier: MIT
// A constant of the user's program before its scalar type is known.
#pragma once

#include <concepts>
#include <limits>

#include <etad/core/cx.hpp>

namespace etad::inline ETAD_ABI::detail {

struct opaque_row;

/// A constant in each built-in format. All bits zero are the constant 0. No default values: Clang fills an
/// array of these at once, and would run a constructor for each element otherwise, in schedules thousands
/// of times.
struct literal_formats {
  float f;
  double d;
  long double l;
  bool rounded;
  /// In place of a number: the function that an opaque call runs (ir/opaque_row.hpp).
  const opaque_row* function;

  template <class T>
  constexpr T as() const {
    if constexpr (std::same_as<T, float>) {
      return f;
    } else if constexpr (std::same_as<T, double>) {
      return d;
    } else {
      return T(l);
    }
  }

  /// The same constant: equal bits, so that -0 and 0 differ and NaN equals itself.
  constexpr bool same(const literal_formats& other) const {
    if (d != d) return other.d != other.d;
    return d == other.d && f == other.f && l == other.l && rounded == other.rounded &&
           (d != 0 || (cx::signbit(d) == cx::signbit(other.d) && function == other.function));
  }
};

/// A constant. Arithmetic between constants is carried out in every format, so that the folded
/// constant is what plain code in that format would compute. Unless it is `rounded`, all formats hold the
/// mathematically exact value, so that other scalar types may use it, too.
struct literal : literal_formats {
  constexpr literal() : literal_formats{0, 0, 0, false, nullptr} {}
  constexpr literal(const literal_formats& x) : literal_formats(x) {}
  constexpr explicit literal(const opaque_row* called) : literal_formats{0, 0, 0, false, called} {}
  constexpr literal(float in_float, double in_double, long double in_long_double, bool is_exact)
      : literal_formats{in_float, in_double, in_long_double, !is_exact, nullptr} {}

  template <std::integral Index>
  constexpr explicit literal(Index value)
      : literal_formats{static_cast<float>(value), static_cast<double>(value),
                        static_cast<long double>(value), false, nullptr} {}

  template <std::floating_point T>
  constexpr explicit literal(T value)
      : literal_formats{narrow<float>(value), narrow<double>(value),
                        static_cast<long double>(value), false, nullptr} {}

 private:
  // The compilers refuse a conversion that overflows.
  template <class To, class From>
  static constexpr To narrow(From x) {
    constexpr auto largest = (std::numeric_limits<To>::max)();
    if (x > static_cast<From>(largest)) return std::numeric_limits<To>::infinity();
    if (x < -static_cast<From>(largest)) return -std::numeric_limits<To>::infinity();
    return static_cast<To>(x);
  }
};

/// Whether the sum, product or quotient r of x and y is exact in double arithmetic and
/// representable in every format.
constexpr bool in_every_format(const literal_formats& x) {
  return !x.rounded && static_cast<double>(x.f) == x.d && static_cast<long double>(x.d) == x.l;
}

/// Evaluates one operation in all three formats; the result counts as exact only if `exact` says
/// so of the result in double.
template <class Operation, class Exact>
constexpr literal fold(const literal_formats& x, const literal_formats& y, Operation operation,
                       Exact exact) {
  literal r(operation(x.f, y.f), operation(x.d, y.d), operation(x.l, y.l), true);
  r.rounded =
      !(in_every_format(x) && in_every_format(y) && in_every_format(r) && exact(x.d, y.d, r.d));
  return r;
}

constexpr literal fold_sum(const literal_formats& x, const literal_formats& y) {
  return fold(
      x, y, [](auto a, auto b) { return cx::add(a, b); },
      [](double a, double b, double s) {
        return cx::isfinite(s) && cx::subtract(s, a) == b && cx::subtract(s, b) == a;
      });
}
constexpr literal fold_difference(const literal_formats& x, const literal_formats& y) {
  return fold(
      x, y, [](auto a, auto b) { return cx::subtract(a, b); },
      [](double a, double b, double s) {
        return cx::isfinite(s) && cx::subtract(a, s) == b && cx::add(s, b) == a;
      });
}
// Two 24-bit factors have an exact product of 48 bits in double.
constexpr literal fold_product(const literal_formats& x, const literal_formats& y) {
  return fold(
      x, y, [](auto a, auto b) { return cx::multiply(a, b); },
      [](double, double, double p) { return cx::isfinite(p); });
}
constexpr literal fold_quotient(const literal_formats& x, const literal_formats& y) {
  return fold(
      x, y, [](auto a, auto b) { return cx::divide(a, b); },
      [](double a, double b, double q) { return cx::isfinite(q) && cx::multiply(q, b) == a; });
}
constexpr literal fold_negation(const literal_formats& x) { return {-x.f, -x.d, -x.l, !x.rounded}; }

}  // namespace etad::inline ETAD_ABI::detail
