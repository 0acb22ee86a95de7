// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/cx/gamma.hpp>

namespace etad::inline ETAD_ABI::cx {

namespace detail {

// Standard C++ has no digamma, so this one also serves at run time: float and double compute in
// long double, which rounds almost correctly without the software arithmetic of wide, and which x86
// does not contract.
template <class Real>
using next_wider = std::conditional_t<sizeof(Real) <= sizeof(double), long double, wide>;

// The asymptotic series with this many terms serves from this argument on.
template <class Real>
inline constexpr int series_terms = std::is_same_v<Real, wide> ? 17 : 10;
template <class Real>
inline constexpr int series_start = series_terms<Real>;

// The positive zero of digamma in two parts: next to it the second one decides.
inline constexpr wide digamma_root = constant(0x1.762d86356be3fp+0, 0x1.b86a722197829p-54, 0);
inline constexpr wide digamma_root_rest = 0x1.e0d62a6be90c7p-109;

// digamma(root + d) / d for |d| <= 1/4: Chebyshev interpolation of degree 23, relative error 2^-84.
template <class Real>
inline constexpr Real digamma_slope[24] = {
    Real(constant(-0x1.7b21f3e378aa8p-14, 0x1.038225f4272ddp-68, 0)),
    Real(constant(0x1.15139b4415327p-13, -0x1.5de09480faf94p-67, 0)),
    Real(constant(-0x1.4de5c88247d16p-13, -0x1.44554ff6e23adp-67, 0)),
    Real(constant(0x1.e8099d44649d9p-13, -0x1.9cbbaec07ac19p-67, 0)),
    Real(constant(-0x1.6a7fea1f24755p-12, -0x1.78f7e06f3d2bep-68, 0)),
    Real(constant(0x1.08ec7cb840167p-11, 0x1.60d67f17720eep-65, 0)),
    Real(constant(-0x1.82f445c1192bdp-11, -0x1.2467b91e76f78p-67, 0)),
    Real(constant(0x1.1acd525fea8c6p-10, -0x1.ef43cce2928d2p-64, 0)),
    Real(constant(-0x1.9d6279443925dp-10, -0x1.dba09f944aa49p-66, 0)),
    Real(constant(0x1.2e233b8d0ad3fp-9, 0x1.72f53da24e1bcp-64, 0)),
    Real(constant(-0x1.b9afc7adaa849p-9, -0x1.0c75f87c4de60p-65, 0)),
    Real(constant(0x1.42e1acdfd2396p-8, 0x1.6b94236bca0c6p-62, 0)),
    Real(constant(-0x1.d8280792cce31p-8, -0x1.6c3cfeccae56fp-62, 0)),
    Real(constant(0x1.5955caaacc3dbp-7, -0x1.c3a2ab432de18p-61, 0)),
    Real(constant(-0x1.f970508e1b01ep-7, -0x1.c3ffafe2902c1p-67, 0)),
    Real(constant(0x1.723d6807ed7fdp-6, 0x1.a20dd802f0d5ap-60, 0)),
    Real(constant(-0x1.0fa7ec36a7d91p-5, -0x1.4f3074d4a53e3p-59, 0)),
    Real(constant(0x1.8fce02b239cabp-5, -0x1.ce6f3234b8eacp-59, 0)),
    Real(constant(-0x1.27baba261cc2cp-4, 0x1.d0388a41b9681p-59, 0)),
    Real(constant(0x1.b9a5b6370f3abp-4, -0x1.a776c9dea52c9p-58, 0)),
    Real(constant(-0x1.4fc1317257da8p-3, -0x1.86b35b77b8b33p-58, 0)),
    Real(constant(0x1.08b4294d50381p-2, -0x1.14c8b0672d553p-56, 0)),
    Real(constant(-0x1.c563b54aa1a35p-2, -0x1.c76030637b262p-56, 0)),
    Real(constant(0x1.ef72bc8ee38acp-1, -0x1.3879eb9bcce7ep-55, 0)),
};

// digamma(x) for x >= 2^-100.
template <class Real>
constexpr Real digamma_positive(Real x) noexcept {
  constexpr Real root = static_cast<Real>(digamma_root);
  constexpr Real root_rest = static_cast<Real>((digamma_root - wide(root)) + digamma_root_rest);
  const Real d = (x - root) - root_rest;
  if (d >= Real(-0.25) && d <= Real(0.25)) {
    Real sum = 0;
    for (const Real c : digamma_slope<Real>) sum = sum * d + c;
    return d * sum;
  }
  // 1/x + 1/(x+1) + ... as one fraction.
  Real numerator = 0, denominator = 1;
  for (int n = 0; n < series_start<Real> && x < series_start<Real>; ++n) {
    numerator = numerator * x + denominator;
    denominator *= x;
    x += 1;
  }
  const Real inverse = 1 / x, square = inverse * inverse;
  Real sum = 0;
  for (int k = series_terms<Real>; k > 0; --k)
    sum = sum * square + bernoulli<Real>[k - 1] / (2 * k);
  return log(x) - inverse / 2 - sum * square - numerator / denominator;
}

// cot(pi x) for 0 < |x| <= 1/2.
template <class Real>
constexpr Real cot_pi(Real x) noexcept {
  constexpr Real pi_rounded = static_cast<Real>(pi);
  const Real size = x < 0 ? -x : x;
  const Real a = pi_rounded * (size <= Real(0.25) ? size : Real(0.5) - size);
  const Real tangent = sin_reduced(a) / cos_reduced(a);
  const Real result = size <= Real(0.25) ? 1 / tangent : tangent;
  return x < 0 ? -result : result;
}

// digamma(x) for x < 0, given the whole number next to x.
template <class Real>
constexpr Real digamma_reflected(Real x, Real nearest) noexcept {
  return digamma_positive(1 - x) - static_cast<Real>(pi) * cot_pi(x - nearest);
}

// 1 / x^n by squaring.
template <class Real>
constexpr Real inverse_power(Real x, int n) noexcept {
  Real result = 1, square = 1 / x;
  for (; n > 0; n >>= 1) {
    if ((n & 1) != 0) result *= square;
    if (n > 1) square *= square;
  }
  return result;
}

// (-1)^(n+1) times the n-th derivative of digamma at x >= 2^-100: sum of n! / (x + k)^(n + 1), the
// tail by Euler and Maclaurin's formula.
template <class Real>
constexpr Real polygamma_size(int n, Real x) noexcept {
  Real factorial = 1;  // (n - 1)!
  for (int k = 2; k < n; ++k) factorial *= static_cast<Real>(k);
  const int start = series_start<Real> + 2 * n;
  Real head = 0;
  for (int k = 0; k < start && x < start; ++k) {
    head += inverse_power(x, n + 1);
    x += 1;
  }
  const Real inverse = 1 / x, square = inverse * inverse;
  Real sum = 0, factor = 1;
  for (int k = 1; k <= series_terms<Real>; ++k) {
    factor *= square * static_cast<Real>((2 * k + n - 1) * (2 * k + n - 2)) /
              static_cast<Real>(2 * k * (2 * k - 1));
    sum += bernoulli<Real>[k - 1] * factor;
  }
  const Real order = static_cast<Real>(n);
  return factorial * (inverse_power(x, n) * (1 + order * inverse / 2 + sum) + order * head);
}

inline constexpr int largest_order = 100;

// The n-th derivative of pi cot(pi x), given c = cot(pi x): pi^(n + 1) P_n(c) with P_0(c) = c and
// P_(k+1) = -(1 + c^2) P_k'. All terms of one P_n have one sign, so nothing cancels.
template <class Real>
constexpr Real cot_derivative(int n, Real c) noexcept {
  Real p[largest_order + 2] = {0, 1};
  for (int k = 0; k < n; ++k) {
    Real next[largest_order + 2] = {};
    for (int j = 1; j <= k + 1; ++j) {
      next[j - 1] -= static_cast<Real>(j) * p[j];
      next[j + 1] -= static_cast<Real>(j) * p[j];
    }
    for (int j = 0; j <= k + 2; ++j) p[j] = next[j];
  }
  Real sum = 0;
  for (int j = n + 1; j >= 0; --j) sum = sum * c + p[j];
  return sum / inverse_power(static_cast<Real>(pi), n + 1);
}

template <real Real, class Wider>
constexpr Wider polygamma_at(int n, Real x) noexcept {
  const bool odd = (n & 1) != 0;
  if (x > 0) return odd ? polygamma_size(n, Wider(x)) : -polygamma_size(n, Wider(x));
  const Wider c = cot_pi(Wider(x) - Wider(rint(x)));
  return -polygamma_size(n, 1 - Wider(x)) - cot_derivative(n, c);
}

}  // namespace detail

/// d/dx log Gamma(x). -infinity at +0, +infinity at -0, NaN at negative integers.
template <real Real>
constexpr Real digamma(Real x) noexcept {
  using wider = detail::next_wider<Real>;
  if (isnan(x) || x == detail::infinity<Real>) return x;
  if (x == 0) return copysign(detail::infinity<Real>, -x);
  if (x < 0 && detail::is_integral(x)) return detail::not_a_number<Real>;
  if (fabs(x) < Real(0x1p-100)) return divide(Real(-1), x);
  if (x > 0) return static_cast<Real>(detail::digamma_positive(wider(x)));
  const wider mirrored = detail::digamma_reflected(wider(x), wider(rint(x)));
  // Next to a zero the two terms cancel; with twice the digits enough of them are left.
  if (mirrored > wider(-0.25) && mirrored < wider(0.25)) {
    return static_cast<Real>(detail::digamma_reflected(detail::wide(x), detail::wide(rint(x))));
  }
  return static_cast<Real>(mirrored);
}

/// n-th derivative of digamma, 0 <= n <= 100 (NaN for other orders): (-1)^(n+1) n! sum of
/// 1/(x + k)^(n+1) over k >= 0. Infinite at 0, NaN at negative integers.
template <real Real>
constexpr Real polygamma(int n, Real x) noexcept {
  if (n == 0) return digamma(x);
  if (isnan(x)) return x;
  if (n < 0 || n > detail::largest_order || (x < 0 && detail::is_integral(x))) {
    return detail::not_a_number<Real>;
  }
  const bool odd = (n & 1) != 0;
  if (x == 0) return odd ? detail::infinity<Real> : copysign(detail::infinity<Real>, -x);
  if (isinf(x)) return odd ? Real(0) : -Real(0);
  if (fabs(x) < Real(0x1p-100)) {
    // n! / x^(n+1) exceeds the other terms by 2^100.
    const detail::scaled parts = detail::normalize(x);
    const detail::wide size =
        detail::inverse_power(parts.mantissa, n + 1) / detail::inverse_factorial(n);
    const detail::scaled lifted = detail::normalize(odd ? size : -size);
    return detail::round_to<Real>(lifted.mantissa, lifted.exponent - parts.exponent * (n + 1));
  }
  if (n <= 8) {
    return detail::round_to<Real>(detail::polygamma_at<Real, detail::next_wider<Real>>(n, x));
  }
  return detail::round_to<Real>(detail::polygamma_at<Real, detail::wide>(n, x));
}

}  // namespace etad::inline ETAD_ABI::cx
