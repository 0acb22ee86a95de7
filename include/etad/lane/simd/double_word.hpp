// SPDX-License-Identifier: MIT
// Sums and products of packs with their rounding errors (Dekker 1971), and polynomials.
#pragma once

#include <cstddef>
#include <utility>

#include <etad/lane/simd/fused.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The unevaluated sum of two packs, the second much smaller.
template <class Pack>
struct double_word {
  Pack high;
  Pack low;
};

/// x + y without error; |x| >= |y| or x = 0.
template <class Pack>
inline double_word<Pack> exact_sum(const Pack& x, const Pack& y) noexcept {
  const Pack s = x + y;
  return {s, y - (s - x)};
}

/// x * y without error unless it over- or underflows.
template <class T, class Arch>
inline double_word<simd_pack<T, Arch>> exact_product(const simd_pack<T, Arch>& x,
                                                     const simd_pack<T, Arch>& y) noexcept {
  using number = simd_pack<T, Arch>;
  const number p = kept(x * y);
  if constexpr (ETAD_HAS_FAST_FMA) {
    return {p, multiply_subtract(x, y, p)};
  } else {
    const number splitter = std::is_same_v<T, double> ? 0x1p27 + 1 : 0x1p12 + 1;
    const number scaled_x = splitter * x;
    const number scaled_y = splitter * y;
    const number x_high = scaled_x - (scaled_x - x);
    const number y_high = scaled_y - (scaled_y - y);
    const number x_low = x - x_high;
    const number y_low = y - y_high;
    return {p, ((x_high * y_high - p) + x_high * y_low + x_low * y_high) + x_low * y_low};
  }
}

/// Whether functions that live on double words run lane by lane instead: in pairs of doubles without
/// hardware fma, where the C library, which chooses its code at run time, is twice as fast.
template <class T>
inline constexpr bool double_words_are_slow = !ETAD_HAS_FAST_FMA && sizeof(T) == 8;

/// c[First] + c[First + Stride] y + c[First + 2 Stride] y^2 + ...
template <std::size_t First, std::size_t Stride, class Pack, class T, std::size_t Size,
          std::size_t... Index>
[[gnu::always_inline]] inline Pack horner(const Pack& y, const T (&c)[Size],
                                          std::index_sequence<Index...>) noexcept {
  constexpr std::size_t last = First + sizeof...(Index) * Stride;
  Pack r = c[last];
  ((r = multiply_add(r, y, Pack(c[last - (Index + 1) * Stride]))), ...);
  return r;
}

/// The even powers of c[First] + c[First + 1] x + ..., and the odd ones divided by x, at x^2 = square.
template <class Pack>
struct polynomial_parts {
  Pack even;
  Pack odd;
};
template <std::size_t First = 0, class Pack, class T, std::size_t Size>
[[gnu::always_inline]] inline polynomial_parts<Pack> parts_of_polynomial(
    const Pack& square, const T (&c)[Size]) noexcept {
  constexpr std::size_t degree = Size - 1 - First;
  return {horner<First, 2>(square, c, std::make_index_sequence<degree / 2>{}),
          horner<First + 1, 2>(square, c, std::make_index_sequence<(degree - 1) / 2>{})};
}

/// c[First] + c[First + 1] x + c[First + 2] x^2 + ...; the even and the odd powers apart from each
/// other, so that a long polynomial waits half as long for its own results.
template <std::size_t First = 0, class Pack, class T, std::size_t Size>
[[gnu::always_inline]] inline Pack polynomial(const Pack& x, const T (&c)[Size]) noexcept {
  constexpr std::size_t degree = Size - 1 - First;
  if constexpr (degree < 5) {
    return horner<First, 1>(x, c, std::make_index_sequence<degree>{});
  } else {
    const auto [even, odd] = parts_of_polynomial<First>(x * x, c);
    return multiply_add(x, odd, even);
  }
}

/// `fast` if the mask holds in every lane; where it does not, f of the single numbers instead: the
/// price of a rare argument is paid where it occurs.
template <class T, class Arch, class F, class... Packs>
inline simd_pack<T, Arch> patched(const mask_of_lanes<T, simd_lanes<Arch>>& ordinary,
                                  const simd_pack<T, Arch>& fast, F f, const Packs&... x) noexcept {
  if (all(ordinary)) [[likely]]
    return fast;
  return blend(ordinary, fast, each_lane(f, x...));
}

/// Rounded once, like <cmath>'s. Without such an instruction lane by lane, by the C library, but for
/// the rounding error of a product, fma(x, y, -(x * y)), as rules for derivatives ask for it.
template <class T, class Arch>
inline simd_pack<T, Arch> fma(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y,
                              const simd_pack<T, Arch>& z) noexcept {
  if constexpr (ETAD_HAS_FAST_FMA) {
    return multiply_add(x, y, z);
  } else {
    using number = simd_pack<T, Arch>;
    // Where no part of the product over- or underflows.
    constexpr T big = static_cast<T>(sizeof(T) == 8 ? 0x1p400 : 0x1p40);
    const auto [p, error] = exact_product(x, y);
    const auto moderate =
        both(both(abs(x) < number(big), abs(y) < number(big)), abs(p) > number(1 / big));
    return patched(
        both(z == -p, moderate), error, [](T a, T b, T c) { return detail::fma(a, b, c); }, x, y,
        z);
  }
}

}  // namespace etad::inline ETAD_ABI::detail
