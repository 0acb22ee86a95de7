// SPDX-License-Identifier: MIT
// Cube root and norms on vector registers.
#pragma once

#include <etad/lane/simd/bits.hpp>
#include <etad/lane/simd/double_word.hpp>
#include <etad/lane/simd/fits.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A polynomial start, then Halley's iteration (cubic). The last start has so few digits that its
/// square is exact, as in FreeBSD's msun (s_cbrt.c).
template <class T, class Arch>
inline simd_pack<T, Arch> cbrt(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number a = abs(x);
  const normalized<T, Arch> parts(a);
  const number third = nearest_whole(parts.exponent * number(T(1) / T(3)));
  const number m = parts.mantissa * power_of_two(parts.exponent - number(3) * third);
  number t = polynomial(m, lane_fit<T>::cbrt_start);
  if constexpr (sizeof(T) == 8) {
    const number cube = t * t * t;
    t = t * ((cube + number(2) * m) / (number(2) * cube + m));
  }
  constexpr int dropped = (std::numeric_limits<T>::digits + 1) / 2;
  t = masked(t, ~((bits_of_lane<T>(1) << dropped) - bits_of_lane<T>(1)));
  const number q = m / (t * t);
  t = multiply_add(t, (q - t) / (t + t + q), t);
  const auto ordinary = both(a >= number((std::numeric_limits<T>::min)()), is_finite(a));
  return patched(
      ordinary, copysign(t * power_of_two(third), x), [](T b) { return detail::cbrt(b); }, x);
}

/// The power of two by which a norm of this size is scaled so that no square over- or underflows.
template <class T, class Arch>
inline simd_pack<T, Arch> scale_of_norm(const simd_pack<T, Arch>& largest) noexcept {
  using number = simd_pack<T, Arch>;
  constexpr T big = static_cast<T>(sizeof(T) == 8 ? 0x1p500 : 0x1p60);
  constexpr T step = static_cast<T>(sizeof(T) == 8 ? 0x1p600 : 0x1p80);
  return blend(largest > number(big), number(1 / step),
               blend(largest < number(1 / big), number(step), number(1)));
}

/// Infinities and NaN go lane by lane: an infinite operand counts more than a NaN.
template <class T, class Arch>
inline simd_pack<T, Arch> hypot(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y) noexcept {
  using number = simd_pack<T, Arch>;
  const number a = abs(x), b = abs(y);
  const number c = scale_of_norm(blend(a > b, a, b));
  const number u = c * a, v = c * b;
  const number r = sqrt(multiply_add(u, u, v * v)) / c;
  return patched(
      both(is_finite(a), is_finite(b)), r, [](T p, T q) { return detail::hypot(p, q); }, x, y);
}
template <class T, class Arch>
inline simd_pack<T, Arch> hypot(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y,
                                const simd_pack<T, Arch>& z) noexcept {
  using number = simd_pack<T, Arch>;
  const number a = abs(x), b = abs(y), d = abs(z);
  const number larger = blend(a > b, a, b);
  const number c = scale_of_norm(blend(larger > d, larger, d));
  const number u = c * a, v = c * b, w = c * d;
  const number r = sqrt(multiply_add(u, u, multiply_add(v, v, w * w))) / c;
  return patched(
      both(both(is_finite(a), is_finite(b)), is_finite(d)), r,
      [](T p, T q, T s) { return detail::hypot(p, q, s); }, x, y, z);
}

}  // namespace etad::inline ETAD_ABI::detail
