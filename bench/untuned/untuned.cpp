// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "../contenders/drivers.hpp"
#include "../contenders/eigen_numbers.hpp"
#include "../contenders/jets.hpp"
#include "problems.hpp"

namespace bench::untuned {
namespace {

template <class Problem>
constexpr auto function =
    [](const auto& x) { return Problem::evaluate(x, std::array<double, 0>{}); };

template <class... Problem>
bool enter() {
  return ((add<Problem>("etad", kind::etad,
                        [](const typename Problem::point& in) {
                          if constexpr (Problem::results == 1) {
                            return etad::value_and_gradient(function<Problem>)(in.x);
                          } else {
                            return etad::value_and_jacobian(function<Problem>)(in.x);
                          }
                        }) &&
           add_jacobian<Problem, jets>("Ceres Jet") &&
           add_jacobian<Problem, autodiff_scalar>("Eigen AutoDiffScalar")) &&
          ...);
}

const bool entered = enter<van_der_pol, kepler, michaelis_menten, double_pendulum, pinhole,
                           innovation, svi, spline, relative_pose>();
const bool entered_hessian =
    add<tetrahedron>("etad", kind::etad,
                     [](const tetrahedron::point& in) {
                       return etad::value_gradient_hessian(function<tetrahedron>)(in.x);
                     }) &&
    add_hessian<tetrahedron, autodiff_scalar>("Eigen AutoDiffScalar");

}  // namespace
}  // namespace bench::untuned
