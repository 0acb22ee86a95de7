// SPDX-License-Identifier: MIT
// exp and exp2 on vector registers, also of a double word.
#pragma once

#include <cmath>

#include <etad/lane/simd/bits.hpp>
#include <etad/lane/simd/double_word.hpp>
#include <etad/lane/simd/fits.hpp>

namespace etad::inline ETAD_ABI::detail {

/// log(2) = high + low; whole multiples of `high` by numbers below 2^11 (float: 2^12) are exact.
template <class T>
struct ln2_parts {
  static constexpr T high = static_cast<T>(sizeof(T) == 8 ? 0x1.62e42feep-1 : 0x1.62ep-1);
  static constexpr T low = static_cast<T>(sizeof(T) == 8 ? 0x1.a39ef35793c76p-33 : 0x1.0bfbe8p-15);
};

/// Beyond these arguments exp is infinite or zero.
template <class T>
inline constexpr T exp_overflow = static_cast<T>(sizeof(T) == 8 ? 710.0 : 89.0);
template <class T>
inline constexpr T exp_underflow = static_cast<T>(sizeof(T) == 8 ? -746.0 : -104.5);

/// (high + low) 2^exponent with a whole exponent and a number near 1 before it.
template <class Pack>
struct scaled_power {
  Pack high;
  Pack low;
  Pack exponent;

  /// In two steps, for the exponent may lie outside the exponents of the type.
  Pack value() const noexcept {
    const Pack half = nearest_whole(exponent * Pack(0.5));
    return (high + low) * power_of_two(half) * power_of_two(exponent - half);
  }
};

/// exp(x + low) 2^exponent for |x| <= log(2)/2 and a much smaller low.
template <class T, class Arch>
inline scaled_power<simd_pack<T, Arch>> small_exp(const simd_pack<T, Arch>& x,
                                                  const simd_pack<T, Arch>& low,
                                                  const simd_pack<T, Arch>& exponent) noexcept {
  using number = simd_pack<T, Arch>;
  const auto [high, rest] = exact_sum(number(1), x);
  const number square = x * x;
  return {high, multiply_add(square, polynomial(x, lane_fit<T>::exp_rest), rest + low), exponent};
}

/// exp(high + low) for high between exp_underflow and exp_overflow.
template <class T, class Arch>
inline scaled_power<simd_pack<T, Arch>> split_exp(const simd_pack<T, Arch>& high,
                                                  const simd_pack<T, Arch>& low) noexcept {
  using number = simd_pack<T, Arch>;
  const number k = nearest_whole(high * number(1.44269504088896340736));
  const number coarse = negative_multiply_add(k, number(ln2_parts<T>::high), high);
  const number correction = low - kept(k * number(ln2_parts<T>::low));
  const number r = coarse + correction;
  return small_exp(r, (coarse - r) + correction, k);
}

/// x brought between the limits; NaN stays NaN.
template <class Pack, class T>
inline Pack limited(const Pack& x, T lowest, T highest) noexcept {
  const Pack above = blend(x < Pack(lowest), Pack(lowest), x);
  return blend(above > Pack(highest), Pack(highest), above);
}

template <class T, class Arch>
inline simd_pack<T, Arch> exp(const simd_pack<T, Arch>& x) noexcept {
  return split_exp(limited(x, exp_underflow<T>, exp_overflow<T>), simd_pack<T, Arch>()).value();
}

template <class T, class Arch>
inline simd_pack<T, Arch> exp2(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number a =
      limited(x, sizeof(T) == 8 ? T(-1076) : T(-151), sizeof(T) == 8 ? T(1025) : T(129));
  const number k = nearest_whole(a);
  const auto [high, low] = exact_product(a - k, number(0.693147180559945309417));
  // What rounding takes from log(2).
  const T rest = static_cast<T>(sizeof(T) == 8 ? 0x1.abc9e3b39803fp-56 : -0x1.05c610ca86c39p-29);
  return small_exp(high, multiply_add(a - k, number(rest), low), k).value();
}

}  // namespace etad::inline ETAD_ABI::detail
