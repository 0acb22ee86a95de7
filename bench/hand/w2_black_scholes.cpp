// SPDX-License-Identifier: MIT
// The five greeks of a call in closed form. They use spot pdf(d1) = strike exp(-rate time) pdf(d2),
// an identity that no differentiation of the program can find; it saves one exponential.
#include <cmath>
#include <numbers>

#include "../workloads.hpp"

namespace bench {
namespace {

first_order<1, 5> greeks(const input<5, 0>& in) {
  const auto [spot, strike, rate, volatility, time] = in.x;
  const double root = std::sqrt(time);
  const double deviation = volatility * root;
  const double inverse = 1 / deviation;
  const double half = 0.5 * volatility * volatility;
  const double d1 = (std::log(spot / strike) + (rate + half) * time) * inverse;
  const double d2 = d1 - deviation;
  const double scale = 1 / std::numbers::sqrt2;
  const double cdf1 = 0.5 + 0.5 * std::erf(d1 * scale);
  const double cdf2 = 0.5 + 0.5 * std::erf(d2 * scale);
  const double pdf1 = std::exp(-0.5 * d1 * d1) * (scale * std::numbers::inv_sqrtpi);
  const double discounted = std::exp(-rate * time) * cdf2;
  const double debt = strike * discounted;
  const double density = spot * pdf1;
  return {{spot * cdf1 - debt},
          {cdf1, -discounted, time * debt, density * root, density * half * inverse + rate * debt}};
}

/// The same without the identity: what differentiating the formula can give at best.
first_order<1, 5> greeks_without_identity(const input<5, 0>& in) {
  const auto [spot, strike, rate, volatility, time] = in.x;
  const double root = std::sqrt(time);
  const double deviation = volatility * root;
  const double inverse = 1 / deviation;
  const double moneyness = spot / strike;
  const double half = 0.5 * volatility * volatility;
  const double d1 = (std::log(moneyness) + (rate + half) * time) * inverse;
  const double d2 = d1 - deviation;
  const double scale = 1 / std::numbers::sqrt2;
  const double cdf1 = 0.5 + 0.5 * std::erf(d1 * scale);
  const double cdf2 = 0.5 + 0.5 * std::erf(d2 * scale);
  const double discount = std::exp(-rate * time);
  const double norm = scale * std::numbers::inv_sqrtpi;
  const double debt = strike * discount;
  const double slope1 = spot * norm * std::exp(-0.5 * d1 * d1);
  const double slope2 = debt * norm * std::exp(-0.5 * d2 * d2);
  const double by_d1 = slope1 - slope2;
  const double by_numerator = by_d1 * inverse;
  const double by_deviation = slope2 - by_numerator * d1;
  const double by_rate = debt * cdf2;
  const double by_log = by_numerator / spot;
  return {{spot * cdf1 - by_rate},
          {cdf1 + by_log, -discount * cdf2 - by_log * moneyness, time * (by_numerator + by_rate),
           by_numerator * volatility * time + by_deviation * root,
           by_numerator * (rate + half) + by_deviation * half * inverse + rate * by_rate}};
}

using point = black_scholes_workload::point;
const bool added =
    add<black_scholes_workload>("closed form" HAND_SUFFIX, kind::hand,
                                [](const point& in) { return greeks(in); }) &&
    add<black_scholes_workload>("no identity" HAND_SUFFIX, kind::hand,
                                [](const point& in) { return greeks_without_identity(in); });

}  // namespace
}  // namespace bench
