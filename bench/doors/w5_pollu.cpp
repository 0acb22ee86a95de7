// SPDX-License-Identifier: MIT
#include "../hand/w5_pollu.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered =
    add_doors<pollu_workload, false>("cleared", [](const auto& in) { return dense_cleared(in); });

}  // namespace
}  // namespace bench::doors
