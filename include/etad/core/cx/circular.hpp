// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/exponential.hpp>
#include <etad/core/cx/two_over_pi.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

// sin x and cos x for |x| <= 0.79, relative error 2^-88 in wide: Taylor.
template <class Real>
constexpr Real sin_reduced(Real x) noexcept {
  return x * horner(x * x, -over_factorial<23, Real>, over_factorial<21, Real>,
                    -over_factorial<19, Real>, over_factorial<17, Real>, -over_factorial<15, Real>,
                    over_factorial<13, Real>, -over_factorial<11, Real>, over_factorial<9, Real>,
                    -over_factorial<7, Real>, over_factorial<5, Real>, -over_factorial<3, Real>,
                    over_factorial<1, Real>);
}
template <class Real>
constexpr Real cos_reduced(Real x) noexcept {
  return horner(x * x, over_factorial<24, Real>, -over_factorial<22, Real>,
                over_factorial<20, Real>, -over_factorial<18, Real>, over_factorial<16, Real>,
                -over_factorial<14, Real>, over_factorial<12, Real>, -over_factorial<10, Real>,
                over_factorial<8, Real>, -over_factorial<6, Real>, over_factorial<4, Real>,
                -over_factorial<2, Real>, over_factorial<0, Real>);
}

// An angle as quadrant * pi/2 + rest with |rest| <= pi/4 (a hair more after rounding).
struct angle {
  wide rest;
  unsigned quadrant;
};

// Payne and Hanek 1983: x = m 2^e with a 64-bit m; digits of 2/pi that only add multiples of 4 to
// x * 2/pi are skipped, the next 256 keep at least 110 digits of the rest after cancellation.
constexpr angle reduce_large(wide x) noexcept {
  const scaled parts = normalize(x);
  const auto m = static_cast<std::uint64_t>(parts.mantissa * power_of_two(63));
  const auto skipped = static_cast<unsigned>(parts.exponent - 63 - 2 + 64);
  const unsigned word = skipped / 64, shift = skipped % 64;
  std::uint64_t product[4] = {};
  uint128 carry = 0;
  for (unsigned i = 4; i-- > 0;) {
    const std::uint64_t high = two_over_pi_digits[word + i], low = two_over_pi_digits[word + i + 1];
    const std::uint64_t window = shift == 0 ? high : (high << shift) | (low >> (64 - shift));
    carry += static_cast<uint128>(window) * m;
    product[i] = static_cast<std::uint64_t>(carry);
    carry >>= 64;
  }
  const std::uint64_t top = product[0];
  const bool upper_half = ((top >> 61) & 1u) != 0;
  // Two digits are the quadrant; what is left is a fraction in [-1/2, 1/2) in two's complement.
  const std::uint64_t flip = upper_half ? ~std::uint64_t{0} : 0;
  const wide fraction = wide(((top ^ flip) << 2) >> 2) * power_of_two(-62) +
                        (wide(product[1] ^ flip) * power_of_two(-126) +
                         (wide(product[2] ^ flip) * power_of_two(-190) +
                          wide(product[3] ^ flip) * power_of_two(-254)));
  return {(upper_half ? -fraction : fraction) * half_pi,
          static_cast<unsigned>(top >> 62) + (upper_half ? 1u : 0u)};
}

constexpr angle reduce_positive(wide x) noexcept {
  if (x <= half_pi * wide(0.5)) return {x, 0};
  if (x >= power_of_two(30)) {
    // More than 64 digits, which only a long double of 113 has, are reduced in two parts.
    const scaled parts = normalize(x);
    const wide head = scale(wide(static_cast<std::uint64_t>(parts.mantissa * power_of_two(63))),
                            parts.exponent - 63);
    if (head == x) return reduce_large(x);
    const angle most = reduce_large(head), least = reduce_positive(x - head);
    const angle both = reduce_positive(magnitude(most.rest + least.rest));
    const bool negative = most.rest + least.rest < 0;
    return {negative ? -both.rest : both.rest,
            most.quadrant + least.quadrant + (negative ? 0u - both.quadrant : both.quadrant)};
  }
  // Cody and Waite 1980 with pi/2 in pieces of 80, 80 and 53 digits; the first two products are
  // exact.
  constexpr wide first = constant(0x1.921fb54442d18p+0, 0x1.1a62630000000p-54, 0);
  constexpr wide second = constant(0x1.8a2e03707344ap-81, 0x1.024e088000000p-135, 0);
  constexpr wide third = 0x1.4cf98e804177dp-164;
  constexpr wide two_over_pi = wide(0x1.45f306dc9c883p-1);
  const int n = nearest_integer(x * two_over_pi);
  return {((x - n * first) - n * second) - n * third, static_cast<unsigned>(n)};
}

constexpr angle reduce(wide x) noexcept {
  const angle positive = reduce_positive(magnitude(x));
  return x < 0 ? angle{-positive.rest, 0u - positive.quadrant} : positive;
}

constexpr wide sin(angle a) noexcept {
  const wide size = (a.quadrant & 1u) != 0 ? cos_reduced(a.rest) : sin_reduced(a.rest);
  return (a.quadrant & 2u) != 0 ? -size : size;
}

}  // namespace detail

/// Sine; NaN for infinite x. Arguments of any size are reduced exactly.
template <real Real>
constexpr Real sin(Real x) noexcept {
  if (x == 0 || isnan(x)) return x;
  return isinf(x) ? detail::not_a_number<Real> : static_cast<Real>(detail::sin(detail::reduce(x)));
}

/// Cosine.
template <real Real>
constexpr Real cos(Real x) noexcept {
  if (isnan(x)) return x;
  if (isinf(x)) return detail::not_a_number<Real>;
  const detail::angle a = detail::reduce(x);
  return static_cast<Real>(detail::sin(detail::angle{a.rest, a.quadrant + 1u}));
}

/// Tangent.
template <real Real>
constexpr Real tan(Real x) noexcept {
  if (x == 0 || isnan(x)) return x;
  if (isinf(x)) return detail::not_a_number<Real>;
  const detail::angle a = detail::reduce(x);
  const detail::wide sine = detail::sin_reduced(a.rest), cosine = detail::cos_reduced(a.rest);
  return static_cast<Real>((a.quadrant & 1u) != 0 ? -cosine / sine : sine / cosine);
}

}  // namespace etad::inline ETAD_ABI::cx
