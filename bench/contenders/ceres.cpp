// SPDX-License-Identifier: MIT
#include "jets.hpp"
#include "sums.hpp"

namespace bench {
namespace {

const bool added = add_jacobians<jets>("Ceres Jet") && add_sums<jets>("Ceres Jet");

}  // namespace
}  // namespace bench
