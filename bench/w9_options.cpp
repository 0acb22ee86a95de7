// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>
#include <etad/simd.hpp>
#include <span>

#include "sums.hpp"

namespace bench {
namespace {

using problem = options_workload;
using point = problem::point;

columns<1, problem::rows> prices(const point& in) {
  columns<1, problem::rows> out;
  for (std::size_t i = 0; i < problem::rows; ++i) {
    const auto [spot, strike, rate, volatility, time] = row(*in.x, i);
    out[0][i] = models::black_scholes{}(spot, strike, rate, volatility, time);
  }
  return out;
}

problem::result greeks(const point& in) {
  problem::result out;
  std::array<std::span<const double>, 5> x;
  for (std::size_t j = 0; j < 5; ++j) x[j] = (*in.x)[j];
  std::array<std::span<double>, 6> results;
  for (std::size_t j = 0; j < 6; ++j) results[j] = out[j];
  etad::simd::vmap(etad::value_and_gradient(models::black_scholes{}))(x[0], x[1], x[2], x[3], x[4],
                                                                      etad::into(results));
  return out;
}

const bool added =
    add<problem>("primal", kind::primal, [](const point& in) { return prices(in); }) &&
    add<problem>("etad", kind::etad, [](const point& in) { return greeks(in); });

}  // namespace
}  // namespace bench
