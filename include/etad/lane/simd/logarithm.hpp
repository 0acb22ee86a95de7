// SPDX-License-Identifier: MIT
// log, log2 and log10 on vector registers, and log as a double word.
#pragma once

#include <etad/lane/simd/exponential.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Where logarithms have vector code: positive normal numbers.
template <class T, class Arch>
inline mask_of_lanes<T, simd_lanes<Arch>> is_positive_normal(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  return both(x >= number((std::numeric_limits<T>::min)()),
              x <= number((std::numeric_limits<T>::max)()));
}

// With f = m - 1 and s = f/(2 + f) it is log(m) = f - s (f - s^2 R(s^2)), arranged as in FreeBSD's
// msun (e_log.c) so that f enters last and unrounded.
template <class T, class Arch>
inline simd_pack<T, Arch> log(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const normalized<T, Arch> parts(x);
  const number& k = parts.exponent;
  const number f = parts.mantissa - number(1);
  const number s = f / (number(2) + f);
  const number z = s * s;
  const number half_square = number(0.5) * f * f;
  const number tail =
      multiply_add(s, multiply_add(z, polynomial(z, lane_fit<T>::log_rest), half_square),
                   k * number(ln2_parts<T>::low));
  const number r = multiply_subtract(k, number(ln2_parts<T>::high), (half_square - tail) - f);
  return patched(
      is_positive_normal(x), r, [](T a) { return detail::log(a); }, x);
}

/// log(m) for m in [sqrt(1/2), sqrt(2)): 2 s (1 + s^2 (1/3 + s^2 Q(s^2))), all but Q in double words;
/// relative error about 2^-64 (float: 2^-42).
template <class T, class Arch>
inline double_word<simd_pack<T, Arch>> double_word_log(const simd_pack<T, Arch>& m) noexcept {
  using number = simd_pack<T, Arch>;
  using wide = double_word<number>;
  const number f = m - number(1);
  const wide d = exact_sum(number(2), f);
  const number reciprocal = number(1) / d.high;
  const number s = kept(f * reciprocal);
  const wide sd = exact_product(s, d.high);
  const number s_low = (((f - sd.high) - sd.low) - s * d.low) * reciprocal;

  const wide z = exact_product(s, s);
  const number z_low = multiply_add(s + s, s_low, z.low);
  const number third = number(T(1) / T(3));
  const T third_low = static_cast<T>(sizeof(T) == 8 ? 0x1.5555555555555p-56 : -0x1.555556p-27);
  const number q = kept(z.high * polynomial(z.high, lane_fit<T>::log_rest_of_rest));
  wide c = exact_sum(third, q);
  c.low = c.low + number(third_low);
  // c = z (1/3 + z Q), then s (1 + c) = s + s c.
  const wide zc = exact_product(z.high, c.high);
  const number zc_low = multiply_add(z_low, c.high, multiply_add(z.high, c.low, zc.low));
  const wide sc = exact_product(s, zc.high);
  const number sc_low = multiply_add(s_low, zc.high, multiply_add(s, zc_low, sc.low));
  const wide r = exact_sum(s, sc.high);
  const number r_low = r.low + (sc_low + s_low);
  return {r.high + r.high, r_low + r_low};
}

/// log(x) for positive normal x.
template <class T, class Arch>
inline double_word<simd_pack<T, Arch>> log_as_double_word(const simd_pack<T, Arch>& x) noexcept {
  using number = simd_pack<T, Arch>;
  const normalized<T, Arch> parts(x);
  const auto m = double_word_log(parts.mantissa);
  const number whole = kept(parts.exponent * number(ln2_parts<T>::high));
  const auto r = exact_sum(whole, m.high);
  const number low = multiply_add(parts.exponent, number(ln2_parts<T>::low), r.low + m.low);
  return exact_sum(r.high, low);
}

/// The product of a double word and the constant high + low, to the first order of the low words.
template <class T, class Arch>
inline double_word<simd_pack<T, Arch>> times(const double_word<simd_pack<T, Arch>>& x, double high,
                                             double low) noexcept {
  using number = simd_pack<T, Arch>;
  const T factor = static_cast<T>(high);
  const T rest = static_cast<T>((high - static_cast<double>(factor)) + low);
  const auto p = exact_product(x.high, number(factor));
  return {p.high, multiply_add(x.low, number(factor), multiply_add(x.high, number(rest), p.low))};
}

template <class T, class Arch>
inline simd_pack<T, Arch> log2(const simd_pack<T, Arch>& x) noexcept {
  if constexpr (double_words_are_slow<T>) {
    return each_lane([](T a) { return detail::log2(a); }, x);
  } else {
    const normalized<T, Arch> parts(x);
    const auto m = times<T, Arch>(double_word_log(parts.mantissa), 0x1.71547652b82fep+0,
                                  0x1.777d0ffda0d24p-56);
    const auto r = exact_sum(parts.exponent, m.high);
    return patched(
        is_positive_normal(x), r.high + (r.low + m.low), [](T a) { return detail::log2(a); }, x);
  }
}

template <class T, class Arch>
inline simd_pack<T, Arch> log10(const simd_pack<T, Arch>& x) noexcept {
  if constexpr (double_words_are_slow<T>) {
    return each_lane([](T a) { return detail::log10(a); }, x);
  } else {
    const auto r =
        times<T, Arch>(log_as_double_word(x), 0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57);
    return patched(
        is_positive_normal(x), r.high + r.low, [](T a) { return detail::log10(a); }, x);
  }
}

}  // namespace etad::inline ETAD_ABI::detail
