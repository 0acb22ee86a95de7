// SPDX-License-Identifier: MIT
// erf and erfc on vector registers.
#pragma once

#include <etad/lane/exponential.hpp>

namespace etad::inline ETAD_ABI::detail {

/// erf(x) = x + x P(x^2) for |x| <= 1.
template <class T, class Arch>
inline simd_pack<T, Arch> small_erf(const simd_pack<T, Arch>& x) noexcept {
  return multiply_add(x, polynomial(x * x, lane_fit<T>::erf_small), x);
}

/// The error function. Beyond |x| = 1 it is 1 - exp(-q), q a polynomial near -log(erfc(|x|)): no
/// division, and what the exponential misses counts only by erfc(1) = 0.16. Both pieces are
/// evaluated and blended, the outer one only if a lane needs it.
template <class T, class Arch>
inline simd_pack<T, Arch> erf(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  // From here on erf rounds to 1.
  constexpr T end = sizeof(T) == 8 ? T(6) : T(4);
  const number a = abs(x);
  const auto is_small = a <= number(1);
  const number inner = small_erf(x);
  if (all(is_small)) return inner;
  const number t = blend(a > number(end), number(end), a) - number(1);
  const auto power = split_exp(-polynomial(t, lane_fit<T>::minus_log_erfc), number());
  const number outer =
      negative_multiply_add(power.mantissa, power_of_two(power.exponent), number(1));
  return blend(is_small, inner, copysign(outer, x));
}

/// 1 - erf(x): exp(-x^2) S(x) for |x| > 1/2 with the rounding error of the square compensated, where
/// (x + 3) S is a polynomial in (x - 3)/(x + 3) (the variable of Shepherd and Laframboise 1981).
template <class T, class Arch>
inline simd_pack<T, Arch> erfc(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  constexpr T end = sizeof(T) == 8 ? T(27.5) : T(10.5);  // beyond that it is zero
  const number a = abs(x);
  const number b = limited(a, T(0.5), end);
  const number reciprocal = number(1) / (b + number(3));
  const number s = polynomial((b - number(3)) * reciprocal, lane_fit<T>::scaled_erfc) * reciprocal;
  const auto square = exact_product(b, b);
  auto power = split_exp(-square.high, -square.low);
  power.mantissa *= s;
  const number tail = power.value();
  const number outer = blend(x < number(0), number(2) - tail, tail);
  return blend(a <= number(0.5), number(1) - small_erf(x), outer);
}

}  // namespace etad::inline ETAD_ABI::detail
