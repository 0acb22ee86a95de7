// SPDX-License-Identifier: MIT
// Packs taken apart into sign, exponent and mantissa.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <etad/lane/simd/fused.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T>
using bits_of_lane = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;

template <class T>
inline constexpr int stored_digits = std::numeric_limits<T>::digits - 1;
template <class T>
inline constexpr int exponent_bias = std::numeric_limits<T>::max_exponent - 1;

template <class T, class Arch>
inline xsimd::batch<bits_of_lane<T>, Arch> bits_of(const simd_pack<T, Arch>& x) noexcept {
  return std::bit_cast<xsimd::batch<bits_of_lane<T>, Arch>>(x.in_register());
}
template <class T, class Arch>
inline simd_pack<T, Arch> from_bits(const xsimd::batch<bits_of_lane<T>, Arch>& bits) noexcept {
  return simd_pack<T, Arch>(std::bit_cast<xsimd::batch<T, Arch>>(bits));
}

/// The bits of x that are set in the number with the bits `chosen`.
template <class T, class Arch>
inline simd_pack<T, Arch> masked(const simd_pack<T, Arch>& x, bits_of_lane<T> chosen) noexcept {
  return simd_pack<T, Arch>(x.in_register() & xsimd::batch<T, Arch>(std::bit_cast<T>(chosen)));
}
template <class T, class Arch>
inline simd_pack<T, Arch> united(const simd_pack<T, Arch>& x,
                                 const simd_pack<T, Arch>& y) noexcept {
  return simd_pack<T, Arch>(x.in_register() | y.in_register());
}

template <class T, class Arch>
inline simd_pack<T, Arch> copysign(const simd_pack<T, Arch>& x,
                                   const simd_pack<T, Arch>& y) noexcept {
  // Kept apart from blends by masks that follow: Clang 19 makes one masked vpternlog of both with its
  // operands exchanged, which is a wrong result with AVX-512.
  return kept(united(abs(x), masked(y, std::bit_cast<bits_of_lane<T>>(T(-0.0)))));
}

/// The nearest whole number, ties to even, of |x| < 2^(digits - 2): beyond that size numbers have no
/// binary places, so that an addition rounds.
template <class T, class Arch>
inline simd_pack<T, Arch> nearest_whole(const simd_pack<T, Arch>& x) noexcept {
  constexpr T large = T(1.5) / std::numeric_limits<T>::epsilon();
  return kept(x + large) - large;
}

/// 2^n for a whole number n whose power is normal.
template <class T, class Arch>
inline simd_pack<T, Arch> power_of_two(const simd_pack<T, Arch>& n) noexcept {
  constexpr T large = T(1.5) / std::numeric_limits<T>::epsilon() + exponent_bias<T>;
  return from_bits<T, Arch>(bits_of(n + large) << stored_digits<T>);
}

/// x = mantissa 2^exponent with the mantissa in [sqrt(1/2), sqrt(2)), for positive normal x.
template <class T, class Arch>
struct normalized {
  simd_pack<T, Arch> exponent;
  simd_pack<T, Arch> mantissa;

  explicit normalized(const simd_pack<T, Arch>& x) noexcept {
    using number = simd_pack<T, Arch>;
    using batch = xsimd::batch<bits_of_lane<T>, Arch>;
    constexpr T unit = T(1) / std::numeric_limits<T>::epsilon();
    constexpr bits_of_lane<T> fraction = (bits_of_lane<T>(1) << stored_digits<T>)-1;
    constexpr auto lowest = std::bit_cast<bits_of_lane<T>>(T(0.70710678118654752440));
    constexpr auto one = std::bit_cast<bits_of_lane<T>>(T(1));
    // As if the numbers with one exponent began with the lowest mantissa.
    const batch moved = bits_of(x) + batch(one - lowest);
    const number field = from_bits<T, Arch>(moved >> stored_digits<T>);
    exponent = united(field, number(unit)) - number(unit + exponent_bias<T>);
    mantissa = from_bits<T, Arch>((moved & batch(fraction)) + batch(lowest));
  }
};

}  // namespace etad::inline ETAD_ABI::detail
