// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "contenders/drivers.hpp"

namespace bench {
namespace {

using problem = pollu_workload;
using point = problem::point;

const bool added =
    add<problem>("primal", kind::primal, [](const point& in) { return models::pollu{}(in.x); }) &&
    add<problem>("etad", kind::etad,
                 [](const point& in) { return etad::value_and_jacobian(models::pollu{})(in.x); }) &&
    // There is no sparse verb yet: the nonzeros out of the full matrix.
    add<pollu_sparse_workload>("etad", kind::etad, [](const point& in) {
      const auto full = etad::value_and_jacobian(models::pollu{})(in.x);
      sparse_result out;
      out.value = full.value;
      for (std::size_t i = 0; i < pollu_pattern.size(); ++i)
        out.jacobian[i] = full.jacobian.data()[pollu_pattern[i]];
      return out;
    });

}  // namespace
}  // namespace bench
