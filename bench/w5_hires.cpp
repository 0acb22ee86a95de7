// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "workloads.hpp"

namespace bench {
namespace {

using problem = hires_workload;
using point = problem::point;

const bool added =
    add<problem>("primal", kind::primal, [](const point& in) { return models::hires{}(in.x); }) &&
    add<problem>("etad", kind::etad,
                 [](const point& in) { return etad::value_and_jacobian(models::hires{})(in.x); });

}  // namespace
}  // namespace bench
