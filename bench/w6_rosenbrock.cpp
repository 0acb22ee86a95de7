// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "workloads.hpp"

namespace bench {
namespace {

using problem = rosenbrock_hessian_workload;
using point = problem::point;

const bool added = add<problem>("primal", kind::primal,
                                [](const point& in) { return models::rosenbrock<10>{}(in.x); }) &&
                   add<problem>("etad", kind::etad, [](const point& in) {
                     return etad::value_gradient_hessian(models::rosenbrock<10>{})(in.x);
                   });

}  // namespace
}  // namespace bench
