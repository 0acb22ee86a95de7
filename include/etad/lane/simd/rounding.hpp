// SPDX-License-Identifier: MIT
// Rounding to whole numbers, and the larger and smaller of two, on vector registers: the results of
// <cmath> for zeros of both signs, infinities and NaN.
#pragma once

#include <etad/lane/simd/bits.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Whether x has binary places after the point at all; not so for infinity and NaN.
template <class T, class Arch>
inline mask_of_lanes<T, simd_lanes<Arch>> may_have_places(const simd_pack<T, Arch>& x) noexcept {
  return abs(x) < simd_pack<T, Arch>(T(1) / std::numeric_limits<T>::epsilon());
}

/// The nearest whole number, ties to even, of x >= 0 below 2^(digits - 1).
template <class T, class Arch>
inline simd_pack<T, Arch> nearest_of_positive(const simd_pack<T, Arch>& x) noexcept {
  constexpr T unit = T(1) / std::numeric_limits<T>::epsilon();
  return kept(x + unit) - unit;
}

template <class T, class Arch>
inline simd_pack<T, Arch> rint(const simd_pack<T, Arch>& x) noexcept {
  return blend(may_have_places(x), copysign(nearest_of_positive(abs(x)), x), x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> floor(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number r = rint(x);
  return copysign(r - blend(r > x, number(1), number(0)), x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> ceil(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number r = rint(x);
  return copysign(r + blend(r < x, number(1), number(0)), x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> trunc(const simd_pack<T, Arch>& x) noexcept {
  return copysign(floor(abs(x)), x);
}
/// Ties away from zero.
template <class T, class Arch>
inline simd_pack<T, Arch> round(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number whole = floor(abs(x));
  return copysign(whole + blend(abs(x) - whole >= number(0.5), number(1), number(0)), x);
}

// A NaN counts as missing, as in <cmath>. Of two zeros the second is taken, and so is y where
// x is NaN: so do the instructions.
template <class T, class Arch>
inline simd_pack<T, Arch> fmax(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y) noexcept {
  return blend(y != y, x, simd_pack<T, Arch>((xsimd::max)(x.in_register(), y.in_register())));
}
template <class T, class Arch>
inline simd_pack<T, Arch> fmin(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y) noexcept {
  return blend(y != y, x, simd_pack<T, Arch>((xsimd::min)(x.in_register(), y.in_register())));
}
template <class T, class Arch>
inline simd_pack<T, Arch> fdim(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y) noexcept {
  using number = simd_pack<T, Arch>;
  return blend(x > y, x - y, blend(x <= y, number(0), x + y));
}

}  // namespace etad::inline ETAD_ABI::detail
