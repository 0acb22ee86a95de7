// SPDX-License-Identifier: MIT
// erf and erfc on vector registers.
#pragma once

#include <etad/lane/simd/exponential.hpp>

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
  const auto power = reduced(-polynomial(t, lane_fit<T>::minus_log_erfc));
  const number scale = normal_power_of_two(power.shifted);
  const number rest = power.high + exp_tail(power.high, power.low);
  const number outer = negative_multiply_add(scale, rest, number(1) - scale);
  return blend(is_small, inner, copysign(outer, x));
}

/// exp(x^2) erfc(x) as a double word for 1/2 <= x <= 27.5. Its product with 1 + 2x is nearly constant
/// and a polynomial in (x - 4)/(x + 4) (Shepherd and Laframboise 1981).
template <class T, class Arch>
inline double_word<simd_pack<T, Arch>> scaled_erfc(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const auto& c = lane_fit<T>::scaled_erfc;
  const number t = (x - number(4)) / (x + number(4));
  const auto p = exact_sum(number(c[0]), kept(t * polynomial<1>(t, c)));
  const auto d = exact_sum(x + x, number(1));
  const number reciprocal = number(1) / d.high;
  const number s = kept(p.high * reciprocal);
  const auto product = exact_product(s, d.high);
  const number rest = (p.high - product.high) - product.low;
  return {s, (rest + negative_multiply_add(s, d.low, p.low)) * reciprocal};
}

/// 1 - erf(x); for |x| > 1/2 by exp(-x^2) with the rounding error of the square compensated.
template <class T, class Arch>
inline simd_pack<T, Arch> erfc(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  constexpr T end = sizeof(T) == 8 ? T(27.5) : T(10.5);  // beyond that it is zero
  const number a = abs(x);
  const number b = limited(a, T(0.5), end);
  const auto s = scaled_erfc(b);
  const auto square = exact_product(b, b);
  auto power = split_exp(-square.high, -square.low);
  const auto product = exact_product(power.high, s.high);
  power.low = multiply_add(power.low, s.high, multiply_add(power.high, s.low, product.low));
  power.high = product.high;
  const number tail = power.value();
  const number outer = blend(x < number(0), number(2) - tail, tail);
  return blend(a <= number(0.5), number(1) - small_erf(x), outer);
}

}  // namespace etad::inline ETAD_ABI::detail
