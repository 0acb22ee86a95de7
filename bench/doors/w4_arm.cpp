// SPDX-License-Identifier: MIT
#include "../hand/w4_arm.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered =
    add_doors<arm_workload, false>("this arm", [](const auto& in) { return this_arm(in); });

}  // namespace
}  // namespace bench::doors
