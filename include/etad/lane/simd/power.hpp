// SPDX-License-Identifier: MIT
// pow on vector registers.
#pragma once

#include <etad/lane/simd/logarithm.hpp>
#include <etad/lane/simd/rounding.hpp>

namespace etad::inline ETAD_ABI::detail {

/// exp(y log |x|) with the logarithm and the product as double words; for x < 0 the sign of an odd
/// power, NaN for a fraction. Zeros, denormals, infinities, NaN and enormous exponents go lane by lane.
template <class T, class Arch>
inline simd_pack<T, Arch> pow(const simd_pack<T, Arch>& x, const simd_pack<T, Arch>& y) noexcept {
  if constexpr (double_words_are_slow<T>) {
    return each_lane([](T b, T c) { return detail::pow(b, c); }, x, y);
  } else {
    using number = simd_pack<T, Arch>;
    const number a = abs(x);
    const auto logarithm = log_as_double_word(a);
    const auto p = exact_product(logarithm.high, y);
    const auto within = both(p.high > number(exp_underflow<T>), p.high < number(exp_overflow<T>));
    const number low = multiply_add(logarithm.low, y, p.low);
    number r =
        split_exp(limited(p.high, exp_underflow<T>, exp_overflow<T>), blend(within, low, number(0)))
            .value();
    const auto negative = x < number(0);
    if (any(negative)) {
      const number half = number(0.5) * y;
      const number signed_power = blend(rint(half) == half, r, -r);
      r = blend(negative,
                blend(rint(y) == y, signed_power, number(std::numeric_limits<T>::quiet_NaN())), r);
    }
    // Greater exponents do not survive the exact product.
    const auto moderate = abs(y) < number(static_cast<T>(sizeof(T) == 8 ? 0x1p900 : 0x1p100));
    return patched(
        both(is_positive_normal(a), moderate), r, [](T b, T c) { return detail::pow(b, c); }, x, y);
  }
}

}  // namespace etad::inline ETAD_ABI::detail
