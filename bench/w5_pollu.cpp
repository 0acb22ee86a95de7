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
    add<pollu_sparse_workload>("etad", kind::etad, [](const point& in) {
      return etad::value_and_sparse_jacobian(models::pollu{})(in.x);
    });

}  // namespace
}  // namespace bench
