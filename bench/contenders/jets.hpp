// SPDX-License-Identifier: MIT
// Ceres's Jet as the drivers want it. Jets cannot be nested around double literals, so they have no Hessians.
#pragma once

#include <ceres/jet.h>

#include <cstddef>

namespace bench {

struct jets {
  template <std::size_t N>
  using type = ceres::Jet<double, static_cast<int>(N)>;
  template <std::size_t N>
  static void seed(type<N>& number, double value, std::size_t i) {
    number = type<N>(value, static_cast<int>(i));
  }
  template <class T>
  static double value(const T& number) {
    return number.a;
  }
  template <class T>
  static double derivative(const T& number, std::size_t i) {
    return number.v[static_cast<Eigen::Index>(i)];
  }
};

}  // namespace bench
