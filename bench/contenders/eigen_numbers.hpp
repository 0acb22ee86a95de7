// SPDX-License-Identifier: MIT
// Eigen's AutoDiffScalar as the drivers want it.
#pragma once

#include <Eigen/Core>
#include <unsupported/Eigen/AutoDiff>

#include <cmath>
#include <cstddef>
#include <numbers>

namespace Eigen {

/// Eigen differentiates neither erf nor fmax; found by argument-dependent look-up from the model.
template <class Derivatives>
auto erf(const AutoDiffScalar<Derivatives>& x) {
  using plain = typename Derivatives::PlainObject;
  const double slope = 2 * std::numbers::inv_sqrtpi * std::exp(-x.value() * x.value());
  return AutoDiffScalar<plain>(std::erf(x.value()), x.derivatives() * slope);
}

template <class Derivatives>
const AutoDiffScalar<Derivatives>& fmax(const AutoDiffScalar<Derivatives>& x,
                                        const AutoDiffScalar<Derivatives>& y) {
  return x.value() < y.value() ? y : x;
}

}  // namespace Eigen

namespace bench {

struct autodiff_scalar {
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
  template <class T>
  static const auto& value(const T& number) {
    return number.value();
  }
  template <class T>
  static const auto& derivative(const T& number, std::size_t i) {
    return number.derivatives()[static_cast<Eigen::Index>(i)];
  }
};

}  // namespace bench
