// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>
#include <etad/simd.hpp>
#include <span>

#include "sums.hpp"

namespace bench {
namespace {

using problem = network_workload;
using point = problem::point;

auto gradient(const point& in) {
  const problem::data& all = *in.data;
  const std::array<std::span<const double>, 2> inputs{all[0], all[1]};
  auto result = etad::simd::sum_over(problem::model{})
                    .value_and_gradient(in.x, inputs, std::span<const double>(all[2]));
  result.value *= 1.0 / problem::rows;
  for (double& entry : result.gradient) entry *= 1.0 / problem::rows;
  return result;
}

const bool added =
    add<problem>("primal", kind::primal,
                 [](const point& in) { return problem::evaluate(in.x, *in.data); }) &&
    add<problem>("etad", kind::etad, [](const point& in) { return gradient(in); });

}  // namespace
}  // namespace bench
