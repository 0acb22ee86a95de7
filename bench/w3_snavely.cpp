// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "workloads.hpp"

namespace bench {
namespace {

using problem = snavely_workload;
using point = problem::point;

const bool added =
    add<problem>("primal", kind::primal,
                 [](const point& in) { return models::snavely{}(in.x, in.data[0], in.data[1]); }) &&
    add<problem>("etad", kind::etad, [](const point& in) {
      return etad::value_and_jacobian(models::snavely{}, etad::wrt<0>)(in.x, in.data[0],
                                                                       in.data[1]);
    });

}  // namespace
}  // namespace bench
