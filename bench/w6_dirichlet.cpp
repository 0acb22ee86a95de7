// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "workloads.hpp"

namespace bench {
namespace {

using problem = dirichlet_workload;
using point = problem::point;

const bool added =
    add<problem>("primal", kind::primal,
                 [](const point& in) { return problem::evaluate(in.x, in.data); }) &&
    add<problem>("etad", kind::etad, [](const point& in) {
      return etad::value_gradient_hessian(models::dirichlet{}, etad::wrt<0>)(
          in.x, std::array{in.data[0], in.data[1], in.data[2], in.data[3]}, in.data[4]);
    });

}  // namespace
}  // namespace bench
