// SPDX-License-Identifier: MIT
// What the operation table asks of a plain number: built-in floating-point types here, any other
// type with the usual functions through argument-dependent look-up.
#pragma once

#include <cmath>
#include <concepts>
#include <limits>
#include <type_traits>

#include <etad/core/comparisons.hpp>
#include <etad/core/config.hpp>
#include <etad/core/cx.hpp>
#include <etad/core/family.hpp>
#include <etad/core/maybe.hpp>

namespace etad::inline ETAD_ABI::detail {

/// True for the number types that record instructions instead of computing.
template <class Number>
inline constexpr bool is_symbolic = false;

template <class Number>
concept symbolic = is_symbolic<std::remove_cvref_t<Number>>;

template <class T>
concept built_in_scalar = std::floating_point<T>;

/// A number class such as boost::multiprecision::cpp_bin_float_50.
template <class T>
concept other_scalar =
    !std::is_arithmetic_v<T> && !std::is_enum_v<T> && !symbolic<T> && requires(const T& x) {
  T(x + x);
  T(x * x);
  T(1.0);
};

template <class T>
concept plain_scalar = built_in_scalar<T> || other_scalar<T>;

// Arithmetic of the table. In constant evaluation the IEEE result also where the compilers refuse
// to compute it (1/0, 0*inf); at run time the machine's instruction.

template <built_in_scalar T>
constexpr T sum(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::add(x, y) : x + y;
}
template <built_in_scalar T>
constexpr T difference(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::subtract(x, y) : x - y;
}
template <built_in_scalar T>
constexpr T product(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::multiply(x, y) : x * y;
}
template <built_in_scalar T>
constexpr T quotient(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::divide(x, y) : x / y;
}
template <built_in_scalar T>
constexpr T fma(T x, T y, T z) noexcept {
  return std::is_constant_evaluated() ? cx::fma(x, y, z) : std::fma(x, y, z);
}
template <built_in_scalar T>
constexpr T multiply_add(T x, T y, T z) noexcept {
  if (std::is_constant_evaluated()) return cx::add(cx::multiply(x, y), z);
  if constexpr (ETAD_HAS_FAST_FMA && !std::same_as<T, long double>) {
    return std::fma(x, y, z);
  } else {
    return x * y + z;
  }
}

template <built_in_scalar T>
constexpr T multiply_subtract(T x, T y, T z) noexcept {
  if (std::is_constant_evaluated()) return cx::subtract(cx::multiply(x, y), z);
  if constexpr (ETAD_HAS_FAST_FMA && !std::same_as<T, long double>) {
    return std::fma(x, y, -z);
  } else {
    return x * y - z;
  }
}
template <built_in_scalar T>
constexpr T negative_multiply_add(T x, T y, T z) noexcept {
  if (std::is_constant_evaluated()) return cx::subtract(z, cx::multiply(x, y));
  if constexpr (ETAD_HAS_FAST_FMA && !std::same_as<T, long double>) {
    return std::fma(-x, y, z);
  } else {
    return z - x * y;
  }
}

template <other_scalar T>
constexpr T sum(const T& x, const T& y) {
  return T(x + y);
}
template <other_scalar T>
constexpr T difference(const T& x, const T& y) {
  return T(x - y);
}
template <other_scalar T>
constexpr T product(const T& x, const T& y) {
  return T(x * y);
}
template <other_scalar T>
constexpr T quotient(const T& x, const T& y) {
  return T(x / y);
}
template <other_scalar T>
constexpr T multiply_add(const T& x, const T& y, const T& z) {
  return T(x * y + z);
}
template <other_scalar T>
constexpr T multiply_subtract(const T& x, const T& y, const T& z) {
  return T(x * y - z);
}
template <other_scalar T>
constexpr T negative_multiply_add(const T& x, const T& y, const T& z) {
  return T(z - x * y);
}

// Constants and masks.

template <plain_scalar T>
constexpr T constant_like(const T&, double value) {
  return static_cast<T>(value);
}
template <plain_scalar T>
constexpr maybe<double> literal_value(const T&) {
  return {};
}

template <other_scalar T>
constexpr auto is_finite(const T& x) {
  return isfinite(x);
}

template <class F, class G>
constexpr auto choose(bool mask, F taken, G otherwise) {
  return mask ? taken() : otherwise();
}
template <plain_scalar T, class F>
constexpr T edge(bool regular, const T& value, F singular) {
  return regular ? value : T(singular());
}
template <plain_scalar T>
constexpr T guarded(const T& partial) {
  return partial;
}
/// A partial that may be infinite or NaN unless the mask holds.
template <plain_scalar T>
constexpr T guarded(const T& partial, bool) {
  return partial;
}
/// What tells whether a slope that vanishes where the operand x is infinite may be used: the mask, and for a
/// computed x, which may be infinite by an overflow, that it is finite.
template <plain_scalar T>
constexpr bool checked(const T&, bool mask) {
  return mask;
}
template <plain_scalar T, class F>
constexpr T unless_infinite(const T& x, const T& value, F singular) {
  return edge(x != constant_like(x, std::numeric_limits<double>::infinity()), value, singular);
}
/// The operand x of a formula that is used where the mask holds. Elsewhere recorded formulas get `stand_in`: adjoints
/// of 0 would meet infinities in them.
template <class Mask, class Number>
  requires(!symbolic<Number>)
constexpr const Number& shielded(const Mask&, const Number& x, double) { return x; }

/// NaN for x = NaN, and in every order.
template <class Number>
constexpr Number nan_of(const Number& x) {
  return quotient(constant_like(x, 1.0), x);
}
/// NaN for x = 0, and in every order.
template <class Number>
constexpr Number nan_at_zero(const Number& x) {
  return quotient(x, x);
}

template <other_scalar T>
constexpr T sign(const T& x) {
  return choose(
      x > T(0), [&] { return T(1); },
      [&] {
        return choose(
            x < T(0), [&] { return T(-1); },
            [&] {
              return choose(
                  x == T(0), [&] { return T(0); },
                  [&] { return T(std::numeric_limits<double>::quiet_NaN()); });
            });
      });
}

// <cmath>: std:: at run time, etad's own kernel in constant evaluation.

template <built_in_scalar T>
constexpr T sqrt(T x) noexcept {
  return std::is_constant_evaluated() ? cx::sqrt(x) : std::sqrt(x);
}
template <built_in_scalar T>
constexpr T cbrt(T x) noexcept {
  return std::is_constant_evaluated() ? cx::cbrt(x) : std::cbrt(x);
}
template <built_in_scalar T>
constexpr T exp(T x) noexcept {
  return std::is_constant_evaluated() ? cx::exp(x) : std::exp(x);
}
template <built_in_scalar T>
constexpr T exp2(T x) noexcept {
  return std::is_constant_evaluated() ? cx::exp2(x) : std::exp2(x);
}
template <built_in_scalar T>
constexpr T expm1(T x) noexcept {
  return std::is_constant_evaluated() ? cx::expm1(x) : std::expm1(x);
}
template <built_in_scalar T>
constexpr T log(T x) noexcept {
  return std::is_constant_evaluated() ? cx::log(x) : std::log(x);
}
template <built_in_scalar T>
constexpr T log2(T x) noexcept {
  return std::is_constant_evaluated() ? cx::log2(x) : std::log2(x);
}
template <built_in_scalar T>
constexpr T log10(T x) noexcept {
  return std::is_constant_evaluated() ? cx::log10(x) : std::log10(x);
}
template <built_in_scalar T>
constexpr T log1p(T x) noexcept {
  return std::is_constant_evaluated() ? cx::log1p(x) : std::log1p(x);
}
template <built_in_scalar T>
constexpr T sin(T x) noexcept {
  return std::is_constant_evaluated() ? cx::sin(x) : std::sin(x);
}
template <built_in_scalar T>
constexpr T cos(T x) noexcept {
  return std::is_constant_evaluated() ? cx::cos(x) : std::cos(x);
}
template <built_in_scalar T>
constexpr T tan(T x) noexcept {
  return std::is_constant_evaluated() ? cx::tan(x) : std::tan(x);
}
template <built_in_scalar T>
constexpr T asin(T x) noexcept {
  return std::is_constant_evaluated() ? cx::asin(x) : std::asin(x);
}
template <built_in_scalar T>
constexpr T acos(T x) noexcept {
  return std::is_constant_evaluated() ? cx::acos(x) : std::acos(x);
}
template <built_in_scalar T>
constexpr T atan(T x) noexcept {
  return std::is_constant_evaluated() ? cx::atan(x) : std::atan(x);
}
template <built_in_scalar T>
constexpr T sinh(T x) noexcept {
  return std::is_constant_evaluated() ? cx::sinh(x) : std::sinh(x);
}
template <built_in_scalar T>
constexpr T cosh(T x) noexcept {
  return std::is_constant_evaluated() ? cx::cosh(x) : std::cosh(x);
}
template <built_in_scalar T>
constexpr T tanh(T x) noexcept {
  return std::is_constant_evaluated() ? cx::tanh(x) : std::tanh(x);
}
template <built_in_scalar T>
constexpr T asinh(T x) noexcept {
  return std::is_constant_evaluated() ? cx::asinh(x) : std::asinh(x);
}
template <built_in_scalar T>
constexpr T acosh(T x) noexcept {
  return std::is_constant_evaluated() ? cx::acosh(x) : std::acosh(x);
}
template <built_in_scalar T>
constexpr T atanh(T x) noexcept {
  return std::is_constant_evaluated() ? cx::atanh(x) : std::atanh(x);
}
template <built_in_scalar T>
constexpr T erf(T x) noexcept {
  return std::is_constant_evaluated() ? cx::erf(x) : std::erf(x);
}
template <built_in_scalar T>
constexpr T erfc(T x) noexcept {
  return std::is_constant_evaluated() ? cx::erfc(x) : std::erfc(x);
}
template <built_in_scalar T>
constexpr T tgamma(T x) noexcept {
  return std::is_constant_evaluated() ? cx::tgamma(x) : std::tgamma(x);
}
template <built_in_scalar T>
constexpr T lgamma(T x) noexcept {
  return std::is_constant_evaluated() ? cx::lgamma(x) : std::lgamma(x);
}
template <built_in_scalar T>
constexpr T floor(T x) noexcept {
  return std::is_constant_evaluated() ? cx::floor(x) : std::floor(x);
}
template <built_in_scalar T>
constexpr T ceil(T x) noexcept {
  return std::is_constant_evaluated() ? cx::ceil(x) : std::ceil(x);
}
template <built_in_scalar T>
constexpr T trunc(T x) noexcept {
  return std::is_constant_evaluated() ? cx::trunc(x) : std::trunc(x);
}
template <built_in_scalar T>
constexpr T round(T x) noexcept {
  return std::is_constant_evaluated() ? cx::round(x) : std::round(x);
}
template <built_in_scalar T>
constexpr T rint(T x) noexcept {
  return std::is_constant_evaluated() ? cx::rint(x) : std::rint(x);
}
template <built_in_scalar T>
constexpr T abs(T x) noexcept {
  return std::is_constant_evaluated() ? cx::fabs(x) : std::fabs(x);
}
template <built_in_scalar T>
constexpr T pow(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::pow(x, y) : std::pow(x, y);
}
template <built_in_scalar T>
constexpr T atan2(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::atan2(x, y) : std::atan2(x, y);
}
template <built_in_scalar T>
constexpr T hypot(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::hypot(x, y) : std::hypot(x, y);
}
template <built_in_scalar T>
constexpr T fmod(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::fmod(x, y) : std::fmod(x, y);
}
template <built_in_scalar T>
constexpr T remainder(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::remainder(x, y) : std::remainder(x, y);
}
template <built_in_scalar T>
constexpr T fmax(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::fmax(x, y) : std::fmax(x, y);
}
template <built_in_scalar T>
constexpr T fmin(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::fmin(x, y) : std::fmin(x, y);
}
template <built_in_scalar T>
constexpr T fdim(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::fdim(x, y) : std::fdim(x, y);
}
template <built_in_scalar T>
constexpr T copysign(T x, T y) noexcept {
  return std::is_constant_evaluated() ? cx::copysign(x, y) : std::copysign(x, y);
}
template <built_in_scalar T>
constexpr T hypot(T x, T y, T z) noexcept {
  return std::is_constant_evaluated() ? cx::hypot(x, y, z) : std::hypot(x, y, z);
}

/// The sine and the cosine of x at run time.
template <built_in_scalar T>
inline void sine_and_cosine(T x, T& sine, T& cosine) noexcept {
#if ETAD_HAS_SINCOS
  if constexpr (std::same_as<T, float>) {
    ::sincosf(x, &sine, &cosine);
  } else if constexpr (std::same_as<T, double>) {
    ::sincos(x, &sine, &cosine);
  } else {
    ::sincosl(x, &sine, &cosine);
  }
#else
  sine = std::sin(x);
  cosine = std::cos(x);
#endif
}

// Not in <cmath>.
template <built_in_scalar T>
constexpr T digamma(T x) noexcept {
  return cx::digamma(x);
}
template <built_in_scalar T>
constexpr T polygamma(T n, T x) noexcept {
  return cx::polygamma(static_cast<int>(n), x);
}

// hypot of three arguments for number classes that have only the square root.
template <other_scalar T>
  requires(!own_number<T>)
constexpr T hypot(const T& x, const T& y, const T& z) { return T(sqrt(T(x * x + y * y + z * z))); }

}  // namespace etad::inline ETAD_ABI::detail
