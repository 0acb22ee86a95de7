// SPDX-License-Identifier: MIT
#include "../hand/w6_dirichlet.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered =
    add_doors<dirichlet_workload, true>("invariants", [](const auto& in) { return energy(in); });

}  // namespace
}  // namespace bench::doors
