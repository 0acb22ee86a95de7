// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <numbers>

namespace models {

/// Price of a European call option after Black and Scholes,
///   spot * cdf(d1) - strike * exp(-rate * time) * cdf(d2),
///   d1 = (log(spot / strike) + (rate + volatility^2 / 2) time) / (volatility sqrt(time)),
///   d2 = d1 - volatility sqrt(time),
/// cdf being that of the standard normal distribution. All arguments but rate are positive.
/// F. Black, M. Scholes, Journal of Political Economy 81 (1973), 637-654.
struct black_scholes {
  template <class T>
  constexpr T operator()(const T& spot, const T& strike, const T& rate, const T& volatility,
                         const T& time) const {
    using std::exp;
    using std::log;
    using std::sqrt;
    const T moneyness = spot / strike;
    const T deviation = volatility * sqrt(time);
    const T d1 = (log(moneyness) + (rate + 0.5 * volatility * volatility) * time) / deviation;
    const T d2 = d1 - deviation;
    const T discount = exp(-rate * time);
    return spot * normal_cdf(d1) - strike * discount * normal_cdf(d2);
  }

 private:
  template <class T>
  static constexpr T normal_cdf(const T& x) {
    using std::erf;
    const T scaled = x * (1.0 / std::numbers::sqrt2);
    return 0.5 * (1.0 + erf(scaled));
  }
};

}  // namespace models
