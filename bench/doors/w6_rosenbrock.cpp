// SPDX-License-Identifier: MIT
#include "../hand/w6_rosenbrock.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered = add_doors<rosenbrock_hessian_workload, true>(
    "one pass", [](const auto& in) { return one_pass(in); });

}  // namespace
}  // namespace bench::doors
