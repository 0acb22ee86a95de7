// SPDX-License-Identifier: MIT
#include "../hand/w5_small.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered =
    add_doors<rober_workload, false>("rober", [](const auto& in) { return rober(in); }) &&
    add_doors<hires_workload, false>("table", [](const auto& in) { return hires_table(in); });

}  // namespace
}  // namespace bench::doors
