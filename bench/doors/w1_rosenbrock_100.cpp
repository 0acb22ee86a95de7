// SPDX-License-Identifier: MIT
#include "../hand/w1_rosenbrock.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered = add_doors<rosenbrock_workload<100>, false>(
    "buffered", [](const auto& in) { return rosenbrock_buffered(in); });

}  // namespace
}  // namespace bench::doors
