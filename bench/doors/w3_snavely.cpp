// SPDX-License-Identifier: MIT
#include "../hand/w3_snavely.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered =
    add_doors<snavely_workload, false>("rows", [](const auto& in) { return reprojection(in); });

}  // namespace
}  // namespace bench::doors
