// SPDX-License-Identifier: MIT
// The functions of vector registers that xsimd computes to 2.5 ULP, with what it gets wrong at zeros
// and at the ends of the domain put right.
#pragma once

#include <etad/lane/simd/bits.hpp>
#include <etad/lane/simd/double_word.hpp>
#include <etad/lane/simd/exponential.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T, class Arch, class F>
inline simd_pack<T, Arch> by_xsimd(F f, const simd_pack<T, Arch>& x) noexcept {
  return simd_pack<T, Arch>(f(x.in_register()));
}

/// An odd function: zeros keep their sign, and f(x) = x for arguments as small as denormals.
template <class T, class Arch, class F>
inline simd_pack<T, Arch> odd_by_xsimd(F f, const simd_pack<T, Arch>& x) noexcept {
  const simd_pack<T, Arch> smallest = (std::numeric_limits<T>::min)();
  return blend(abs(x) < smallest, x, by_xsimd(f, x));
}

template <class T, class Arch>
inline simd_pack<T, Arch> log1p(const simd_pack<T, Arch>& x) noexcept {
  return odd_by_xsimd([](const auto& a) { return xsimd::log1p(a); }, x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> asin(const simd_pack<T, Arch>& x) noexcept {
  return odd_by_xsimd([](const auto& a) { return xsimd::asin(a); }, x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> atan(const simd_pack<T, Arch>& x) noexcept {
  return odd_by_xsimd([](const auto& a) { return xsimd::atan(a); }, x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> asinh(const simd_pack<T, Arch>& x) noexcept {
  return odd_by_xsimd([](const auto& a) { return xsimd::asinh(a); }, x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> atanh(const simd_pack<T, Arch>& x) noexcept {
  return odd_by_xsimd([](const auto& a) { return xsimd::atanh(a); }, x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> acos(const simd_pack<T, Arch>& x) noexcept {
  return by_xsimd([](const auto& a) { return xsimd::acos(a); }, x);
}

/// f, which has an exponential inside, of numbers for which xsimd converts no exponent to an integer
/// that cannot hold it; beyond |x| = limit f does not change any more.
template <class T, class Arch, class F>
inline simd_pack<T, Arch> limited_by_xsimd(F f, const simd_pack<T, Arch>& x, T limit) noexcept {
  using number = simd_pack<T, Arch>;
  const number a = blend(abs(x) <= number(limit), x, copysign(number(limit), x));
  return blend(x == x, f(a), x);
}

/// Where sinh and cosh are infinite.
template <class T>
inline constexpr T beyond_sinh = exp_overflow<T> + T(1);

template <class T, class Arch>
inline simd_pack<T, Arch> sinh(const simd_pack<T, Arch>& x) noexcept {
  return limited_by_xsimd(
      [](const auto& a) { return odd_by_xsimd([](const auto& b) { return xsimd::sinh(b); }, a); },
      x, beyond_sinh<T>);
}
// cosh and tanh are calls: inlined 32 times, in the program of a small network, they fill the
// first-level cache of instructions (docs/decisions/29-speed-of-lanes.md).

/// The powers exp(|x|) and exp(-|x|) share their polynomial, whose odd powers change sign.
template <class T, class Arch>
[[gnu::noinline]] inline simd_pack<T, Arch> cosh(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const auto [r, low, shifted] = reduced(limited(abs(x), T(0), beyond_sinh<T>));
  const number square = r * r;
  const auto [even, odd] = parts_of_polynomial(square, lane_fit<T>::exp_rest);
  const number rising = r + multiply_add(square, multiply_add(r, odd, even), low);
  const number falling = multiply_subtract(square, negative_multiply_add(r, odd, even), low) - r;
  // Half of the sum: both exponents less one.
  const number one = 1;
  const number shift = exponent_shift<T>;
  return times_power_of_two(one + rising, shifted - one) +
         times_power_of_two(one + falling, (shift - one) - (shifted - shift));
}

/// 1 - 2 e/(1 + e) with e = exp(-2|x|), and x + x^3 P(x^2)/Q(x^2) for |x| < 5/8 (Moshier, Cephes:
/// tanh.c); the blend comes before the only division.
template <class T, class Arch>
[[gnu::noinline]] inline simd_pack<T, Arch> tanh(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  // From here on tanh rounds to 1.
  constexpr T end = sizeof(T) == 8 ? T(20) : T(10);
  constexpr T p[] = {T(-1.61468768441708447952e3), T(-9.92877231001918586564e1),
                     T(-9.64399179425052238628e-1)};
  constexpr T q[] = {T(4.84406305325125486048e3), T(2.23548839060100448583e3),
                     T(1.12811678491632931402e2), T(1)};
  const number a = limited(abs(x), T(0), end);
  const auto is_small = a < number(0.625);
  const auto parts = reduced(number(-2) * a);
  const number scale = normal_power_of_two(parts.shifted);
  const number e = multiply_add(scale, parts.high + exp_tail(parts.high, parts.low), scale);
  const number square = a * a;
  const number above = blend(is_small, a * square * polynomial(square, p), number(-2) * e);
  const number below = blend(is_small, polynomial(square, q), number(1) + e);
  return copysign(blend(is_small, a, number(1)) + above / below, x);
}
// xsimd gives up a little before the overflow.
template <class T, class Arch>
inline simd_pack<T, Arch> expm1(const simd_pack<T, Arch>& x) noexcept {
  constexpr T end = sizeof(T) == 8 ? T(708) : T(87);
  const auto r = limited_by_xsimd(
      [](const auto& a) { return odd_by_xsimd([](const auto& b) { return xsimd::expm1(b); }, a); },
      x, end);
  return patched(
      !(x > simd_pack<T, Arch>(end)), r, [](T a) { return detail::expm1(a); }, x);
}

/// xsimd gives finite numbers for some arguments outside the domain.
template <class T, class Arch>
inline simd_pack<T, Arch> acosh(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  return blend(x < number(1), number(std::numeric_limits<T>::quiet_NaN()),
               by_xsimd([](const auto& a) { return xsimd::acosh(a); }, x));
}

/// Where xsimd reduces the argument well enough: beyond 1 not where the result is close to a zero,
/// whose place is a multiple of pi/2.
template <class T, class Arch>
inline mask_of_lanes<T, simd_lanes<Arch>> is_away_from_zero(const simd_pack<T, Arch>& x,
                                                            const simd_pack<T, Arch>& r) noexcept {
  using number = simd_pack<T, Arch>;
  return either(abs(x) < number(1), abs(r) > number(0x1p-12));
}

template <class T, class Arch>
inline simd_pack<T, Arch> sin(const simd_pack<T, Arch>& x) noexcept {
  const simd_pack<T, Arch> r = odd_by_xsimd([](const auto& a) { return xsimd::sin(a); }, x);
  return patched(
      is_away_from_zero(x, r), r, [](T a) { return detail::sin(a); }, x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> cos(const simd_pack<T, Arch>& x) noexcept {
  const simd_pack<T, Arch> r = by_xsimd([](const auto& a) { return xsimd::cos(a); }, x);
  return patched(
      is_away_from_zero(x, r), r, [](T a) { return detail::cos(a); }, x);
}
template <class T, class Arch>
inline simd_pack<T, Arch> tan(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number r = odd_by_xsimd([](const auto& a) { return xsimd::tan(a); }, x);
  const auto finite = either(abs(x) < number(1), abs(r) < number(0x1p12));
  return patched(
      both(is_away_from_zero(x, r), finite), r, [](T a) { return detail::tan(a); }, x);
}
template <class T, class Arch>
inline void sine_and_cosine(const simd_pack<T, Arch>& x, simd_pack<T, Arch>& sine,
                            simd_pack<T, Arch>& cosine) noexcept {
  using number = simd_pack<T, Arch>;
  const auto [s, c] = xsimd::sincos(x.in_register());
  const number smallest = (std::numeric_limits<T>::min)();
  const number odd = blend(abs(x) < smallest, x, number(s));
  sine = patched(
      is_away_from_zero(x, odd), odd, [](T a) { return detail::sin(a); }, x);
  cosine = patched(
      is_away_from_zero(x, number(c)), number(c), [](T a) { return detail::cos(a); }, x);
}

/// The arctangent of the smaller over the larger coordinate, moved to its octant. Two zeros, two
/// infinities and NaN go lane by lane.
template <class T, class Arch>
inline simd_pack<T, Arch> atan2(const simd_pack<T, Arch>& y, const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const number a = abs(x), b = abs(y);
  const auto steep = b > a;
  const number larger = blend(steep, b, a);
  const number octant = atan(blend(steep, a, b) / larger);
  const number quadrant = blend(steep, number(1.57079632679489661923) - octant, octant);
  const number half = blend(copysign(number(1), x) < number(0),
                            number(3.14159265358979323846) - quadrant, quadrant);
  return patched(
      both(larger > number(0), is_finite(larger)), copysign(half, y),
      [](T p, T q) { return detail::atan2(p, q); }, y, x);
}

}  // namespace etad::inline ETAD_ABI::detail
