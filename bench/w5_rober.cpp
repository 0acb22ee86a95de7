// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "workloads.hpp"

namespace bench {
namespace {

using problem = rober_workload;
using point = problem::point;

const bool added =
    add<problem>("primal", kind::primal, [](const point& in) { return models::rober{}(in.x); }) &&
    add<problem>("etad", kind::etad,
                 [](const point& in) { return etad::value_and_jacobian(models::rober{})(in.x); });

}  // namespace
}  // namespace bench
