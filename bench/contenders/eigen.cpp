// SPDX-License-Identifier: MIT
#include "eigen_numbers.hpp"
#include "sums.hpp"

namespace bench {
namespace {

const bool added = add_jacobians<autodiff_scalar>("Eigen AutoDiffScalar") &&
                   add_hessians<autodiff_scalar>("Eigen AutoDiffScalar") &&
                   add_sums<autodiff_scalar>("Eigen AutoDiffScalar");

}  // namespace
}  // namespace bench
