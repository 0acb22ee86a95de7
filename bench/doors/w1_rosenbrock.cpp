// SPDX-License-Identifier: MIT
#include "../hand/w1_rosenbrock.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered = add_doors<rosenbrock_workload<10>, false>(
    "one pass", [](const auto& in) { return rosenbrock_one_pass(in); });

}  // namespace
}  // namespace bench::doors
