// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "sums.hpp"

namespace bench {
namespace {

using problem = options_workload;
using point = problem::point;

const bool added = add<problem>("primal", kind::primal, [](const point& in) {
  columns<1, problem::rows> out;
  for (std::size_t i = 0; i < problem::rows; ++i) {
    const auto [spot, strike, rate, volatility, time] = row(*in.x, i);
    out[0][i] = models::black_scholes{}(spot, strike, rate, volatility, time);
  }
  return out;
});

}  // namespace
}  // namespace bench
