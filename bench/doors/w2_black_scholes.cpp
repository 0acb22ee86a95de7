// SPDX-License-Identifier: MIT
#include "../hand/w2_black_scholes.cpp"

#include "doors.hpp"

namespace bench::doors {
namespace {

const bool entered = add_doors<black_scholes_workload, false>(
    "closed form", [](const auto& in) { return greeks(in); });

}  // namespace
}  // namespace bench::doors
