// SPDX-License-Identifier: MIT
// As w7_mixture.cpp, points in lanes.
#include <cmath>

#include "../sums.hpp"
#include "simd.hpp"

namespace bench {
namespace {

constexpr std::size_t count = 5;  // components

/// Groups batches of points at a time, so that loads and stores of the sums are shared by them.
template <std::size_t D, std::size_t Groups>
auto gradient(const typename mixture_workload<D>::point& in) {
  constexpr std::size_t rows = mixture_workload<D>::rows;
  constexpr std::size_t stride = 1 + 2 * D;
  constexpr std::size_t step = Groups * lanes;
  static_assert(rows % lanes == 0);
  const std::array<double, count* stride>& x = in.x;

  std::array<double, count> weight;
  std::array<double, count> factor;
  std::array<std::array<double, D>, count> reciprocal;
  std::array<std::array<double, D>, count> quotient;
  double greatest = x[0];
  for (std::size_t k = 1; k < count; ++k) greatest = std::fmax(greatest, x[k * stride]);
  double norm = 0;
  for (std::size_t k = 0; k < count; ++k) norm += weight[k] = std::exp(x[k * stride] - greatest);
  const double shift = greatest + std::log(norm) + 0.91893853320467274178 * D;
  for (std::size_t k = 0; k < count; ++k) {
    weight[k] /= norm;
    factor[k] = x[k * stride] - shift;
    for (std::size_t j = 0; j < D; ++j) {
      const double logarithm = x[k * stride + 1 + D + j];
      factor[k] -= logarithm;
      reciprocal[k][j] = std::exp(-logarithm);
      quotient[k][j] = x[k * stride + 1 + j] * reciprocal[k][j];
    }
  }

  batch value(0.0);
  std::array<batch, count> shares;
  std::array<std::array<batch, D>, count> firsts;
  std::array<std::array<batch, D>, count> seconds;
  for (std::size_t k = 0; k < count; ++k) {
    shares[k] = batch(0.0);
    firsts[k].fill(batch(0.0));
    seconds[k].fill(batch(0.0));
  }
  const auto several = [&]<std::size_t Some>(std::size_t start,
                                             std::integral_constant<std::size_t, Some>) {
    using group = std::array<batch, Some>;
    std::array<std::array<group, D>, count> z;
    std::array<group, count> share;
    for (std::size_t k = 0; k < count; ++k) {
      group squares;
      for (std::size_t j = 0; j < D; ++j) {
        const batch scale(reciprocal[k][j]);
        const batch center(quotient[k][j]);
        for (std::size_t g = 0; g < Some; ++g) {
          const batch at = load(&(*in.data)[j][start + g * lanes]);
          z[k][j][g] = xsimd::fms(at, scale, center);
          squares[g] =
              j == 0 ? z[k][j][g] * z[k][j][g] : xsimd::fma(z[k][j][g], z[k][j][g], squares[g]);
        }
      }
      for (std::size_t g = 0; g < Some; ++g)
        share[k][g] = xsimd::fnma(batch(0.5), squares[g], batch(factor[k]));
    }
    group inverse;
    for (std::size_t g = 0; g < Some; ++g) {
      batch largest = share[0][g];
      for (std::size_t k = 1; k < count; ++k) largest = xsimd::max(largest, share[k][g]);
      for (std::size_t k = 0; k < count; ++k) share[k][g] = xsimd::exp(share[k][g] - largest);
      batch sum = share[0][g];
      for (std::size_t k = 1; k < count; ++k) sum += share[k][g];
      value += largest + xsimd::log(sum);
      inverse[g] = batch(1.0) / sum;
    }
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t g = 0; g < Some; ++g) {
        share[k][g] *= inverse[g];
        shares[k] += share[k][g];
      }
      for (std::size_t j = 0; j < D; ++j) {
        batch first = firsts[k][j];
        batch second = seconds[k][j];
        for (std::size_t g = 0; g < Some; ++g) {
          const batch moment = share[k][g] * z[k][j][g];
          first += moment;
          second = xsimd::fma(moment, z[k][j][g], second);
        }
        firsts[k][j] = first;
        seconds[k][j] = second;
      }
    }
  };
  std::size_t start = 0;
  for (; start + step <= rows; start += step)
    several(start, std::integral_constant<std::size_t, Groups>{});
  for (; start < rows; start += lanes) several(start, std::integral_constant<std::size_t, 1>{});

  first_order<1, count * stride> out;
  out.value[0] = total(value);
  for (std::size_t k = 0, at = 0; k < count; ++k) {
    const double share = total(shares[k]);
    out.jacobian[at++] = share - static_cast<double>(rows) * weight[k];
    for (std::size_t j = 0; j < D; ++j) out.jacobian[at++] = total(firsts[k][j]) * reciprocal[k][j];
    for (std::size_t j = 0; j < D; ++j) out.jacobian[at++] = total(seconds[k][j]) - share;
  }
  return out;
}

template <std::size_t D>
bool add_all() {
  using problem = mixture_workload<D>;
  using point = typename problem::point;
  return add<problem>("one batch" HAND_SUFFIX, kind::hand_simd,
                      [](const point& in) { return gradient<D, 1>(in); }) &&
         add<problem>("two batches" HAND_SUFFIX, kind::hand_simd,
                      [](const point& in) { return gradient<D, 2>(in); }) &&
         add<problem>("four batches" HAND_SUFFIX, kind::hand_simd,
                      [](const point& in) { return gradient<D, 4>(in); });
}

const bool added = add_all<2>() && add_all<10>();

}  // namespace
}  // namespace bench
