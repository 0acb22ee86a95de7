// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "sums.hpp"

namespace bench {
namespace {

using problem = atoms_workload;
using point = problem::point;

const bool added =
    add<problem>("primal", kind::primal, [](const point& in) { return problem::evaluate(in.x); });

}  // namespace
}  // namespace bench
