// SPDX-License-Identifier: MIT
// Price and greeks of many options by hand, in the closed forms of w2_black_scholes.cpp.
#include <cmath>
#include <numbers>

#include "../sums.hpp"

namespace bench {
namespace {

constexpr std::size_t rows = options_workload::rows;
constexpr double scale = 1 / std::numbers::sqrt2;

options_workload::result by_points(const options_workload::point& in) {
  options_workload::result out;
  for (std::size_t i = 0; i < rows; ++i) {
    const auto [spot, strike, rate, volatility, time] = row(*in.x, i);
    const double root = std::sqrt(time);
    const double deviation = volatility * root;
    const double inverse = 1 / deviation;
    const double half = 0.5 * volatility * volatility;
    const double d1 = (std::log(spot / strike) + (rate + half) * time) * inverse;
    const double d2 = d1 - deviation;
    const double cdf1 = 0.5 + 0.5 * std::erf(d1 * scale);
    const double cdf2 = 0.5 + 0.5 * std::erf(d2 * scale);
    const double pdf1 = std::exp(-0.5 * d1 * d1) * (scale * std::numbers::inv_sqrtpi);
    const double discounted = std::exp(-rate * time) * cdf2;
    const double debt = strike * discounted;
    const double density = spot * pdf1;
    out[0][i] = spot * cdf1 - debt;
    out[1][i] = cdf1;
    out[2][i] = -discounted;
    out[3][i] = time * debt;
    out[4][i] = density * root;
    out[5][i] = density * half * inverse + rate * debt;
  }
  return out;
}

/// Blocks of points: calls of the library apart from arithmetic, which vectorizes.
options_workload::result by_blocks(const options_workload::point& in) {
  constexpr std::size_t block = 64;
  using lane = std::array<double, block>;
  options_workload::result out;
  for (std::size_t start = 0; start < rows; start += block) {
    const double* spot = &(*in.x)[0][start];
    const double* strike = &(*in.x)[1][start];
    const double* rate = &(*in.x)[2][start];
    const double* volatility = &(*in.x)[3][start];
    const double* time = &(*in.x)[4][start];
    lane root;
    lane d1;
    lane d2;
    lane discount;
    lane pdf1;
    for (std::size_t i = 0; i < block; ++i) d1[i] = spot[i] / strike[i];
    for (double& number : d1) number = std::log(number);
    for (std::size_t i = 0; i < block; ++i) {
      root[i] = std::sqrt(time[i]);
      const double deviation = volatility[i] * root[i];
      const double half = 0.5 * volatility[i] * volatility[i];
      const double d = (d1[i] + (rate[i] + half) * time[i]) / deviation;
      pdf1[i] = -0.5 * d * d;
      d1[i] = d * scale;
      d2[i] = (d - deviation) * scale;
      discount[i] = -rate[i] * time[i];
    }
    for (double& number : pdf1) number = std::exp(number);
    for (double& number : discount) number = std::exp(number);
    for (double& number : d1) number = std::erf(number);
    for (double& number : d2) number = std::erf(number);
    for (std::size_t i = 0; i < block; ++i) {
      const double cdf1 = 0.5 + 0.5 * d1[i];
      const double discounted = discount[i] * (0.5 + 0.5 * d2[i]);
      const double debt = strike[i] * discounted;
      const double density = spot[i] * pdf1[i] * (scale * std::numbers::inv_sqrtpi);
      out[0][start + i] = spot[i] * cdf1 - debt;
      out[1][start + i] = cdf1;
      out[2][start + i] = -discounted;
      out[3][start + i] = time[i] * debt;
      out[4][start + i] = density * root[i];
      out[5][start + i] = density * 0.5 * volatility[i] / root[i] + rate[i] * debt;
    }
  }
  return out;
}

using point = options_workload::point;
const bool added = add<options_workload>("points" HAND_SUFFIX, kind::hand,
                                         [](const point& in) { return by_points(in); }) &&
                   add<options_workload>("blocks" HAND_SUFFIX, kind::hand,
                                         [](const point& in) { return by_blocks(in); });

}  // namespace
}  // namespace bench
