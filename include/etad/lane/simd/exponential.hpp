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

/// A whole number k is kept as k + exponent_shift: the lowest bits of that are k + 2 bias, and an
/// addition to it rounds to whole numbers.
template <class T>
inline constexpr T exponent_shift = T(1.5) / std::numeric_limits<T>::epsilon() +
                                    T(2) * exponent_bias<T>;

/// x 2^k, rounded once, for |k| up to 2 bias; `shifted` is k + exponent_shift.
template <class T, class Arch>
inline simd_pack<T, Arch> times_power_of_two(const simd_pack<T, Arch>& x,
                                             const simd_pack<T, Arch>& shifted) noexcept {
#if defined(__AVX512F__)
  if constexpr (sizeof(xsimd::batch<T, Arch>) == 64) {
    using number = simd_pack<T, Arch>;
    const number k = shifted - number(exponent_shift<T>);
    const auto a = x.in_register().data;
    const auto b = k.in_register().data;
    if constexpr (sizeof(T) == 8) {
      return number(xsimd::batch<T, Arch>(_mm512_scalef_pd(a, b)));
    } else {
      return number(xsimd::batch<T, Arch>(_mm512_scalef_ps(a, b)));
    }
  }
#endif
  // In two steps, for k may lie outside the exponents of the type; the first is exact.
  const auto bits = bits_of(shifted);
  const auto half = bits >> 1;
  return x * from_bits<T, Arch>(half << stored_digits<T>) *
         from_bits<T, Arch>((bits - half) << stored_digits<T>);
}

/// 2^k of the same, where it is normal.
template <class T, class Arch>
inline simd_pack<T, Arch> normal_power_of_two(const simd_pack<T, Arch>& shifted) noexcept {
  constexpr auto bias = static_cast<bits_of_lane<T>>(exponent_bias<T>);
  using batch = xsimd::batch<bits_of_lane<T>, Arch>;
  return from_bits<T, Arch>((bits_of(shifted) - batch(bias)) << stored_digits<T>);
}

/// (high + low) 2^k with a whole number k and a number near 1 before it.
template <class Pack>
struct scaled_power {
  Pack high;
  Pack low;
  Pack shifted;

  Pack value() const noexcept { return times_power_of_two(high + low, shifted); }
};

/// x - k log(2) = high + low with the nearest whole number k.
template <class Pack>
struct reduced_exponent {
  Pack high;
  Pack low;
  Pack shifted;
};
template <class T, class Arch>
inline reduced_exponent<simd_pack<T, Arch>> reduced(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number shifted = multiply_add(x, number(1.44269504088896340736), number(exponent_shift<T>));
  const number k = shifted - number(exponent_shift<T>);
  const number coarse = negative_multiply_add(k, number(ln2_parts<T>::high), x);
  const number high = negative_multiply_add(k, number(ln2_parts<T>::low), coarse);
  return {high, negative_multiply_add(k, number(ln2_parts<T>::low), coarse - high), shifted};
}

/// exp(x + low) - 1 - x for |x| <= log(2)/2 and a much smaller low.
template <class T, class Arch>
inline simd_pack<T, Arch> exp_tail(const simd_pack<T, Arch>& x,
                                   const simd_pack<T, Arch>& low) noexcept {
  return multiply_add(x * x, polynomial(x, lane_fit<T>::exp_rest), low);
}

/// exp(x + low) 2^k for |x| <= log(2)/2 and a much smaller low.
template <class T, class Arch>
inline scaled_power<simd_pack<T, Arch>> small_exp(const simd_pack<T, Arch>& x,
                                                  const simd_pack<T, Arch>& low,
                                                  const simd_pack<T, Arch>& shifted) noexcept {
  const auto [high, rest] = exact_sum(simd_pack<T, Arch>(1), x);
  return {high, exp_tail(x, rest + low), shifted};
}

/// exp(high + low) for high between exp_underflow and exp_overflow.
template <class T, class Arch>
inline scaled_power<simd_pack<T, Arch>> split_exp(const simd_pack<T, Arch>& high,
                                                  const simd_pack<T, Arch>& low) noexcept {
  const auto parts = reduced(high);
  const auto r = exact_sum(parts.high, parts.low + low);
  return small_exp(r.high, r.low, parts.shifted);
}

/// x brought between the limits; NaN stays NaN, which both instructions take from their second operand.
template <class T, class Arch>
inline simd_pack<T, Arch> limited(const simd_pack<T, Arch>& x, T lowest, T highest) noexcept {
  using batch = xsimd::batch<T, Arch>;
  return simd_pack<T, Arch>(
      (xsimd::min)(batch(highest), (xsimd::max)(batch(lowest), x.in_register())));
}

template <class T, class Arch>
inline simd_pack<T, Arch> exp(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const auto parts = reduced(limited(x, exp_underflow<T>, exp_overflow<T>));
  const number rest = parts.high + exp_tail(parts.high, parts.low);
  return times_power_of_two(number(1) + rest, parts.shifted);
}

template <class T, class Arch>
inline simd_pack<T, Arch> exp2(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number a =
      limited(x, sizeof(T) == 8 ? T(-1076) : T(-151), sizeof(T) == 8 ? T(1025) : T(129));
  const number shifted = a + number(exponent_shift<T>);
  const number fraction = a - (shifted - number(exponent_shift<T>));
  const auto [high, low] = exact_product(fraction, number(0.693147180559945309417));
  // What rounding takes from log(2).
  const T rest = static_cast<T>(sizeof(T) == 8 ? 0x1.abc9e3b39803fp-56 : -0x1.05c610ca86c39p-29);
  return small_exp(high, multiply_add(fraction, number(rest), low), shifted).value();
}

}  // namespace etad::inline ETAD_ABI::detail
