// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::cx {

/// The number types of etad::cx: float, double, long double. A long double of 113 digits, as on AArch64 and
/// RISC-V, is computed in its own format: arithmetic, roundings, remainders and fma are exact or rounded once, other
/// functions right to 28 decimal digits.
template <class Number>
concept real = std::floating_point<Number> && std::numeric_limits<Number>::digits <= 113;

}  // namespace etad::inline ETAD_ABI::cx

// Every function of etad::cx computes in IEEE binary128 (113 digits) and rounds once. In a constant
// evaluator one binary128 operation costs as much as one double operation, so this is about twenty
// times cheaper there than double-double arithmetic; its exponent range also removes most overflow
// cases, and no compiler contracts a * b + c for it.
namespace etad::inline ETAD_ABI::cx::detail {

#if __LDBL_MANT_DIG__ == 113
using wide = long double;
#else
using wide = __float128;
#endif

__extension__ using uint128 = unsigned __int128;
__extension__ using int128 = __int128;

/// Holds every number with a fraction when rounded to a whole one.
template <class Real>
using whole_number =
    std::conditional_t<(std::numeric_limits<Real>::digits > 64), int128, std::int64_t>;

inline constexpr int wide_digits = 113;
inline constexpr int wide_max_exponent = 16383;   // of the leading digit
inline constexpr int wide_min_exponent = -16382;  // smaller numbers are denormal

constexpr uint128 bits_of(wide x) noexcept { return std::bit_cast<uint128>(x); }
constexpr wide wide_of(uint128 bits) noexcept { return std::bit_cast<wide>(bits); }

// A constant as the sum of three doubles: binary128 literals are not part of C++20.
constexpr wide constant(double high, double middle, double low) noexcept {
  return wide(high) + (wide(middle) + wide(low));
}

inline constexpr wide ln2 =
    constant(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1.7b57a079a1934p-111);
inline constexpr wide pi =
    constant(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53, -0x1.f1976b7ed8fbcp-109);
inline constexpr wide half_pi =
    constant(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110);

// 2^exponent for a normal result.
constexpr wide power_of_two(int exponent) noexcept {
  return wide_of(static_cast<uint128>(static_cast<unsigned>(exponent + 16383)) << 112);
}

// x * 2^exponent, rounded at most once. |exponent| <= 32,000, the result must be finite, and
// x * 2^(exponent / 2) normal.
constexpr wide scale(wide x, int exponent) noexcept {
  return exponent >= wide_min_exponent && exponent <= wide_max_exponent
             ? x * power_of_two(exponent)
             : x * power_of_two(exponent / 2) * power_of_two(exponent - exponent / 2);
}

// A number as mantissa * 2^exponent; products of large powers stay representable.
struct scaled {
  wide mantissa;
  int exponent;
};

// |mantissa| in [1, 2) for a finite x != 0.
constexpr scaled normalize(wide x) noexcept {
  const unsigned field = static_cast<unsigned>(bits_of(x) >> 112) & 0x7fffu;
  if (field == 0) {
    const scaled lifted = normalize(x * power_of_two(128));
    return {lifted.mantissa, lifted.exponent - 128};
  }
  const uint128 exponent_mask = static_cast<uint128>(0x7fffu) << 112;
  const uint128 one = static_cast<uint128>(16383u) << 112;
  return {wide_of((bits_of(x) & ~exponent_mask) | one), static_cast<int>(field) - 16383};
}

// c_n x^n + ... + c_0 with the coefficients given from c_n down to c_0: one expression, because
// Clang's limit on constant evaluation counts statements.
template <class Real, class... Coefficients>
constexpr Real horner(Real x, Coefficients... coefficients) noexcept {
  Real sum = 0;
  ((sum = sum * x + coefficients), ...);
  return sum;
}

constexpr wide magnitude(wide x) noexcept { return x < 0 ? -x : x; }

template <real Real>
inline constexpr Real largest = (std::numeric_limits<Real>::max)();
template <real Real>
inline constexpr Real infinity = std::numeric_limits<Real>::infinity();
template <real Real>
inline constexpr Real not_a_number = std::numeric_limits<Real>::quiet_NaN();

// The smallest magnitude that rounds to infinity, divided by 2^max_exponent: 1 - 2^-(digits + 1).
template <real Real>
inline constexpr wide overflow_mantissa = wide(1) -
                                          power_of_two(-std::numeric_limits<Real>::digits - 1);

// Nearest Real to mantissa * 2^exponent, infinity beyond the largest: the only place where a result
// is rounded. mantissa == 0 or 2^-300 <= |mantissa| <= 2^300.
template <real Real>
constexpr Real round_to(wide mantissa, int exponent) noexcept {
  constexpr int top = std::numeric_limits<Real>::max_exponent;
  if (exponent < -17000) return mantissa < 0 ? -Real(0) : Real(0);
  if (exponent > top + 310) return mantissa < 0 ? -infinity<Real> : infinity<Real>;
  if (exponent > top - 310) {
    const wide fraction = scale(mantissa, exponent - top);
    if (fraction >= overflow_mantissa<Real>) return infinity<Real>;
    if (fraction <= -overflow_mantissa<Real>) return -infinity<Real>;
  }
  return static_cast<Real>(scale(mantissa, exponent));
}

// The same for a finite value.
template <real Real>
constexpr Real round_to(wide value) noexcept {
  if constexpr (std::numeric_limits<Real>::max_exponent < wide_max_exponent) {
    constexpr wide limit =
        overflow_mantissa<Real> * power_of_two(std::numeric_limits<Real>::max_exponent);
    return value >= limit    ? infinity<Real>
           : value <= -limit ? -infinity<Real>
                             : static_cast<Real>(value);
  } else {
    constexpr wide limit = overflow_mantissa<Real> * power_of_two(wide_max_exponent);
    return value * wide(0.5) >= limit    ? infinity<Real>
           : value * wide(0.5) <= -limit ? -infinity<Real>
                                         : static_cast<Real>(value);
  }
}

// Moves a result that is closer than 2^-82 of itself to a number of digits + 3 binary digits onto
// that number, so that results which are exactly representable or exactly half way round right.
template <real Real>
constexpr wide snap(wide value) noexcept {
  constexpr int surplus = wide_digits - std::numeric_limits<Real>::digits - 3;
  if constexpr (surplus <= 0) {
    return value;
  } else {
    const wide shifted = value * (power_of_two(surplus) + 1);
    const wide head = shifted - (shifted - value);
    return magnitude(value - head) <= magnitude(value) * power_of_two(-82) ? head : value;
  }
}

}  // namespace etad::inline ETAD_ABI::cx::detail
