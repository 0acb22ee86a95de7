// SPDX-License-Identifier: MIT
#include <ceres/jet.h>
#include <unsupported/Eigen/AutoDiff>

#include <etad/etad.hpp>

#include "../contenders/drivers.hpp"
#include "problems.hpp"

namespace bench::untuned {
namespace {

template <class Problem>
constexpr auto function =
    [](const auto& x) { return Problem::evaluate(x, std::array<double, 0>{}); };

struct jets {
  template <std::size_t N>
  using type = ceres::Jet<double, static_cast<int>(N)>;
  template <std::size_t N>
  static void seed(type<N>& number, double value, std::size_t i) {
    number = type<N>(value, static_cast<int>(i));
  }
  static double value(const auto& number) { return number.a; }
  static double derivative(const auto& number, std::size_t i) {
    return number.v[static_cast<Eigen::Index>(i)];
  }
};

struct eigen_numbers {
  template <std::size_t N>
  using type = Eigen::AutoDiffScalar<Eigen::Matrix<double, static_cast<int>(N), 1>>;
  template <std::size_t N>
  using nested = Eigen::AutoDiffScalar<Eigen::Matrix<type<N>, static_cast<int>(N), 1>>;
  template <std::size_t N>
  static void seed(type<N>& number, double value, std::size_t i) {
    number = type<N>(value, static_cast<int>(N), static_cast<int>(i));
  }
  template <std::size_t N>
  static void seed_nested(nested<N>& number, double value, std::size_t i) {
    seed<N>(number.value(), value, i);
    for (std::size_t j = 0; j < N; ++j)
      number.derivatives()[static_cast<Eigen::Index>(j)] = type<N>(j == i ? 1.0 : 0.0);
  }
  static const auto& value(const auto& number) { return number.value(); }
  static const auto& derivative(const auto& number, std::size_t i) {
    return number.derivatives()[static_cast<Eigen::Index>(i)];
  }
};

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
           add_jacobian<Problem, eigen_numbers>("Eigen AutoDiffScalar")) &&
          ...);
}

const bool entered = enter<van_der_pol, kepler, michaelis_menten, double_pendulum, pinhole,
                           innovation, svi, spline, relative_pose>();
const bool entered_hessian =
    add<tetrahedron>("etad", kind::etad,
                     [](const tetrahedron::point& in) {
                       return etad::value_gradient_hessian(function<tetrahedron>)(in.x);
                     }) &&
    add_hessian<tetrahedron, eigen_numbers>("Eigen AutoDiffScalar");

}  // namespace
}  // namespace bench::untuned
